"""Bullets and lines below a work that are remarks about it: `[A title](…)` over `- HN: …`."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from recall.domain.lists.link_text import says_something
from recall.formats.markdown.blocks import Block, Bullet
from recall.formats.markdown.bullets import bears, has_box, has_parts, own_lines, parted
from recall.formats.markdown.entries import own_text, web_links
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.prose import begins_with_text, is_clause
from recall.formats.markdown.titled.alone import is_link_alone
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.citing.styled import styled_title
from recall.formats.markdown.works.mentions import Mention, mentions, said
from recall.formats.markdown.works.parts import is_part

_BY = re.compile(r"\s*,?\s*(?:by|von|par|por|de|di)\s")
_LEAST_WORDS = 4
"""Words outside of links; fewer name a link: `Lecture 1: [A title](…)`."""
_LEAST_ALIKE = 3
_PAIR = 2
_QUOTES = tuple('"“«《「『')


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


def remarks_among(below: Sequence[Block], *, alike: bool = False) -> list[Block]:
    """Return the bullets below a work that speak of it: `- my notes: [on trees](…)`.

    A single bullet with a link does if it begins with text. Of several, each has to begin in a
    small letter, or lead to its link in a sentence, as `- A title: https://…` is a work of its own;
    so does a single bullet that is alike: an address below an address.
    """
    linked = [block for block in below if bears([block])]
    told = [block for block in linked if isinstance(block, Bullet) and _tells(block)]
    if len(linked) == 1 and not alike:
        return [*told]
    return [block for block in told if goes_on(own_lines(block))]


def remarks_after(above: Block, found: Sequence[Block]) -> list[Block]:
    """Return the remarks in the run of bullets that `found` begins with, below other blocks."""
    if isinstance(above, Bullet):
        return []
    return remarks_among(list(takewhile(lambda block: isinstance(block, Bullet), found)))


def parted_from_remarks(
    own: list[MarkdownLine],
) -> tuple[list[MarkdownLine], list[MarkdownLine]]:
    """Separate the lines of a work from the line below them that speaks of it.

    The lines above have its link; the line is the only other with a link, and begins with text.
    """
    linked = [at for at, line in enumerate(own) if web_links([line])] if len(own) > 1 else []
    if len(linked) != _PAIR:
        return own, []
    first, at = linked
    below = mentions(own[at].pieces)[0]
    labeled = below.hint is not None and not says_something(said(below.after))
    told = _is_told([own[at]]) and not labeled
    alike = _names_its_address(own[first]) and not goes_on([own[at]])
    return (own[:at], own[at:]) if told and not alike else (own, [])


def is_in_words(bullet: Block) -> bool:
    """Return whether a bullet leads to an address in small letters: `- code at https://…`."""
    lines = own_lines(bullet)
    found = [mention for line in lines for mention in mentions(line.pieces)]
    alone = len(found) == 1 and found[0].bare and not found[0].hint
    return alone and _is_told(lines) and goes_on(lines)


def goes_on(lines: list[MarkdownLine]) -> bool:
    """Return whether lines begin in small letters, or name their link by a common word."""
    first = mentions(lines[0].pieces)[0]
    small = not first.bare and first.link.label[:1].islower()
    words = lines[0].text.lstrip()[:1].islower() and (not first.bare or " " in first.gap.strip())
    return words or small or is_clause(first.gap)


def _tells(bullet: Bullet) -> bool:
    lines = own_lines(bullet)
    return not (parted(bullet)[1] or has_box(lines) or has_parts([bullet])) and _is_told(lines)


def _is_told(lines: list[MarkdownLine]) -> bool:
    """Return whether lines begin with text before their link, which is no title of its own."""
    found = [mention for line in lines for mention in mentions(line.pieces)]
    return bool(found) and any(map(str.isalpha, found[0].gap)) and not _is_named(found[0])


def _is_named(mention: Mention) -> bool:
    """Return whether a link is a work of its own, by the text before it or the author after it."""
    if mention.titled and _BY.match(said(mention.after)):
        return True
    if mention.gap.rstrip().endswith((":", "：")) and _is_in_capitals(mention.link.label):
        return True  # `sequel: [Dune Messiah](…)`
    begins = mention.gap.lstrip()[:1]
    in_capital = begins.isupper() and _is_label_of(mention)
    return begins_with_quote(mention) or in_capital or is_cited(mention)


def _is_in_capitals(text: str) -> bool:
    """Return whether a text is two words or more with a capital each, as titles are."""
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def begins_with_quote(mention: Mention) -> bool:
    """Return whether a title in quotation marks stands before a link."""
    return mention.gap.lstrip().startswith(_QUOTES)


def _is_label_of(mention: Mention) -> bool:
    """Return whether a text is the title of a link, or a label of that: `Ann Lee: [A title](…)`."""
    if not mention.titled:
        return not (mention.bare or mention.hint)
    return mention.gap.rstrip().endswith((":", "："))


def is_cited(mention: Mention) -> bool:
    """Return whether a title in bold, in italics or with its year stands before a link."""
    numbered = is_part(mention.gap.strip(" :：.-–—"))
    strong = any(piece.strong and says_something(piece.text) for piece in mention.before)
    return (
        numbered or strong or bool(styled_title(mention.before) or of_citation(clean(mention.gap)))
    )


def _names_its_address(line: MarkdownLine) -> bool:
    """Return whether text stands before an address in its line: `A title https://…`."""
    first = mentions(line.pieces)[0]
    return first.bare and any(map(str.isalpha, first.gap))
