"""Titles a line each, as people write them down without bullets."""

import re
from collections.abc import Iterator, Sequence

from recall.formats.markdown.blocks import Block, Bullet, Paragraph

_PROSE = re.compile(r"[A-Za-z)][.!?](?:\s+\S|\s*\Z)|.{160}", re.DOTALL)
_MOST_PROSE = 0.2
"""The share of lines that may look like prose."""


def lines_as_bullets(found: Sequence[Block]) -> list[Block]:
    """Return blocks with a bullet for each line of text; unchanged if the text is prose."""
    lines = [line.text for block in found if isinstance(block, Paragraph) for line in block.lines]
    prose = sum(_PROSE.search(line) is not None for line in lines)
    if prose > _MOST_PROSE * len(lines):
        return [*found]
    return [each for block in found for each in _bullets(block)]


def _bullets(block: Block) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        yield from (Bullet(line.number, [Paragraph([line])]) for line in block.lines)
    else:
        yield block
