"""Rows of a schedule that say themselves that they have no reading."""

import pytest

from recall.formats.markdown.reader import parse
from recall.formats.markdown.tables.schedules import NO_READING

HEAD = "| Day | Topic | {} | Slides |\n|-|-|-|-|\n"
LAST = "| 9 | Elms | [Of elms](https://ex.com/2) | |\n"


@pytest.mark.parametrize(
    ("head", "none"),
    [
        ("Reading", "none"),
        ("Readings", "-"),
        ("Required reading", "*No reading*"),
        ("阅读", "无"),
        ("Lecturas", "Ninguna"),
    ],
)
def test_a_row_without_a_reading_has_none_beside_it(head: str, none: str) -> None:
    row = f"| 2 | Oaks | {none} | [slides](https://ex.com/1) |\n"
    found = parse(HEAD.format(head) + row + LAST)
    assert [item.title for item in found.items] == ["Of elms"]
    assert [(each.text, each.reason) for each in found.skipped] == [
        ("slides (https://ex.com/1)", NO_READING)
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Title | Paper | Slides |\n|-|-|-|\n| A talk on oaks | - | [slides](https://ex.com/1) |",
        "| Day | Talk | Reading |\n|-|-|-|\n| 2 | [A talk on oaks](https://ex.com/1) | none |",
    ],
)
def test_a_talk_without_a_paper_is_a_reading(table: str) -> None:
    assert [item.title for item in parse(table).items] == ["A talk on oaks"]
