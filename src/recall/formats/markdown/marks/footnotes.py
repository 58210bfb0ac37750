"""Footnotes: their marks `[^1]` and their texts, which are no readings."""

import re

from recall.domain.library.catalog import Skipped
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import named, refusal

FOOTNOTE = "in a footnote"

_TEXT = re.compile(r"\s*\[\^[^\]\s]{1,40}\]:")
_MARK = re.compile(r"\^[^\s\[\]]{1,40}")


def is_mark(link: MarkdownLink) -> bool:
    """Return whether a link is the mark of a footnote, which is defined as a URL."""
    return _MARK.fullmatch(link.label) is not None


def with_footnotes(lines: list[MarkdownLine]) -> tuple[list[MarkdownLine], list[Skipped]]:
    """Separate the lines of a paragraph before its first footnote from the links in footnotes."""
    first = next((at for at, line in enumerate(lines) if _begins(line)), len(lines))
    links = [link for line in lines[first:] for link in line.links if not is_mark(link)]
    told = [Skipped(link.line, named(link), refusal(link) or FOOTNOTE) for link in links]
    return lines[:first], told


def _begins(line: MarkdownLine) -> bool:
    first, after, *_ = [*line.pieces, TextPiece(""), TextPiece("")]
    if isinstance(first, TextPiece):
        return _TEXT.match(first.text) is not None
    return is_mark(first) and isinstance(after, TextPiece) and after.text.startswith(":")
