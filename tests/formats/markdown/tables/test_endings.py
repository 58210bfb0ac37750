"""Columns of the days on which readings ended."""

import pytest

from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.reader import parse
from recall.formats.markdown.tables.endings import beside, ending_of, read_on
from testing.lists.marked_tables import shown, table


@pytest.mark.parametrize(
    ("text", "box", "date", "more"),
    [
        ("Jan 9", "read", None, "Jan 9"),
        ("Feb 2 (in one go!)", "read", None, "Feb 2 (in one go!)"),
        ("9 January", "read", None, "9 January"),
        ("3. März", "read", None, "3. März"),
        ("~ mid-May", "read", None, "~ mid-May"),
        ("Sat, Feb 2", "read", None, "Sat, Feb 2"),
        ("3/14", "read", None, "3/14"),
        ("12-03-24", "read", None, "12-03-24"),
        ("1-5", None, None, "1-5"),
        ("14.03.", "read", None, "14.03."),
        ("3月9日", "read", None, "3月9日"),
        ("summer", "read", None, "summer"),
        ("Spring 2022", "read", "2022", "Spring 2022"),
        ("2024-05-01", "read", "2024-05-01", ""),
        ("May 3, 2024", "read", "2024-05-03", ""),
        ("2024/05/??", "read", "2024-05", ""),
        ("✅ 2024-05", "read", "2024-05", ""),
        ("2024", "read", "2024", ""),
        ("reading, forever", "begun", None, "forever"),
        ("started Jan 3", "begun", None, ""),
        ("读ing", None, None, "读ing"),
        ("gave up p. 212", "dropped", None, "p. 212"),
        ("DNF at 30%", "dropped", None, "at 30%"),
        ("abandonné", "dropped", None, ""),
        ("abandoned 2024-05-01", "dropped", None, "abandoned"),
        ("not yet", "unread", None, ""),
        ("12/50", "begun", None, ""),
        ("0/9", "unread", None, ""),
        ("never", None, None, "never"),
        ("May be never", None, None, "May be never"),
        ("on a train", None, None, "on a train"),
        ("", None, None, ""),
    ],
)
def test_a_cell_tells_how_a_reading_ended(text: str, box: Box, date: str | None, more: str) -> None:
    assert (ending_of(text), read_on(text), beside(text)) == (box, date, more)


CASES = [
    (
        ["Book|Finished", "[A](ex/1)|Jan 9", "[B](ex/2)|*reading*, slowly", "[C](ex/3)|"],
        ["A > ex/1 (read; Jan 9)", "B > ex/2 (begun; slowly)", "C > ex/3"],
    ),
    (
        ["Book|Finished", "[A](ex/1)|3/14", "[B](ex/2)|Jan 9", "[C](ex/3)|gave up p. 9"],
        ["A > ex/1 (read)", "B > ex/2 (read; Jan 9)", "C > ex/3 (dropped; p. 9)"],
    ),
    (
        ["Course|Completed", "[A](ex/1)|3/9", "[B](ex/2)|9/9", "[C](ex/3)|0/9"],
        ["A > ex/1 (begun)", "B > ex/2 (read)", "C > ex/3"],
    ),
    (
        ["Book|Completed", "[A](ex/1)|3/9", "[B](ex/2)|9/3"],
        ["A > ex/1 (read)", "B > ex/2 (read)"],
    ),
    (
        ["书|读完", "[甲](ex/1)|3月9日", "[乙](ex/2)|在读", "[丙](ex/3)|弃了"],
        ["甲 > ex/1 (read; 3月9日)", "乙 > ex/2 (begun)", "丙 > ex/3 (dropped)"],
    ),
    (
        ["本|読了日", "[甲](ex/1)|3/9", "[乙](ex/2)|2024/5/1", "[丙](ex/3)|読書中"],
        ["甲 > ex/1 (read)", "乙 > ex/2 (read; 2024-05-01)", "丙 > ex/3 (begun)"],
    ),
    (
        ["Livre|Lu le", "[A](ex/1)|3 mars", "[B](ex/2)|en cours"],
        ["A > ex/1 (read; 3 mars)", "B > ex/2 (begun)"],
    ),
    (
        ["Book|Status|Read on", "[A](ex/1)|reading|", "[B](ex/2)||✅ Jan 9", "[C](ex/3)|todo|"],
        ["A > ex/1 (begun)", "B > ex/2 (read; Jan 9)", "C > ex/3"],
    ),
    (
        ["Book|Started", "[A](ex/1)|2024-05-01", "[B](ex/2)|2024-05-02"],
        ["A > ex/1", "B > ex/2"],
    ),
    (
        ["Book|Finished", "[A](ex/1)|a fine town", "[B](ex/2)|an old house"],
        ["A > ex/1", "B > ex/2"],
    ),
]


@pytest.mark.parametrize(("rows", "items"), CASES, ids=["; ".join(rows[:2]) for rows, _ in CASES])
def test_a_day_says_that_the_work_is_read(rows: list[str], items: list[str]) -> None:
    assert [line.replace("https://ex.com/", "ex/") for line in shown(parse(table(rows)))] == items
