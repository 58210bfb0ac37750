"""Bullets with parts that are numbered under them: `1. Statistics`, then `1.1. A fine book`."""

import re
from itertools import pairwise

from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.marks.boxes import first_text, without

_PART = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}[.)、]?(?:\s+|\Z)")
_FIRST = re.compile(r"\s*\d{1,2}\.1\b(?!\.\d)")
"""The first number; prose goes on with `3.7 is out` as well."""


def with_parts(bullet: Bullet) -> Bullet:
    """Return a bullet with bullets under it for lines such as `1.1. A title`, if it has any.

    Markdown takes them for text of the line above.
    """
    first = bullet.blocks[0] if bullet.blocks else None
    if not isinstance(first, Paragraph) or len(first.lines) == 1:
        return bullet
    lines = first.lines
    starts = [at for at, line in enumerate(lines) if at and _PART.match(first_text(line))]
    if not starts or not _FIRST.match(first_text(lines[starts[0]])):
        return bullet
    under: list[Block] = [_part(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]
    return Bullet(bullet.number, [Paragraph(lines[: starts[0]]), *under, *bullet.blocks[1:]])


def _part(lines: list[MarkdownLine]) -> Bullet:
    number = _PART.match(first_text(lines[0]))
    own = without(lines[0], number.end()) if number else lines[0]
    return Bullet(own.number, [Paragraph([own, *lines[1:]])])
