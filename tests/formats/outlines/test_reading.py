"""What the rows of an outline become, whichever program wrote it."""

import pytest

from recall.domain.library.catalog import ParsedList
from recall.domain.library.resource import Link
from recall.errors import BadFile
from recall.formats.outlines import inline
from recall.formats.outlines.reading import DEEPEST, parsed_list
from recall.formats.outlines.rows import Row

A, B, C = ("https://example.org/a", "https://example.org/b", "https://example.org/c")


def outline(*texts: str, plain: bool = False) -> ParsedList:
    """Read rows: `>` for each level, then `=` for a heading or `'` for running text, then a box."""
    rows = []
    for number, text in enumerate(texts, 1):
        said = text.lstrip(">")
        kind = said[:1] if said[:1] in "='" else ""
        state, said = inline.take_box(said.removeprefix(kind), inline.DROPPED_DASH)
        line = inline.said(said, number, inline.MARKDOWN)
        depth = len(text) - len(text.lstrip(">")) + 1
        rows.append(Row(depth, line, state=state, prose=kind == "'", heading=kind == "="))
    return parsed_list(rows, "my file", plain=plain)


def shapes(found: ParsedList) -> list[tuple[str, str | None, str]]:
    return [(item.title, item.url, "/".join(item.section)) for item in found.items]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((f"[Warps]({A})",), [("Warps", A, "")]),
        (("Papers", f">[Warps]({A})"), [("Warps", A, "Papers")]),
        (
            ("Papers:", f">[Warps]({A})", f">[Blocks]({B})"),
            [("Warps", A, "Papers"), ("Blocks", B, "Papers")],
        ),
        (
            ("X", ">Y", f">>{A}", f">>[Blocks]({B})"),
            [("example.org/a", A, "X/Y"), ("Blocks", B, "X/Y")],
        ),
        (("A title", f">[pdf]({A})", f">[code]({B})"), [("A title", A, "")]),
        (("A title", f">{A}"), [("A title", A, "")]),
        (
            ("A title", f">{A}", f">{B}"),
            [("example.org/a", A, "A title"), ("example.org/b", B, "A title")],
        ),
        (("=A heading", f">{A}"), [("A heading", A, "")]),
        (("=A heading", f">'see [this one]({A})"), [("this one", A, "A heading")]),
        (("[x] A title", f">'see [this one]({A})", f">'{B}"), [("A title", A, "")]),
        (
            ("[ ] A title", f">{A}", ">parts", ">>[x] One", ">>[ ] Two"),
            [("A title", A, ""), ("One", None, "A title/parts"), ("Two", None, "A title/parts")],
        ),
        ((f"[Warps]({A})", f">[Blocks]({B})"), [("Warps", A, ""), ("Blocks", B, "Warps")]),
        ((f"[x] [Warps]({A})", f">it needs [Blocks]({B}) first"), [("Warps", A, "")]),
        ((f"[Warps]({A})", f">[pdf]({B})"), [("Warps", A, "")]),
        (("[x] A book",), [("A book", None, "")]),
        (("=Empty", "=Papers", f">[Warps]({A})"), [("Warps", A, "Papers")]),
    ],
)
def test_rows_are_sections_items_and_addresses(
    rows: tuple[str, ...], expected: list[tuple[str, str | None, str]]
) -> None:
    assert shapes(outline(*rows)) == expected


@pytest.mark.parametrize(
    ("rows", "states"),
    [
        (("[x] Week 1", f">[Warps]({A})", f">[ ] [Blocks]({B})"), "x "),
        (("[-] Week 1", f">[Warps]({A})"), "-"),
        (("[/] Week 1", f">[Warps]({A})"), " "),
        ((f"[/] [Warps]({A})", f"[~] [Blocks]({B})", f"[!] [Caches]({C})"), "/- "),
    ],
)
def test_a_box_holds_for_what_is_under_it_unless_it_is_half_done(
    rows: tuple[str, ...], states: str
) -> None:
    found = [(item.checked, item.begun, item.dropped) for item in outline(*rows).items]
    signs = {"x": (True, False, False), "/": (False, True, False), "-": (False, False, True)}
    assert found == [signs.get(sign, (False, False, False)) for sign in states]


def test_what_is_under_an_item_is_its_note_with_its_further_links() -> None:
    found = outline(
        f"[x] [Warps]({A})", ">Good.", ">>Very.", f">'It needs [the code]({B}), {A}.", f">{C}"
    )
    (item,) = found.items
    assert item.note == f"Good.\nVery.\nIt needs the code, {A}."
    assert [link.url for link in item.links] == [B, C]


def test_a_person_is_no_reading() -> None:
    found = outline(
        "[Ann](https://github.com/ann)", f"[Warps]({A}) by [Ann](https://github.com/ann)"
    )
    assert [item.title for item in found.items] == ["Warps"]
    assert found.items[0].links == (Link("person", "Ann", "https://github.com/ann"),)
    assert [one.reason for one in found.skipped] == ["a person, not a reading"]


def test_the_sections_are_in_order_and_empty_headings_are_among_them() -> None:
    found = outline("=X", f">[Warps]({A})", "=Y", "=Z", f">[Blocks]({B})")
    assert found.sections == (("X",), ("Y",), ("Z",))


def test_what_is_left_out_has_its_line_and_its_reason() -> None:
    found = outline(f"[Warps]({A})", "A thought", "[x] ", "[mail](mailto:ann@example.org)")
    assert [(one.line, one.reason) for one in found.skipped] == [
        (2, "no link and no checkbox"),
        (3, "a box without a text"),
        (4, "an e-mail address"),
    ]


def test_titles_without_links_come_in_if_they_are_asked_for() -> None:
    found = outline("=Books", ">Dune", ">'Some words.", ">Solaris", ">>A remark", plain=True)
    assert [item.title for item in found.items] == ["Dune", "A remark"]


def test_deep_nesting_and_nothing_to_read_are_refused() -> None:
    deep = tuple(">" * depth + "a" for depth in range(DEEPEST + 1))
    with pytest.raises(BadFile, match="my file: it is nested deeper than 100 levels"):
        outline(*deep)
    with pytest.raises(BadFile, match="my file: no links and no checkboxes"):
        outline("a", ">b")
