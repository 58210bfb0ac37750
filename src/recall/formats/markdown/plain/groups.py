"""Titles as lines under a group that is a bullet: `1. Planning:`, and a paragraph for each."""

from collections.abc import Sequence
from itertools import islice, takewhile

from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.bullets import is_bare, only_line
from recall.formats.markdown.plain.lone_lines import is_mostly_prose

_COLONS = (":", "：")
_LEAST = 2
"""Titles under a group."""


def with_groups(found: Sequence[Block]) -> list[Block]:
    """Return blocks, with the lines below each group as bullets under it.

    A group is a bullet that stands alone above titles; one group of the list ends with a colon.
    """
    groups = {
        at: titles
        for at, block in enumerate(found)
        if _may_be_group(block) and len(titles := _titles_below(found, at)) >= _LEAST
    }
    if not any(_text(found[at]).endswith(_COLONS) for at in groups):
        return [*found]
    joined: list[Block] = []
    at = 0
    while at < len(found):
        titles = groups.get(at, [])
        joined.append(_with(found[at], titles))
        at += 1 + len(titles)
    return joined


def _may_be_group(block: Block) -> bool:
    line = only_line(block) if isinstance(block, Bullet) else None
    return line is not None and is_bare(line)


def _titles_below(found: Sequence[Block], at: int) -> list[Paragraph]:
    """Return the paragraphs right below, if each is a line without a link and no prose."""
    below = takewhile(_is_line, islice(found, at + 1, None))
    titles = [block for block in below if isinstance(block, Paragraph)]
    return [] if is_mostly_prose([block.lines[0] for block in titles]) else titles


def _is_line(block: Block) -> bool:
    one = isinstance(block, Paragraph) and len(block.lines) == 1 and not block.lines[0].links
    return one and not pseudo.is_heading(block)


def _text(block: Block) -> str:
    line = only_line(block) if isinstance(block, Bullet) else None
    return line[0].text.rstrip() if line else ""


def _with(block: Block, titles: Sequence[Paragraph]) -> Block:
    if not titles or not isinstance(block, Bullet):
        return block
    under = [Bullet(each.lines[0].number, [each]) for each in titles]
    return Bullet(block.number, [*block.blocks, *under])
