"""Titles a line each, as people write them down without bullets."""

import re
from collections.abc import Iterator, Sequence

from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.works.citing.bylines import is_byline

_PROSE = re.compile(r"[a-z]{3}[)]?[.!?](?:\s+\S|\s*\Z)|.{160}", re.DOTALL)
_MOST_PROSE = 0.2
"""The share of lines that may look like prose."""


def lines_as_bullets(found: Sequence[Block]) -> list[Block]:
    """Return blocks with a bullet for each line of text; unchanged if the text is prose."""
    lines = [line.text for block in found if isinstance(block, Paragraph) for line in block.lines]
    prose = sum(_PROSE.search(line) is not None and not is_byline(line) for line in lines)
    if prose > _MOST_PROSE * len(lines):
        return [*found]
    return [each for block in found for each in _bullets(block)]


def _bullets(block: Block) -> Iterator[Block]:
    """Yield a bullet for each line; a line with the authors belongs to the title above it."""
    if not isinstance(block, Paragraph):
        yield block
        return
    entries: list[list[MarkdownLine]] = []
    for line in block.lines:
        if entries and is_byline(line.text):
            entries[-1].append(line)
        else:
            entries.append([line])
    yield from (Bullet(lines[0].number, [Paragraph(lines)]) for lines in entries)
