"""Paragraphs that are a work each: wrapped references, and titles in marks with what they say."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.works.citing.ways import LEAST_ALIKE, MOST_OF_THEM
from recall.formats.markdown.works.leading.lines import columns, fits

BOOK = re.compile(r"《[^《》]{1,100}》")
_COLONS = (":", "：")
_LEAST_ENDS, _MOST_WRAPPED = 3, 0.9
"""Ends of lines that tell whether a text was wrapped, and the share of them that were."""


def begin_with_titles(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether most paragraphs begin with a title in italics, in bold or in `《》`."""
    marked = sum(map(begins_with_title, paragraphs))
    return marked >= max(LEAST_ALIKE, MOST_OF_THEM * len(paragraphs))


def begins_with_title(block: Paragraph) -> bool:
    """Return whether a paragraph begins with words in such marks, and goes on without a colon."""
    pieces = [piece for line in block.lines for piece in line.pieces if piece[0].strip()]
    if not pieces:
        return False
    first, after = pieces[0], "".join(piece[0] for piece in pieces[1:])
    marked = isinstance(first, TextPiece) and (first.slanted or first.strong)
    apart = after and not first[0].endswith(_COLONS) and not after.lstrip().startswith(_COLONS)
    return bool(marked and apart) or BOOK.match(first[0].lstrip()) is not None


def are_wrapped(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether the lines of a text were ended by its width, in paragraphs of a work each."""
    texts = [[line.text for line in block.lines] for block in paragraphs]
    widest = max((columns(line) for lines in texts for line in lines), default=0)
    ends = [not fits(*two, widest) for lines in texts for two in pairwise(lines)]
    several = 2 * len(paragraphs) > len(ends) >= _LEAST_ENDS
    return several and sum(ends) >= _MOST_WRAPPED * len(ends)


def whole_bullet(block: Block) -> Iterator[Block]:
    """Yield a block, a paragraph as one bullet."""
    yield Bullet(block.lines[0].number, [block]) if isinstance(block, Paragraph) else block
