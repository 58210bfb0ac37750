"""Cells beyond the head of a table, which markdown-it leaves out with the links in them."""

from collections.abc import Iterator

from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def keep_all_cells(state: StateCore) -> None:
    """Add the cells of rows that are longer than the head of their table."""
    lines: list[str] = []
    kept: list[Token] = []
    row: Token | None = None
    count = 0
    for token in state.tokens:
        if token.type == "tr_open":
            row, count = token, 0
        elif token.type in {"td_open", "th_open"}:
            count += 1
        elif token.type == "tr_close" and row is not None and row.map:
            lines = lines or state.src.split("\n")
            kept += _further_cells(lines[row.map[0]], count, row.map[0])
        kept.append(token)
    state.tokens = kept


def _further_cells(line: str, count: int, number: int) -> Iterator[Token]:
    if line.count("|") < count:
        return
    cells = escapedSplit(line.strip().lstrip("> \t"))
    cells = cells[1:] if cells and not cells[0].strip() else cells
    cells = cells[:-1] if cells and not cells[-1].strip() else cells
    for cell in filter(str.strip, cells[count:]):
        yield Token("td_open", "td", 1)
        inline = Token("inline", "", 0, content=cell.strip(), map=[number, number + 1])
        inline.children = []
        yield inline
        yield Token("td_close", "td", -1)
