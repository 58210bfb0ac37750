"""Tables in HTML: the rows and cells of lines that tags have marked."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recall.formats.markdown.lines import MarkdownLine, TextPiece

_BREAK = TextPiece("\n")
_WIDEST = 50
"""Columns that cells can span; cells beyond them are read one by one."""


class HtmlRow(NamedTuple):
    """A row: the line it begins on, its cells, and whether all of them are heads."""

    number: int
    cells: list[MarkdownLine]
    heads: bool


def runs(lines: Iterable[MarkdownLine]) -> Iterator[list[MarkdownLine]]:
    """Split lines at the beginning and the end of tables; a table begins with a marked line."""
    run: list[MarkdownLine] = []
    in_table = False
    for line in lines:
        begins = bool(line.opens) and line.opens != "/table" and not in_table
        if (begins or line.opens == "/table") and run:
            yield run
            run = []
        in_table = (in_table or begins) and line.opens != "/table"
        if line.opens != "/table":
            run.append(line)
        elif line.pieces:
            run.append(line._replace(opens=""))
    if run:
        yield run


def rows(lines: Iterable[MarkdownLine]) -> list[HtmlRow]:
    """Return the rows of a table. A cell that spans others leaves empty cells in its place."""
    reader = _Reader()
    for line in lines:
        reader.read(line)
    return [row for row in reader.rows if any(cell.pieces for cell in row.cells)]


class _Reader:
    def __init__(self) -> None:
        self.rows: list[HtmlRow] = []
        self._taken: dict[int, int] = {}

    def read(self, line: MarkdownLine) -> None:
        """Read a line: it begins a row or a cell, or goes on with a cell."""
        if line.opens == "tr" or not self.rows:
            self.rows.append(HtmlRow(line.number, [], heads=True))
            self._taken = {at: left - 1 for at, left in self._taken.items() if left > 1}
        if line.opens in {"td", "th"}:
            self._cell(line)
        elif line.pieces and self.rows[-1].cells:
            self.rows[-1].cells[-1].pieces.extend([_BREAK, *line.pieces])
        elif line.text.strip():
            self._cell(line)

    def _cell(self, line: MarkdownLine) -> None:
        row = self.rows[-1]
        while len(row.cells) in self._taken:
            row.cells.append(MarkdownLine(line.number, []))
        at = len(row.cells)
        spanned = range(at, min(at + line.columns, _WIDEST))
        row.cells.append(MarkdownLine(line.number, list(line.pieces)))
        row.cells.extend(MarkdownLine(line.number, []) for _ in spanned[1:])
        self.rows[-1] = row._replace(heads=row.heads and line.opens == "th")
        if line.rows > 1:
            # The row that it stands in counts as well, and is over when the next one begins.
            self._taken |= dict.fromkeys(spanned, line.rows)
