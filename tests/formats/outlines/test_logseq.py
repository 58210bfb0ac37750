"""Logseq's pages."""

import pytest

from recall.domain.library.catalog import Item, ReadOptions
from recall.formats.outlines.logseq import looks_like, parse

A = "https://example.org/a"
LINK = f"[Warps]({A})"


def items(text: str) -> tuple[Item, ...]:
    return parse(text, "my file").items


@pytest.mark.parametrize(
    ("block", "state"),
    [
        (LINK, ""),
        (f"TODO {LINK}", ""),
        (f"LATER {LINK}", ""),
        (f"DOING {LINK}", "begun"),
        (f"NOW [#B] {LINK}", "begun"),
        (f"DONE {LINK}", "checked"),
        (f"CANCELED {LINK}", "dropped"),
        (f"CANCELLED {LINK}", "dropped"),
        (f"[x] {LINK}", "checked"),
        (f"[-] {LINK}", "dropped"),
        (f"## {LINK}", ""),
        (f"{LINK} ((6512f1a0-1111-4222-8333-444455556666)) {{{{embed x}}}}", ""),
    ],
)
def test_markers_and_boxes_tell_what_is_read(block: str, state: str) -> None:
    (item,) = items(f"- {block}\n")
    assert (item.title, item.url) == ("Warps", A)
    found = [name for name in ("checked", "begun", "dropped") if getattr(item, name)]
    assert found == ([state] if state else [])


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-01", "2024-05-01"),
        ("[[2024-05-01]]", "2024-05-01"),
        ("[[May 1st, 2024]]", "2024-05-01"),
        ("[[2024/05/01]]", "2024-05-01"),
        ("2024", "2024"),
        ("soon", None),
    ],
)
def test_a_property_says_when_it_was_read(value: str, day: str | None) -> None:
    (item,) = items(f"- DONE {LINK}\n  finished:: {value}\n")
    assert item.read_on == day


def test_properties_say_labels_addresses_and_when_it_was_saved() -> None:
    text = f"- TODO Dune #c #[[d e]]\n  tags:: a, [[b]], #a\n  url:: {A}\n"
    text += "  created-at:: 1714521600000\n"
    (item,) = items(text)
    assert (item.title, item.url, item.labels) == ("Dune", A, ("a", "b", "c", "d e"))
    assert item.saved_on is not None
    assert item.saved_on.isoformat() == "2024-05-01"


def test_blocks_are_nested_by_tabs_or_spaces() -> None:
    text = (
        f"- # Papers\n\t- Deep\n\t\t- {LINK}\n\t\t\t- a remark\n- Books\n  - [B]({A}1)\n    more\n"
    )
    first, second = items(text)
    assert (first.section, first.note) == (("Papers", "Deep"), "a remark")
    assert (second.section, second.note) == (("Books",), "more")
    assert (first.line, second.line) == (3, 6)


def test_code_videos_and_references_are_told_apart() -> None:
    text = f"""- TODO {{{{video https://youtu.be/abc}}}}
- TODO A page about [[Warps]]
- ```
  {A}
  ```
- collapsed:: true
  TODO {LINK}
  SCHEDULED: <2024-05-01 Wed>
  :LOGBOOK:
  CLOCK: [2024-05-01 Wed 10:00:00]
  :END:
"""
    found = items(text)
    assert [item.title for item in found] == ["youtu.be/abc", "A page about Warps", "Warps"]
    assert found[2].note is None


def test_titles_without_links_come_in_if_they_are_asked_for() -> None:
    found = parse("- Books\n\t- Dune\n", "my file", ReadOptions(plain=True))
    assert [item.title for item in found.items] == ["Dune"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"- TODO {LINK}\n", True),
        (f"title:: x\n\n- {LINK}\n  tags:: a\n", True),
        (f"- {LINK} #[[a b]]\n", True),
        ("-\n- collapsed:: true\n  a\n", False),
        ("- a\n  id:: 6512f1a0-1111-4222-8333-444455556666\n", True),
        (f"- [ ] {LINK}\n", False),
        (f"# Papers\n- TODO {LINK}\n", False),
        (f"Some words.\n- TODO {LINK}\n", False),
        (f"* TODO {LINK}\n", False),
    ],
)
def test_a_page_is_told_from_markdown(text: str, *, expected: bool) -> None:
    assert looks_like(text) is expected
