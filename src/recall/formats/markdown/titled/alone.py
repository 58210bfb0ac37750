"""Blocks that are nothing but a line, an address, a byline, or links with their labels."""

import re
from collections.abc import Sequence

from recall.domain.lists.link_text import says_something
from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.bullets import all_lines, own_lines, parted
from recall.formats.markdown.entries import own_text
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.prose import links_in_sentence, says_where
from recall.formats.markdown.titled.described import is_title
from recall.formats.markdown.works.citing.bylines import is_byline
from recall.formats.markdown.works.mentions import Mention, mentions

_SENTENCE = re.compile(r"[.。!！?？:：,，;；]\s*\Z")
_SEVERAL = 2
_WORDS_OF_A_TITLE = 4
_LONGEST_TITLE = 120
"""Characters of a line that is the title of an address below it."""


def only_line(block: Block) -> MarkdownLine | None:
    """Return the line of a block that has one, and neither a link nor anything under it."""
    lines, under = own_and_under(block)
    return lines[0] if len(lines) == 1 and not under and not lines[0].links else None


def own_and_under(block: Block) -> tuple[list[MarkdownLine], list[Block]]:
    """Return the lines of a paragraph or a bullet, and what stands under that."""
    if isinstance(block, Bullet):
        return parted(block)
    return (block.lines if isinstance(block, Paragraph) else []), []


def is_link_alone(block: Block) -> bool:
    """Return whether a paragraph is one line with one link, and says nothing else."""
    lines = block.lines if isinstance(block, Paragraph) and not block.quoted else []
    return len(lines) == 1 and len(lines[0].links) == 1 and not says_something(own_text(lines[0]))


def is_name(line: MarkdownLine) -> bool:
    """Return whether a line can be a title, and does not end as a sentence does."""
    text = line.text.strip()
    return len(text) <= _LONGEST_TITLE and is_title(text) and not _SENTENCE.search(text)


def is_address_alone(block: Block) -> bool:
    """Return whether a paragraph is nothing but one address."""
    lines = block.lines if isinstance(block, Paragraph) else []
    each = [mention for line in lines for mention in mentions(line.pieces)]
    return len(lines) == len(each) == 1 and each[0].bare and stands_alone(lines[0])


def is_address(block: Block) -> bool:
    """Return whether a block begins with an address after a label, and has no other link."""
    lines, under = own_and_under(block)
    if under:
        return False
    each = [mention for line in lines for mention in mentions(line.pieces)]
    labeled = len(each) == 1 and each[0].hint == "page" and each[0].only_labeled
    return (labeled and each[0].bare) or is_address_alone(block)


def stands_alone(line: MarkdownLine) -> bool:
    """Return whether a line has nothing but links."""
    return bool(line.links) and not own_text(line).strip()


def is_labeled(block: Block) -> bool:
    """Return whether a bullet is nothing but an address after its label: `Code: https://…`."""
    each = [mention for line in own_lines(block) for mention in mentions(line.pieces)]
    return len(each) == 1 and each[0].only_labeled and each[0].bare


def is_byline_alone(block: Block) -> bool:
    """Return whether a paragraph has only the authors of a work, or its venue and year."""
    return isinstance(block, Paragraph) and all(is_byline(line.text) for line in block.lines)


def speaks_of_it(block: Block) -> bool:
    """Return whether a paragraph only has a link inside of a sentence: `See the [other](…) too.`"""
    if not isinstance(block, Paragraph) or pseudo.is_heading(block) or says_where(block.lines):
        return False
    return bool(links_in_sentence(block.lines))


def all_named(below: Sequence[Block]) -> bool:
    """Return whether links stand in blocks, and each is told from the others by a name.

    In prose it is told by the words around it: `The paper is [here](…), the code [here](…).`
    """
    prose = [block for block in below if isinstance(block, Paragraph)]
    told = [block for block in prose if says_where(block.lines) or speaks_of_it(block)]
    others = [block for block in below if block not in told]
    every = [line for lines in all_lines(others) for line in lines]
    each = [mention for line in every for mention in mentions(line.pieces)]
    names = [mention.name.strip() for mention in each]
    works = sum(_names_a_work(mention) for mention in each)
    others_named = len(each) > 1 and all(other.hint for other in each[1:])
    unnamed = others_named and each[0].bare and not names[0]
    distinct = all(names[unnamed:]) and len(set(names)) == len(names)
    return bool(names or told) and distinct and works < _SEVERAL


def _names_a_work(mention: Mention) -> bool:
    """Return whether a link has a title of its own after its label: `Blog: [How we grow](…)`."""
    return mention.titled and len(mention.link.label.split()) >= _WORDS_OF_A_TITLE
