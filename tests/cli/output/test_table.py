"""Tables: aligned by columns, never wider than the screen."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.cli.output.width import width
from recall.domain.text.plain import plain

COLUMNS = (
    Column("ID", right=True),
    Column("Title", flexible=True),
    Column("Kind", priority=3),
    Column("Due", priority=2),
    Column("Min", right=True),
)
CELLS = [
    ("7", "Attention Is All You Need", "paper", "2026-03-01", "40"),
    ("12", "深入理解计算机系统", "book", "2026-03-02", "600"),
    ("103", "👩\u200d👩\u200d👧 한국어", "page", "", "5"),
]
HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\u202eevil\u202c",
    "x" * 10_000,
    "学" * 10_000,
    "nul\x00\nline",
    "👩\u200d👩\u200d👧🇨🇳👍🏽" * 5,
    "z" + "\u0336" * 100,
    "\u1112\u1161\u11ab" * 30,
    "",
)


def on(columns: int, *, color: bool = False, links: bool = False) -> Screen:
    return Screen(io.StringIO(), columns=columns, terminal=True, color=color, links=links)


def pipe() -> Screen:
    return Screen(io.StringIO())


def test_columns_are_aligned_by_the_columns_they_take() -> None:
    assert rows(on(80), COLUMNS, CELLS, heading=True) == [
        " ID  Title                      Kind   Due         Min",
        "  7  Attention Is All You Need  paper  2026-03-01   40",
        " 12  深入理解计算机系统         book   2026-03-02  600",
        "103  👩\u200d👩\u200d👧 한국어                  page                 5",
    ]


def test_a_narrow_screen_loses_columns_by_priority_and_then_the_end_of_titles() -> None:
    first = {columns: rows(on(columns), COLUMNS, CELLS)[0] for columns in (54, 52, 45, 30, 20)}
    assert first == {
        54: "  7  Attention Is All You Need  paper  2026-03-01   40",
        52: "  7  Attention Is All You Need  2026-03-01   40",
        45: "  7  Attention Is All You Need   40",
        30: "  7  Attention Is All Yo…   40",
        20: "  7  Attention…   40",
    }


def test_a_long_title_makes_room_for_itself_but_not_more_than_it_needs() -> None:
    cells = [("1", "t" * 200, "paper", "2026-03-01", "5")]
    wide, narrow = (rows(on(columns), COLUMNS, cells)[0] for columns in (80, 54))
    assert "paper" in wide
    assert "paper" not in narrow
    assert "2026-03-01" in narrow


def test_a_pipe_gets_every_column_and_whole_texts() -> None:
    found = rows(pipe(), COLUMNS, [*CELLS, ("9", "学" * 500, "book", "2026-03-02", "3")])
    assert "学" * 500 in found[-1]
    assert all(kind in line for kind, line in zip(("paper", "book", "page"), found, strict=False))


def test_in_a_pipe_one_endless_title_does_not_widen_every_row() -> None:
    found = rows(pipe(), COLUMNS, [*CELLS, ("9", "x" * 10_000, "book", "", "")])
    assert width(found[0]) < 150


@pytest.mark.parametrize("columns", range(20, 100, 7))
def test_hostile_titles_stay_inside_the_screen(columns: int) -> None:
    cells = [(str(at), text, text, text, text) for at, text in enumerate(HOSTILE)]
    for line in rows(on(columns), COLUMNS, cells, heading=True):
        assert width(line) <= columns
        assert line.isprintable() or "\u200d" in line
        assert "\x1b" not in line


@pytest.mark.slow
@given(
    st.lists(
        st.builds(Column, st.text(), flexible=st.booleans(), priority=st.integers(1, 3)),
        min_size=1,
        max_size=7,
    ),
    st.lists(st.lists(st.text(st.characters()), min_size=7, max_size=7), max_size=4),
    st.integers(20, 120),
    st.booleans(),
)
def test_no_table_is_ever_wider_than_the_screen(
    columns: list[Column], cells: list[list[str]], screen_columns: int, heading: bool
) -> None:
    found = rows(on(screen_columns), columns, cells, heading=heading)
    assert len(found) == len(cells) + heading
    assert all(width(line) <= screen_columns for line in found)


def test_a_column_without_content_takes_no_room() -> None:
    assert rows(on(80), COLUMNS, [("1", "a", "", "", "5")]) == ["1  a  5"]


def test_a_table_without_rows_is_nothing_and_with_a_heading_its_heading() -> None:
    assert rows(on(80), COLUMNS, []) == []
    assert rows(on(80), COLUMNS, [], heading=True) == ["ID  Title  Kind  Due  Min"]


def test_styles_and_links_cover_the_text_and_not_the_blank_around_it() -> None:
    columns = (Column("ID", right=True, style="dim"), Column("Title"), Column("Due", style="due"))
    cells: list[tuple[str | Cell, ...]] = [
        ("1", Cell("a", url="https://a.example"), Cell("late", style="bad")),
        ("20", "bcd", "soon"),
    ]
    assert rows(on(80, color=True, links=True), columns, cells) == [
        " \x1b[2m1\x1b[0m  \x1b]8;;https://a.example\x1b\\a\x1b]8;;\x1b\\    \x1b[1;31mlate\x1b[0m",
        "\x1b[2m20\x1b[0m  bcd  \x1b[35msoon\x1b[0m",
    ]


def test_color_changes_no_character_of_a_table() -> None:
    plainly = rows(on(50), COLUMNS, CELLS, heading=True)
    styled = [
        Column(c.name, right=c.right, flexible=c.flexible, priority=c.priority, style="good")
        for c in COLUMNS
    ]
    colored = rows(on(50, color=True), styled, CELLS, heading=True)
    assert [plain(line) for line in colored] == [plain(line) for line in plainly]
    assert colored != plainly
