"""Bullets below a work that are remarks about it: `[A title](…)` over `- HN: https://…`."""

from collections.abc import Sequence
from itertools import pairwise

from recall.formats.markdown.blocks import Block, Bullet
from recall.formats.markdown.bullets import has_box, own_lines, parted
from recall.formats.markdown.entries import own_text
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.prose import begins_with_text
from recall.formats.markdown.titled.alone import is_link_alone
from recall.formats.markdown.works.mentions import mentions

_LEAST_WORDS = 4
"""Words outside of links; fewer name a link: `Lecture 1: [A title](…)`."""
_LEAST_ALIKE = 3


def are_over_remarks(found: Sequence[Block]) -> bool:
    """Return whether several paragraphs of a list are only a link, with bullets right below."""
    over = (is_link_alone(above) and isinstance(block, Bullet) for above, block in pairwise(found))
    return sum(over) >= _LEAST_ALIKE


def remark(block: Block) -> list[MarkdownLine]:
    """Return the lines of a bullet that speaks of the work above it; none if it does not.

    It begins with text, and its links stand in a sentence, or after the name of a discussion.
    """
    lines = own_lines(block)
    if not lines or has_box(lines) or (isinstance(block, Bullet) and parted(block)[1]):
        return []
    found = [mention for line in lines for mention in mentions(line.pieces)]
    words = sum(len(own_text(line).split()) for line in lines)
    told = begins_with_text(lines) and words >= _LEAST_WORDS
    talks = bool(found) and all(mention.hint == "discussion" for mention in found)
    return lines if not found or told or talks else []
