"""What a cell of a status column says."""

import pytest

from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.tables.statuses import status_of


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("✅", "read"),
        ("✔️", "read"),
        ("Done", "read"),
        ("Finished ✅", "read"),
        ("✅ on a train", "read"),
        ("x", "read"),
        ("已读", "read"),
        ("100%", "read"),
        ("12/12", "read"),
        ("reading", "begun"),
        ("In progress", "begun"),
        ("在读", "begun"),
        ("50 %", "begun"),
        ("3/12", "begun"),
        ("DNF", "dropped"),
        ("放弃", "dropped"),
        ("gave up", "dropped"),
        ("abgebrochen", "dropped"),
        ("à lire", "unread"),
        ("読書中", "begun"),
        ("todo", "unread"),
        ("Not started", "unread"),
        ("⏳ Not started", "unread"),
        ("❌ Dropped", "dropped"),
        ("In progress 40%", "begun"),
        ("0%", "unread"),
        ("❌", "unread"),
        ("未读", "unread"),
        ("", None),
        ("stable", None),
        ("read by many", None),
    ],
)
def test_a_cell_tells_how_far_the_reading_is(text: str, box: Box) -> None:
    assert status_of(text) == box
