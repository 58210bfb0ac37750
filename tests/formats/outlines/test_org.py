"""Org files as people keep them."""

import pytest

from recall.domain.library.catalog import Item, ReadOptions
from recall.errors import BadFile
from recall.formats.outlines.org import LONG_HEADING, MOST_KEYWORDS, looks_like, parse

A = "https://example.org/a"
LINK = f"[[{A}][Warps]]"


def items(text: str) -> tuple[Item, ...]:
    return parse(text, "my file").items


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        (LINK, ""),
        (f"TODO {LINK}", ""),
        (f"DONE {LINK}", "checked"),
        (f"STARTED {LINK}", "begun"),
        (f"CANCELLED {LINK}", "dropped"),
        (f"DONE [#A] {LINK}", "checked"),
        (f"[X] {LINK}", "checked"),
        (f"[-] {LINK}", "begun"),
        (f"{LINK} :ARCHIVE:", "checked"),
        (f"DONE {LINK} [2/3] :tag:", "checked"),
    ],
)
def test_keywords_and_boxes_tell_what_is_read(heading: str, state: str) -> None:
    (item,) = items(f"* {heading}\n")
    assert item.title == "Warps"
    found = [name for name in ("checked", "begun", "dropped") if getattr(item, name)]
    assert found == ([state] if state else [])


def test_a_file_adds_keywords_of_its_own() -> None:
    text = f"#+TODO: TOREAD READING(r) | FINISHED ABANDONED\n* FINISHED {LINK}\n"
    text += f"* DONE [[{A}1][Blocks]]\n"
    text += f"* READING [[{A}2][Caches]]\n* ABANDONED [[{A}3][Dune]]\n* TOREAD [[{A}4][Ether]]\n"
    found = [(item.title, item.checked, item.begun, item.dropped) for item in items(text)]
    assert found == [
        ("Warps", True, False, False),
        ("Blocks", True, False, False),
        ("Caches", False, True, False),
        ("Dune", False, False, True),
        ("Ether", False, False, False),
    ]


def test_too_many_keywords_are_refused() -> None:
    words = " ".join(f"W{number}" for number in range(MOST_KEYWORDS + 1))
    with pytest.raises(BadFile, match="my file: it defines 101 keywords; at most 100"):
        parse(f"#+TODO: {words}\n* {LINK}\n", "my file")


@pytest.mark.parametrize(
    ("line", "read_on"),
    [
        ("CLOSED: [2024-05-01 Wed 10:00]", "2024-05-01"),
        ("  CLOSED: [2024-05-01]", "2024-05-01"),
        ("SCHEDULED: <2024-04-01 Mon> CLOSED: [2024-05-01 Wed]", "2024-05-01"),
        ("CLOSED: [2024-02-30 Fri]", None),
        ("CLOSED: [0000-00-00]", None),
        ("SCHEDULED: <2024-04-01 Mon>", None),
        ("", None),
    ],
)
def test_the_day_of_closing_is_the_day_of_reading(line: str, read_on: str | None) -> None:
    (item,) = items(f"* DONE {LINK}\n{line}\n")
    assert (item.read_on, item.note) == (read_on, None)


@pytest.mark.parametrize(
    ("drawer", "url", "day"),
    [
        (f":URL: {A}\n:CREATED: [2024-05-01 Wed]", A, "2024-05-01"),
        (f":SOURCE: [[{A}]]", A, None),
        (":ADDED: [2024-99-01]", None, None),
        (":Effort: 99999999:99999999", None, None),
        (":ID: 123", None, None),
    ],
)
def test_properties_say_where_it_is_and_when_it_was_saved(
    drawer: str, url: str | None, day: str | None
) -> None:
    (item,) = items(f"* TODO A book\n:PROPERTIES:\n{drawer}\n:END:\n")
    assert (item.title, item.url) == ("A book", url)
    assert (item.saved_on and item.saved_on.isoformat()) == day
    assert item.note is None


def test_tags_are_labels_of_what_is_below_too() -> None:
    text = f"#+FILETAGS: :f:\n* X :x:\n** {LINK} :b:a:\n* Y\n** [[{A}1][Blocks]]\n"
    assert [item.labels for item in items(text)] == [("f", "x", "a", "b"), ("f",)]


def test_lists_and_text_under_headings_are_read_and_code_is_not() -> None:
    text = f"""* Papers
- [X] {LINK} -- good
  a remark
- [ ] [[{A}1][Blocks]]
  1. [[{A}2][pdf]]
+ [[{A}3][Caches]] :: what it says
| [[{A}4][Dune]] | x |
|---+---|
#+begin_src
- [[{A}5][no]]
#+END_SRC
# [[{A}6][no]]
:LOGBOOK:
- [[{A}7][no]]
:END:
-----
CLOCK: [2024-05-01 Wed 10:00]
"""
    found = items(text)
    assert [item.title for item in found] == ["Warps", "Blocks", "Caches", "Dune"]
    assert [item.url for item in found] == [A, f"{A}1", f"{A}3", f"{A}4"]
    assert (found[0].checked, found[0].note) == (True, "a remark")
    assert [link.url for link in found[1].links] == [f"{A}2"]
    assert [item.line for item in found] == [2, 4, 6, 7]


def test_marks_of_bold_text_and_code_are_no_part_of_titles() -> None:
    text = "* TODO *Bold* =code= and 2*3*4\n* TODO [[https://a.org/~b][A ~c~]]\n"
    assert [item.title for item in items(text)] == ["Bold code and 2*3*4", "A c"]


def test_a_long_heading_keeps_its_whole_text() -> None:
    title = "word " * LONG_HEADING
    (item,) = items(f"* DONE [#A] {title} https://example.org/{'a' * LONG_HEADING} :tag:\n")
    assert item.title == title.strip()
    assert item.url == f"https://example.org/{'a' * LONG_HEADING}"
    assert (item.checked, item.labels) == (True, ("tag",))


def test_line_ends_of_other_kinds_do_not_move_the_lines() -> None:
    (item,) = items(f"a\u2028b\x0bc\n* TODO {LINK}\n")
    assert item.line == 2


def test_titles_without_links_come_in_if_they_are_asked_for() -> None:
    text = "* Books\n- Dune\n"
    assert parse(text, "my file", ReadOptions(plain=True)).items[0].title == "Dune"
    with pytest.raises(BadFile, match="my file: no links and no checkboxes"):
        parse(text, "my file")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"* Papers\n** {LINK}\n", True),
        (f"- {LINK}\n", True),
        ("* TODO Dune\n", True),
        ("#+TITLE: x\n* Dune\n", True),
        ("* Dune\n:PROPERTIES:\n:END:\n", True),
        ("* Dune\n* Solaris\n", False),
        ("* [A](https://example.org)\n* TODO B\n", False),
        ("# Papers\n* TODO B\n", False),
        ("[[pdf]](https://example.org)\n", False),
        ("- [[Page]] TODO\n", False),
    ],
)
def test_only_org_writes_such_headings_and_links(text: str, *, expected: bool) -> None:
    assert looks_like(text) is expected
