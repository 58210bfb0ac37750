"""The text under a heading of org: lists with boxes, and running text."""

import re
from collections.abc import Iterable, Iterator

from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.outlines import inline
from recall.formats.outlines.rows import Row, State

# In a list of org, `[-]` means that some of the boxes under it are ticked.
ORG_BOXES: dict[str, State] = {**inline.SIGNS, "-": "begun"}

_ITEM = re.compile(r"([ \t]*)(?:[-+]|[ \t]\*|\d{1,9}[.)])[ \t]+(.*)")
_PLANNING = re.compile(r"\s*(?:CLOSED|SCHEDULED|DEADLINE|CLOCK):")
_DRAWER, _DRAWER_END = re.compile(r"\s*:[\w-]+:\s*$"), re.compile(r"(?i)\s*:END:\s*$")
_CODE = re.compile(r"(?i)\s*#\+begin_(?:src|example|comment|export)\b")
_CODE_END = re.compile(r"(?i)\s*#\+end_(?:src|example|comment|export)\b")
_NO_TEXT = re.compile(r"\s*(?:#(?:\s|\+)|\|[-+|]+\s*$|-{5,}\s*$)")
_MARKUP = re.compile(r"(?<![^\s(\"'])([*=~])([^\s*=~](?:[^*=~\n]{0,200}[^\s*=~])?)\1(?!\w)")


def said(text: str, number: int, base: str | None) -> MarkdownLine:
    """Return a line with its links, without the marks of bold text and code."""
    line = inline.said(text, number, inline.ORG, base)
    return line._replace(pieces=[_unmarked(piece) for piece in line.pieces])


def _unmarked(piece: TextPiece | MarkdownLink) -> TextPiece | MarkdownLink:
    if isinstance(piece, TextPiece):
        return piece._replace(text=_MARKUP.sub(r"\2", piece.text))
    return piece if piece.bare else piece._replace(label=_MARKUP.sub(r"\2", piece.label))


def body(
    lines: Iterable[tuple[int, str]], level: int, tags: tuple[str, ...], base: str | None
) -> Iterator[Row]:
    """Yield the rows under a heading: a list by its indents, running text a line each."""
    indents: list[int] = []
    for line, text in _said(lines):
        found = _ITEM.match(text)
        margin = len(text.expandtabs()) - len(text.expandtabs().lstrip())
        while indents and (margin < indents[-1] or (found and margin == indents[-1])):
            indents.pop()
        depth = level + 1 + len(indents)
        if found:
            indents.append(margin)
        boxed, rest = inline.take_box(found[2], ORG_BOXES) if found else ("", text.strip(" \t|"))
        prose = found is None and not text.lstrip().startswith("|")
        row = Row(depth, said(rest, line, base), state=boxed, prose=prose)
        row.labels = tags
        yield row


def _said(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are text: without drawers, code, planning and settings."""
    until: re.Pattern[str] | None = None
    for line, text in lines:
        if until is not None:
            until = None if until.match(text) else until
        elif _CODE.match(text):
            until = _CODE_END
        elif _DRAWER.match(text):
            until = _DRAWER_END
        elif text.strip() and not _PLANNING.match(text) and not _NO_TEXT.match(text):
            yield line, text
