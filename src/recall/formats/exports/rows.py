"""Rows of text for a spreadsheet or for Anki."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from recall.domain.text.plain import without_controls

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""

Cell = str | int | float | None


def table(rows: Iterable[Sequence[Cell]], separator: str = ",") -> str:
    """Return rows as text, each ended by a line break; a cell with one inside is quoted.

    Control characters are left out: a title may hold an escape sequence of a terminal.
    """
    out = StringIO()
    shown = ([_shown(cell) for cell in row] for row in rows)
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(shown)
    return out.getvalue()


def _shown(cell: Cell) -> Cell:
    return without_controls(cell) if isinstance(cell, str) else cell


def day(value: date | None) -> str:
    """Return a date in ISO 8601, "" for none."""
    return value.isoformat() if value else ""


def harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet runs: a text from a list may be a formula."""
    shown = _shown(cell)  # first: behind a control character may be a formula
    return f"'{shown}" if isinstance(shown, str) and shown.startswith(_FORMULA) else shown
