"""Tables of aligned columns, no wider than the screen."""

from collections.abc import Collection, Sequence

from recall.cli.output.screen import Screen
from recall.cli.output.width import clip, width
from recall.domain.text.plain import plain

_GAP = "  "
_COMFORT = 30
"""The width that the flexible column gets before columns of low priority do."""

_PIPE_ALIGNMENT = 100
"""In a pipe nothing is clipped, but one very long title must not widen all rows."""


class Column:
    """One column of a table.

    The flexible column (one in a table) shrinks if space is short. Columns of priority 1 stay; of
    the others, the highest number is dropped first. `right` aligns to the right, for numbers.
    """

    __slots__ = ("flexible", "name", "priority", "right", "style")

    def __init__(
        self,
        name: str,
        *,
        right: bool = False,
        flexible: bool = False,
        priority: int = 1,
        style: str | None = None,
    ) -> None:
        """`style` is one of `Screen.style`'s names."""
        self.name = name
        self.right = right
        self.flexible = flexible
        self.priority = priority
        self.style = style


class Cell:
    """A text from any source, with a URL and with a style that overrides its column's."""

    __slots__ = ("style", "text", "url", "width")

    def __init__(self, text: str, *, url: str | None = None, style: str | None = None) -> None:
        """Make the text safe to show, and measure it."""
        self.text = plain(text)
        self.width = width(self.text)
        self.url = url
        self.style = style


def rows(
    screen: Screen,
    columns: Sequence[Column],
    cells: Sequence[Sequence[str | Cell]],
    *,
    heading: bool = False,
) -> list[str]:
    """Return the lines of a table without line ends; `heading` adds the columns' names on top.

    On a terminal no line is wider than the screen, if it has at least 20 columns and the table
    at most 7 of priority 1. A pipe gets every column and untruncated texts.
    """
    table = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in cells]
    if heading:
        table.insert(0, [Cell(column.name, style="heading") for column in columns])
    widths = _natural_widths(columns, table)
    if screen.terminal:
        widths = _shrunk(columns, _without_surplus(columns, widths, screen.columns), screen.columns)
    else:
        widths = {at: min(wide, _PIPE_ALIGNMENT) for at, wide in widths.items()}
    return [_line(screen, columns, row, widths) for row in table]


def _natural_widths(columns: Sequence[Column], table: Sequence[Sequence[Cell]]) -> dict[int, int]:
    """Return the width of each non-empty column, by index."""
    every = {at: max((row[at].width for row in table), default=0) for at in range(len(columns))}
    return {at: wide for at, wide in every.items() if wide}


def _without_surplus(
    columns: Sequence[Column], widths: dict[int, int], limit: int
) -> dict[int, int]:
    """Drop columns of low priority until the others fit, with _COMFORT for the flexible one."""
    kept = dict(widths)
    for at in sorted(widths, key=lambda at: (columns[at].priority, at), reverse=True):
        wanted = [min(kept[i], _COMFORT) if columns[i].flexible else kept[i] for i in kept]
        if _total(wanted) <= limit:
            break
        if columns[at].priority > 1 and not columns[at].flexible:
            del kept[at]
    return kept


def _shrunk(columns: Sequence[Column], widths: dict[int, int], limit: int) -> dict[int, int]:
    """Narrow the flexible column; if that is not enough, the others from the right."""
    fitted = dict(widths)
    surplus = _total(widths.values()) - limit
    for at in sorted(widths, key=lambda at: (columns[at].flexible, at), reverse=True):
        cut = max(0, min(surplus, fitted[at] - 1))
        fitted[at] -= cut
        surplus -= cut
    return fitted


def _total(widths: Collection[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _line(
    screen: Screen, columns: Sequence[Column], row: Sequence[Cell], widths: dict[int, int]
) -> str:
    drawn = [_drawn(screen, columns[at], row[at], wide) for at, wide in widths.items()]
    return _GAP.join(drawn).rstrip(" ")


def _drawn(screen: Screen, column: Column, cell: Cell, columns_wide: int) -> str:
    """Return the cell padded to its width; the padding is neither styled nor part of the link."""
    if screen.terminal and cell.width > columns_wide:
        cell = Cell(clip(cell.text, columns_wide), url=cell.url, style=cell.style)
    blank = " " * (columns_wide - cell.width)
    style = cell.style or column.style
    shown = screen.link(screen.style(cell.text, style) if style else cell.text, cell.url)
    return blank + shown if column.right else shown + blank
