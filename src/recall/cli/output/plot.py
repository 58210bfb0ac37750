"""Bars for tables, of block characters one column wide, or of plain ASCII."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉█"
"""A character cell filled from the left by none to eight eighths."""

_FULL = len(_EIGHTHS) - 1


def bar(
    share: float,
    columns: int,
    *,
    utf8: bool = True,
    track: bool = False,
    mark: float | None = None,
) -> str:
    """Return a bar as long as the share, 0..1, of the columns; a share above 0 is visible.

    `track` fills the rest with dots, to show where 1 would be, and `mark` puts a stroke where
    another share ends. The bar is not padded. Without `utf8` it is ASCII.
    """
    cells = _blocks(share, columns) if utf8 else _hashes(share, columns)
    if track:
        cells = cells.ljust(columns, "·" if utf8 else ".")
    if mark is not None:
        at = min(columns - 1, int(_within(mark) * columns))
        stroke = "│" if utf8 else "|"
        cells = cells.ljust(at)
        cells = f"{cells[:at]}{stroke}{cells[at + 1 :]}"
    return cells


def _blocks(share: float, columns: int) -> str:
    eighths = _rounded(share, columns * _FULL)
    return "█" * (eighths // _FULL) + _EIGHTHS[eighths % _FULL].strip()


def _hashes(share: float, columns: int) -> str:
    return "#" * _rounded(share, columns)


def _rounded(share: float, units: int) -> int:
    """Return the share in units, at least one if it is above 0."""
    return max(int(share > 0), round(_within(share) * units))


def _within(share: float) -> float:
    return max(0.0, min(1.0, share))
