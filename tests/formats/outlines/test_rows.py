"""What a row says of itself."""

import pytest

from recall.formats.outlines import inline
from recall.formats.outlines.rows import Row, State

A = "https://example.org/a"


@pytest.mark.parametrize(
    ("text", "state", "can_be_item", "is_pointer", "adds_words"),
    [
        (f"[pdf]({A})", "", True, True, False),
        (A, "", True, True, False),
        (A, "read", True, False, False),
        (f"[A title]({A})", "", True, False, False),
        (f"[A title]({A}) which is good", "", True, False, True),
        ("A title", "", False, False, True),
        ("A title", "unread", True, False, True),
        ("", "unread", False, False, False),
        ("[mail](mailto:ann@example.org)", "", False, False, True),
    ],
)
def test_a_row_knows_what_it_can_be(
    text: str, state: State, *, can_be_item: bool, is_pointer: bool, adds_words: bool
) -> None:
    row = Row(1, inline.said(text, 3, inline.MARKDOWN), state=state)
    assert row.line == 3
    assert (row.can_be_item, row.is_pointer, row.adds_words) == (
        can_be_item,
        is_pointer,
        adds_words,
    )
