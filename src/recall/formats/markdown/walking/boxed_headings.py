"""Headings with a checkbox, `### [x] A title`: each is read like a bullet with what is below it."""

import re
from collections.abc import Iterator, Sequence

from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph
from recall.formats.markdown.marks.boxes import first_text

_BOX = re.compile(r"\s*\[[ xX/~-]?\]\s*\S")


def as_bullets(found: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, with each such heading, up to the next one, as a bullet.

    One with a link is an entry as it is.
    """
    at = 0
    while at < len(found):
        block = found[at]
        at += 1
        if not isinstance(block, Heading) or not _is_boxed(block):
            yield block
            continue
        start = at
        while at < len(found) and not isinstance(found[at], Heading):
            at += 1
        line = block.line
        yield Bullet(line.number, [Paragraph([line]), *found[start:at]], block.level)


def _is_boxed(heading: Heading) -> bool:
    return not heading.line.links and _BOX.match(first_text(heading.line)) is not None
