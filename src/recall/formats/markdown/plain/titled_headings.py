"""Headings that are the titles of books, with what is said of each below it: `## 《一本书》`."""

from collections.abc import Sequence

from recall.formats.markdown.blocks import Block, Heading, Paragraph, Rule, Titled
from recall.formats.markdown.bullets import bears

_OPENED = "《"
_MOST = 1 / 2
"""The share of headings in marks from which on those without them are titles, too."""


def with_books(found: Sequence[Block]) -> list[Block]:
    """Return blocks, with each heading that is a book as one block with the words below it.

    It is in `《》` or in italics, and nothing to read stands under it. In a text of nothing but
    headings and words, all of the lowest headings are books if half of them are in marks.
    """
    parts = _parted(found)
    lowest = [at for at, part in enumerate(parts) if _is_lowest(part, *parts[at + 1 : at + 2])]
    marked = [at for at in lowest if _is_marked(parts[at][0])]
    words = all(isinstance(block, Heading | Paragraph | Rule) for block in found)
    alike = len(marked) >= _MOST * len(lowest) and words and not bears(found)
    books = set(lowest if alike else marked)
    return [
        block for at, part in enumerate(parts) for block in (_titled(part) if at in books else part)
    ]


def _parted(found: Sequence[Block]) -> list[list[Block]]:
    """Return blocks as parts that begin with a heading each; the first may have none."""
    parts: list[list[Block]] = [[]]
    for block in found:
        if isinstance(block, Heading):
            parts.append([])
        parts[-1].append(block)
    return [part for part in parts if part]


def _is_lowest(part: Sequence[Block], below: Sequence[Block] = ()) -> bool:
    """Return whether a heading has nothing but words under it, and no heading."""
    heading, *under = part
    following = below[0] if below else None
    if not isinstance(heading, Heading) or bears(part, plain=True):
        return False
    holds = isinstance(following, Heading) and following.level > heading.level
    return not holds and all(isinstance(block, Paragraph | Rule) for block in under)


def _is_marked(heading: Block) -> bool:
    """Return whether a heading begins with a title in `《》` or in italics."""
    if not isinstance(heading, Heading):
        return False
    shown = [piece for piece in heading.line.pieces if any(map(str.isalnum, piece[0]))]
    slanted = bool(shown) and getattr(shown[0], "slanted", False)
    return slanted or heading.line.text.lstrip().startswith(_OPENED)


def _titled(part: Sequence[Block]) -> list[Block]:
    heading, *under = part
    return [Titled(heading, under)] if isinstance(heading, Heading) else [*part]
