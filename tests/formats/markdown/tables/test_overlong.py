"""Rows that are longer than the head of their table."""

import pytest

from recall.formats.markdown.tables.overlong import _further_cells


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", []),
        ("| a | b | c |", ["c"]),
        ("> | a | b | c | | d", ["c", "d"]),
        ("| a | b | c \\| d |", ["c | d"]),
        ("| a | b |" + " |" * 1000, []),
        ("|" * 1000, []),
        ("a | b | c" + "|" * 1000, ["c"]),
    ],
)
def test_cells_beyond_the_head_are_kept_if_they_say_something(line: str, cells: list[str]) -> None:
    found = [token for token in _further_cells(line, 2, 7) if token.type == "inline"]
    assert [token.content for token in found] == cells
    assert all(token.map == [7, 8] for token in found)
