"""Bullets with lines under them that were meant as bullets: `1.1. A book`, `- A book`."""

import re
from itertools import pairwise

from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.marks.boxes import first_text, without

_PART = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}[.)、]?(?:\s+|\Z)")
_HYPHEN = re.compile(r"\s*[-*+•]\s+(?=\S)")
_FIRST = re.compile(r"\s*\d{1,2}\.1\b(?!\.\d)")
"""The first number; prose goes on with `3.7 is out` as well."""


def with_parts(bullet: Bullet) -> Bullet:
    """Return a bullet with bullets under it for lines such as `1.1. A title`, if it has any.

    Markdown takes them for text of the line above, and so it does for a bullet that is indented
    too far.
    """
    first = bullet.blocks[0] if bullet.blocks else None
    if not isinstance(first, Paragraph) or len(first.lines) == 1:
        return bullet
    lines = first.lines
    mark = _HYPHEN
    starts = _starts(lines, mark)
    if not starts:
        mark = _PART
        starts = _starts(lines, mark)
        if not starts or not _FIRST.match(first_text(lines[starts[0]])):
            return bullet
    under: list[Block] = [_part(lines[a:b], mark) for a, b in pairwise([*starts, len(lines)])]
    return Bullet(bullet.number, [Paragraph(lines[: starts[0]]), *under, *bullet.blocks[1:]])


def _starts(lines: list[MarkdownLine], mark: re.Pattern[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if at and mark.match(first_text(line))]


def _part(lines: list[MarkdownLine], mark: re.Pattern[str]) -> Bullet:
    begins = mark.match(first_text(lines[0]))
    own = without(lines[0], begins.end()) if begins else lines[0]
    return Bullet(own.number, [Paragraph([own, *lines[1:]])])
