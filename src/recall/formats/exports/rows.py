"""Rows of text for a spreadsheet or for Anki."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

Cell = str | int | float | None


def table(rows: Iterable[Sequence[Cell]], separator: str = ",") -> str:
    """Return rows as text, each ended by a line break; a cell with one inside is quoted."""
    out = StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue()


def day(value: date | None) -> str:
    """Return a date in ISO 8601, "" for none."""
    return value.isoformat() if value else ""


def harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet runs: a text from a list may be a formula."""
    is_formula = isinstance(cell, str) and cell.startswith(_FORMULA)
    return f"'{cell}" if is_formula else cell
