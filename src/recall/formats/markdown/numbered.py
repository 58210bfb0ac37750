"""Bullets with lines under them that were meant as bullets: `1.1. A book`, `a) A book`."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.marks.boxes import first_text, without

_PART = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}[.)、]?(?:\s+|\Z)")
_HYPHEN = re.compile(r"\s*[-*+•]\s+(?=\S)")
_FIRST = re.compile(r"\s*\d{1,2}\.1\b(?!\.\d)")
"""The first number; prose goes on with `3.7 is out` as well."""
_LETTER = re.compile(r"\s*[a-z][.)]\s+(?=\S|\Z)")
_MARKS = ((_HYPHEN, _HYPHEN), (_PART, _FIRST), (_LETTER, re.compile(r"\s*a[.)]")))
"""What begins such a bullet, and the first of them."""


def with_parts(bullet: Bullet) -> Bullet:
    """Return a bullet with bullets under it for lines such as `1.1. A title`, if it has any.

    Markdown takes them for text of the line above, and so it does for a bullet that is indented
    too far.
    """
    first = bullet.blocks[0] if bullet.blocks else None
    if not isinstance(first, Paragraph) or len(first.lines) == 1:
        return bullet
    lines = first.lines
    mark, starts = next(filter(itemgetter(1), _all_starts(lines)), (_HYPHEN, []))
    if not starts:
        return bullet
    under: list[Block] = [_part(lines[a:b], mark) for a, b in pairwise([*starts, len(lines)])]
    return Bullet(bullet.number, [Paragraph(lines[: starts[0]]), *under, *bullet.blocks[1:]])


def _all_starts(lines: list[MarkdownLine]) -> Iterator[tuple[re.Pattern[str], list[int]]]:
    """Yield each kind of mark with the lines that begin with it, if the first has the first."""
    for mark, first in _MARKS:
        starts = _starts(lines, mark)
        begins = bool(starts) and first.match(first_text(lines[starts[0]])) is not None
        yield mark, starts if begins else []


def _starts(lines: list[MarkdownLine], mark: re.Pattern[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if at and mark.match(first_text(line))]


def _part(lines: list[MarkdownLine], mark: re.Pattern[str]) -> Bullet:
    begins = mark.match(first_text(lines[0]))
    own = without(lines[0], begins.end()) if begins else lines[0]
    return Bullet(own.number, [Paragraph([own, *lines[1:]])])
