"""Headings that are the titles of books, with what is said of each below it: `## 《一本书》`."""

import re
from collections.abc import Sequence

from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph, Rule, Titled
from recall.formats.markdown.bullets import bears, shown_lines
from recall.formats.markdown.pseudo import beside_title, titling
from recall.formats.markdown.works.citing.ways import LEAST_ALIKE, MOST_OF_THEM, name_authors
from recall.formats.markdown.works.unlinked import names_author

_OPENED = "《"
_FACT = re.compile(r"\W*[^\W\d_][^:：]{0,40}[:：]")
_AUTHOR = re.compile(r"(?i)\W*(?:authors?|(?:written )?by|aut[eo]u?r\w*|作者|著者)\W*[:：]")
"""What a bullet tells of a book: `- **Author:** Ann Lee`."""

_MOST = 1 / 2
"""The share of headings in marks from which on those without them are titles, too."""


def with_books(found: Sequence[Block]) -> list[Block]:
    """Return blocks, with each heading that is a book as one block with the words below it.

    It is in `《》` or in italics, and nothing to read stands under it. In a text of nothing but
    headings and words, all of the lowest headings, and lines in bold, are books if half of them are
    in marks, or most name an author. Headings above nothing but facts are books, if one of the
    facts of the list is an author.
    """
    words = all(isinstance(block, Heading | Paragraph | Rule) for block in found)
    words = words and not bears(found)
    parts = _parted([each for block in found for each in _unfolded(block)] if words else found)
    lowest = [at for at, part in enumerate(parts) if _is_lowest(part, *parts[at + 1 : at + 2])]
    marked = [at for at in lowest if _is_marked(parts[at][0])]
    alike = words and (len(marked) >= _MOST * len(lowest) or _name_authors(parts, lowest))
    told = [at for at, part in enumerate(parts) if _tells_facts(part)]
    authored = any(_AUTHOR.match(line) for at in told for line in _facts(parts[at]))
    books = {*(lowest if alike else marked), *(told if authored else ())}
    if not books:
        return [*found]
    return [
        block for at, part in enumerate(parts) for block in (_titled(part) if at in books else part)
    ]


def _unfolded(block: Block) -> list[Block]:
    """Return a paragraph below a line in bold as a heading and the rest."""
    heading = titling(block) if isinstance(block, Paragraph) else None
    if not isinstance(block, Paragraph) or heading is None:
        return [block]
    rest = beside_title(block)
    return [heading, *([block._replace(lines=rest)] if rest else [])]


def _name_authors(parts: Sequence[Sequence[Block]], lowest: Sequence[int]) -> bool:
    """Return whether most of these headings are a title and its author."""
    lines = [block.line for at in lowest for block in parts[at][:1] if isinstance(block, Heading)]
    cited = sum(names_author([line]) for line in lines)
    enough = cited >= max(LEAST_ALIKE, MOST_OF_THEM * len(lines))
    return enough or name_authors([line.text for line in lines])


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


def _tells_facts(part: Sequence[Block]) -> bool:
    """Return whether only facts stand under a heading: `- **Author:** Ann Lee`."""
    facts = _facts(part)
    only = all(isinstance(block, Bullet | Rule) for block in part[1:])
    return bool(facts) and only and all(map(_FACT.match, facts)) and not bears(part)


def _facts(part: Sequence[Block]) -> list[str]:
    return [shown_lines(block)[0].text for block in part[1:] if shown_lines(block)]


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
