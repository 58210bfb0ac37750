"""Joins a heading, or a line without a link, with the links below it of which it is the title."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile

from recall.domain.lists.link_text import says_something
from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph, Titled
from recall.formats.markdown.bullets import (
    all_lines,
    bears,
    begins_with_link,
    is_pointer,
    own_lines,
    shown_lines,
)
from recall.formats.markdown.entries import says_only_links
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.prose import (
    says_where,
    told_behind,
)
from recall.formats.markdown.titled.above import (
    above_addresses,
    above_card,
    above_labels,
    above_one_address,
    above_quote,
)
from recall.formats.markdown.titled.alone import (
    all_named,
    is_address_alone,
    is_byline_alone,
    is_labeled,
    is_link_alone,
    only_line,
    speaks_of_it,
    stands_alone,
)
from recall.formats.markdown.titled.cards import notes_with_links, oddly_labeled, with_cards
from recall.formats.markdown.titled.described import described, is_title
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.leads import begins_with_book
from recall.formats.markdown.works.mentions import Mention, mentions

_NUMBERED_OR_QUOTED = re.compile(r"(?:\d{1,3}[.)]\s+)?[\"“«《]|\d{1,3}[.)]\s+\S")
_SEVERAL = 2
_WORDS_OF_A_TITLE = 4


def with_titles(found: Sequence[Block]) -> Sequence[Block]:
    """Return blocks, with each heading that only has links under it as one block with them."""
    joined: list[Block] = []
    found = with_cards(found)
    told = described(found) | above_addresses(found)
    at = 0
    while at < len(found):
        if joined and (bullet := _with_its_links(joined[-1], *found[at : at + 2])):
            joined[-1] = bullet
            at += 1
            continue
        linked = begins_with_link(found[at])  # as most bullets do; they have their title
        titled = None if linked else _below_title(found, at) or told.get(at) or _above(found, at)
        joined.append(titled or above_card(found[at]) or found[at])
        at += 1 + (len(titled.under) if titled else 0)
    return joined


def _above(found: Sequence[Block], at: int) -> Titled | None:
    """Return a line with what stands below it, if it is the title of that."""
    titled = above_labels(found, at) or above_one_address(found, at)
    return titled or above_quote(*found[at : at + 2])


def _with_its_links(above: Block, block: Block, after: Block | None = None) -> Bullet | None:
    """Return a bullet with a title and the paragraph below it, if that has only its links.

    It is a title if it is bold, or if what is quoted below it is one address.
    """
    if not isinstance(above, Bullet) or not isinstance(block, Paragraph):
        return None
    line = only_line(above)
    if line is None:
        return None
    first = line.pieces[0] if line.pieces else None
    bold = isinstance(first, TextPiece) and first.strong and says_something(first.text)
    quotes = isinstance(after, Paragraph) and after.quoted
    quoted = block.quoted and is_address_alone(block) and not quotes
    joins = quoted or (bold and says_only_links(block.lines))
    return Bullet(above.number, [*above.blocks, block]) if joins else None


def _below_title(found: Sequence[Block], index: int) -> Titled | None:
    """Return a heading with what adds to it: `- Paper: …`, `- Code: …`, and remarks.

    None where it names a section, as something else to read stands under it.
    """
    heading = pseudo.titling(found[index])
    name = pseudo.heading_title(heading.line) if heading else ""
    if heading is None or not is_title(name):
        return None
    end = _end_of_facts(found, index + 1)
    card = list(takewhile(lambda block: isinstance(block, Bullet), islice(found, end, None)))
    odd = [*oddly_labeled(card), *notes_with_links(card)]
    while end < len(found) and (_adds_to_title(found[end]) or found[end] in odd):
        end += 1
    while end < len(found) and bears(found[index + 1 : end]) and speaks_of_it(found[end]):
        end += 1
    at = end
    while at < len(found) and not (pseudo.is_heading(found[at]) or is_link_alone(found[at])):
        if bears([found[at]]):
            return None
        at += 1
    under = found[index + 1 : end]
    bylined = bool(under) and is_byline_alone(under[0])
    named = all_named([block for block in under if block not in odd])
    cited = bears(under) and of_citation(name) != ""
    named = named or cited or (bylined and _is_one_address(under))
    return Titled(heading, under, pseudo.beside_title(found[index])) if named else None


def _is_one_address(blocks: Sequence[Block]) -> bool:
    """Return whether an address without a label is the only link in blocks."""
    every = [line for lines in all_lines(blocks) for line in lines]
    each = [mention for line in every for mention in mentions(line.pieces)]
    return len(each) == 1 and each[0].bare


def links_below(block: Block) -> list[MarkdownLine]:
    """Return the lines with links of a block below a title; of prose, only the links."""
    lines = shown_lines(block)
    if isinstance(block, Paragraph) and says_where(lines):
        return [line._replace(pieces=[*line.links]) for line in lines if line.links]
    return lines


def titles(heading: str, lines: list[MarkdownLine], *, near: bool = False) -> bool:
    """Return whether a heading is the title of the links in the lines right below it.

    Several addresses without text are works of their own, but code beside one is of it if the
    heading is long; a single one may have a sentence behind it, words below it, and above it too
    if the heading has a number or quotation marks, as sections have not, or is near: the first line
    of their own paragraph. Then its other links have labels: `Code: https://…`.
    """
    if not is_title(heading):
        return False
    each = [mention for line in lines for mention in mentions(line.pieces)]
    at = lines if near or _NUMBERED_OR_QUOTED.match(heading) else lines[:1]
    alone = _is_first_of(each) if near else len(each) == 1
    if alone and each[0].bare and any(map(_is_of_heading, at)):
        return True
    long = len(heading.split()) >= _WORDS_OF_A_TITLE
    bare = [mention for mention in each if mention.bare and not mention.hint]
    bare = [mention for mention in bare if not long or mention.role != "code"]
    return len(bare) < _SEVERAL and says_only_links(lines, beside_a_title=True)


def _is_first_of(each: Sequence[Mention]) -> bool:
    """Return whether all links but the first have a label: `Code: https://…`."""
    return bool(each) and not each[0].hint and all(mention.hint for mention in each[1:])


def several_addresses(found: Sequence[Block], start: int) -> bool:
    """Return whether several paragraphs after a heading have an address without text and label.

    They are works of their own, which the heading does not name.
    """
    count = 0
    for block in islice(found, start, None):
        if not isinstance(block, Paragraph) or pseudo.is_heading(block):
            return False
        each = [mention for line in block.lines for mention in mentions(line.pieces)]
        below_words = not block.lines[0].links  # which are its title
        count += not below_words and any(map(_is_work, each))
        if count == _SEVERAL:
            return True
    return False


def alike_sections(found: Sequence[Block]) -> set[int]:
    """Return the places of headings over one address, if more of their level are over several.

    The headings of a list are of one kind: they name sections then.
    """
    headings = [(at, block) for at, block in enumerate(found) if isinstance(block, Heading)]
    several = Counter(each.level for at, each in headings if several_addresses(found, at + 1))
    ones = [
        (at, each)
        for at, each in headings
        if several and any(map(is_address_alone, found[at + 1 : at + 2]))
    ]
    alone = Counter(each.level for at, each in ones if not several_addresses(found, at + 1))
    return {at for at, each in ones if several[each.level] > alone[each.level]}


def _is_work(mention: Mention) -> bool:
    if mention.names_itself:
        return True
    return not (mention.as_link.text or mention.hint or mention.role == "discussion")


def above_address(lines: list[MarkdownLine]) -> tuple[list[MarkdownLine], list[MarkdownLine]]:
    """Separate the lines above an address that stands alone, which are about it, from the rest."""
    alone = [index for index, line in enumerate(lines) if _is_of_heading(line)]
    each = [mention for line in lines for mention in mentions(line.pieces)]
    first = bool(each) and _is_first_of(each) and each[0].link in (alone and lines[alone[0]].links)
    if not (first and each[0].bare):
        return [], lines
    at = alone[0]
    told = told_behind(lines[at])
    if not told:
        return lines[:at], lines[at:]
    behind = lines[at]._replace(pieces=[TextPiece(told)])
    return [*lines[:at], behind], [lines[at]._replace(pieces=[*lines[at].links]), *lines[at + 1 :]]


def _is_of_heading(line: MarkdownLine) -> bool:
    return stands_alone(line) or bool(told_behind(line))


def _adds_to_title(block: Block) -> bool:
    if isinstance(block, Paragraph):
        adds = says_only_links(block.lines) or says_where(block.lines)
        return adds and not pseudo.is_heading(block)
    return isinstance(block, Bullet) and (
        is_pointer(block, beside_a_title=False) or not (bears([block]) or _is_book(block))
    )


def _is_book(block: Bullet) -> bool:
    """Return whether a bullet is the title of a book: `- 《一本书》`."""
    return any(begins_with_book(line.text) for line in own_lines(block)[:1])


def _end_of_facts(found: Sequence[Block], start: int) -> int:
    """Return where the paragraphs about a title end: its authors, or words before `- URL: …`."""
    end = start
    while end < len(found) and isinstance(found[end], Paragraph) and not bears([found[end]]):
        if pseudo.is_heading(found[end]) and not is_byline_alone(found[end]):
            return start
        end += 1
    if end < len(found) and (is_labeled(found[end]) or _points(found[end])):
        return end
    return start + (end > start and is_byline_alone(found[start]))


def _points(block: Block) -> bool:
    """Return whether a bullet is nothing but a pointer: `- [Official site](…)`."""
    return isinstance(block, Bullet) and is_pointer(block, beside_a_title=False)
