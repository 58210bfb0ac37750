"""Cells are quoted where they must be, and no spreadsheet runs them."""

import csv
from io import StringIO

import pytest

from recall.formats.exports.rows import harmless, table


def test_any_cell_is_read_back() -> None:
    rows = [["a", "b,c", 'd"e', "f\ng", "", "读"], ["1", "2.5", "", "x\ty", " ", "#"]]
    assert list(csv.reader(StringIO(table(rows)))) == rows
    assert list(csv.reader(StringIO(table(rows, "\t")), delimiter="\t")) == rows


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\tx", "＝1"])
def test_a_formula_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["\x07=1", "\r=1", "=\x1b1", "\x9b=1"])
def test_a_control_character_hides_no_formula(cell: str) -> None:
    assert harmless(cell) == "'=1"


def test_no_cell_sends_a_terminal_an_escape() -> None:
    assert table([["a\x1b[31mb\x07", "\x9b2J", 1]]) == "a[31mb,2J,1\n"


@pytest.mark.parametrize("cell", ["a=1", "", None, -1, -0.5])
def test_what_is_none_stays(cell: str | float | None) -> None:
    assert harmless(cell) == cell
