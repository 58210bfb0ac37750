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
    is_pointer,
    own_lines,
    parted,
    shown_lines,
)
from recall.formats.markdown.cards import oddly_labeled, with_cards
from recall.formats.markdown.described import described, is_title, parted_from_words
from recall.formats.markdown.entries import own_text, says_only_links
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.links import is_bare
from recall.formats.markdown.outline import COLON_LEVEL
from recall.formats.markdown.prose import (
    begins_with_text,
    links_in_sentence,
    says_where,
    told_behind,
)
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing.bylines import is_byline
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.leads import begins_with_book, title_in
from recall.formats.markdown.works.mentions import Mention, mentions

_SENTENCE = re.compile(r"[.。!！?？:：,，;；]\s*\Z")
_NUMBERED_OR_QUOTED = re.compile(r"(?:\d{1,3}[.)]\s+)?[\"“«《]|\d{1,3}[.)]\s+\S")
_SEVERAL = 2
_WORDS_OF_A_TITLE = 4
_LONGEST_TITLE = 120
"""Characters of a line that is the title of an address below it."""


def with_titles(found: Sequence[Block]) -> Sequence[Block]:
    """Return blocks, with each heading that only has links under it as one block with them."""
    joined: list[Block] = []
    found = with_cards(found)
    told = described(found)
    at = 0
    while at < len(found):
        if joined and (bullet := _with_its_links(joined[-1], *found[at : at + 2])):
            joined[-1] = bullet
            at += 1
            continue
        titled = _below_title(found, at) or told.get(at)
        titled = titled or _above_labels(found, at) or _above_address(found, at)
        titled = titled or _above_quote(*found[at : at + 2])
        joined.append(titled or found[at])
        at += 1 + (len(titled.under) if titled else 0)
    return joined


def _with_its_links(above: Block, block: Block, after: Block | None = None) -> Bullet | None:
    """Return a bullet with a title and the paragraph below it, if that has only its links.

    It is a title if it is bold, or if what is quoted below it is one address.
    """
    if not isinstance(above, Bullet) or not isinstance(block, Paragraph):
        return None
    line = _only_line(above)
    if line is None:
        return None
    first = line.pieces[0] if line.pieces else None
    bold = isinstance(first, TextPiece) and first.strong and says_something(first.text)
    quotes = isinstance(after, Paragraph) and after.quoted
    quoted = block.quoted and _is_bare(block) and not quotes
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
    odd = oddly_labeled(card)
    while end < len(found) and (_adds_to_title(found[end]) or found[end] in odd):
        end += 1
    while end < len(found) and bears(found[index + 1 : end]) and speaks_of_it(found[end]):
        end += 1
    at = end
    while at < len(found) and not pseudo.is_heading(found[at]):
        if bears([found[at]]):
            return None
        at += 1
    under = found[index + 1 : end]
    named = _all_named([block for block in under if block not in odd])
    return Titled(heading, under, pseudo.beside_title(found[index])) if named else None


def speaks_of_it(block: Block) -> bool:
    """Return whether a paragraph only has a link inside of a sentence: `See the [other](…) too.`"""
    if not isinstance(block, Paragraph) or pseudo.is_heading(block) or says_where(block.lines):
        return False
    return bool(links_in_sentence(block.lines))


def links_below(block: Block) -> list[MarkdownLine]:
    """Return the lines with links of a block below a title; of prose, only the links."""
    lines = shown_lines(block)
    if isinstance(block, Paragraph) and says_where(lines):
        return [line._replace(pieces=[*line.links]) for line in lines if line.links]
    return lines


def titles(heading: str, lines: list[MarkdownLine]) -> bool:
    """Return whether a heading is the title of the links in the lines right below it.

    Several addresses without text are works of their own, but code beside one is of it if the
    heading is long; a single one may have a sentence behind it, words below it, and above it too
    if the heading has a number or quotation marks, as sections have not.
    """
    if not is_title(heading):
        return False
    each = [mention for line in lines for mention in mentions(line.pieces)]
    at = lines if _NUMBERED_OR_QUOTED.match(heading) else lines[:1]
    if len(each) == 1 and each[0].bare and any(map(_is_of_heading, at)):
        return True
    long = len(heading.split()) >= _WORDS_OF_A_TITLE
    bare = [mention for mention in each if mention.bare and not mention.hint]
    bare = [mention for mention in bare if not long or mention.role != "code"]
    return len(bare) < _SEVERAL and says_only_links(lines, beside_a_title=True)


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
        if several and any(map(_is_bare, found[at + 1 : at + 2]))
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
    links = [link for line in lines for link in line.links]
    if not (alone and len(links) == 1 and is_bare(links[0])):
        return [], lines
    at = alone[0]
    told = told_behind(lines[at])
    if not told:
        return lines[:at], lines[at:]
    behind = lines[at]._replace(pieces=[TextPiece(told)])
    return [*lines[:at], behind], [lines[at]._replace(pieces=[*links]), *lines[at + 1 :]]


def _is_of_heading(line: MarkdownLine) -> bool:
    return _stands_alone(line) or bool(told_behind(line))


def _stands_alone(line: MarkdownLine) -> bool:
    return bool(line.links) and not own_text(line).strip()


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


def _names_a_work(mention: Mention) -> bool:
    """Return whether a link has a title of its own after its label: `Blog: [How we grow](…)`."""
    return mention.titled and len(mention.link.label.split()) >= _WORDS_OF_A_TITLE


def _end_of_facts(found: Sequence[Block], start: int) -> int:
    """Return where the paragraphs about a title end: its authors, or words before `- URL: …`."""
    end = start
    while end < len(found) and isinstance(found[end], Paragraph) and not bears([found[end]]):
        if pseudo.is_heading(found[end]) and not _is_byline(found[end]):
            return start
        end += 1
    if end < len(found) and (_is_labeled(found[end]) or _points(found[end])):
        return end
    return start + (end > start and _is_byline(found[start]))


def _points(block: Block) -> bool:
    """Return whether a bullet is nothing but a pointer: `- [Official site](…)`."""
    return isinstance(block, Bullet) and is_pointer(block, beside_a_title=False)


def _is_byline(block: Block) -> bool:
    """Return whether a paragraph has only the authors of a work, or its venue and year."""
    return isinstance(block, Paragraph) and all(is_byline(line.text) for line in block.lines)


def _is_labeled(block: Block) -> bool:
    """Return whether a bullet is nothing but an address after its label: `Code: https://…`."""
    each = [mention for line in own_lines(block) for mention in mentions(line.pieces)]
    return len(each) == 1 and each[0].only_labeled and each[0].bare


def _all_named(below: Sequence[Block]) -> bool:
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
    distinct = all(names) and len(set(names)) == len(names)
    return bool(names or told) and distinct and works < _SEVERAL


def _above_address(found: Sequence[Block], index: int) -> Titled | None:
    """Return a line without a link, with `Link: https://…` below it, of which it is the title."""
    block, *following = found[index : index + 3]
    below = following[0] if following else None
    line = _only_line(block) if type(below) is type(block) else None
    if line is None or below is None or not _is_address(below):
        return None
    if _is_bare(below) and (pseudo.is_heading(block) or any(map(_is_bare, following[1:]))):
        return None  # the line is a heading, or there are several addresses under it
    line, about = parted_from_words(line)
    if not _is_name(line):
        return None
    return Titled(Heading(COLON_LEVEL, line), [below], about)


def _above_quote(block: Block, below: Block | None = None) -> Titled | None:
    """Return a citation without a link, with what is quoted below it: `> You find it [here](…)`."""
    if not isinstance(below, Paragraph) or not below.quoted or isinstance(block, Bullet):
        return None
    line = _only_line(block)
    linked = [line._replace(pieces=[*line.links]) for line in below.lines if line.links]
    if line is None or not linked or not begins_with_text(below.lines):
        return None
    cited = of_citation(clean(line.text))
    title = title_in([piece for piece in line.pieces if isinstance(piece, TextPiece)]) or cited
    if not cited or not is_title(title):
        return None
    named = line._replace(pieces=[TextPiece(title)])
    return Titled(Heading(COLON_LEVEL, named), [Paragraph(linked)], below.lines)


def _above_labels(found: Sequence[Block], index: int) -> Titled | None:
    """Return a line over a list of its links: `A title` over `- [Paper] https://…`, `- Code: …`."""
    over_list = index + 1 < len(found) and isinstance(found[index + 1], Bullet)
    line = _only_line(found[index]) if over_list and isinstance(found[index], Paragraph) else None
    if line is None or pseudo.is_heading(found[index]) or not _is_name(line):
        return None
    under = list(takewhile(lambda block: isinstance(block, Bullet), islice(found, index + 1, None)))
    linked = [block for block in under if bears([block])]
    labeled = linked and all(map(_is_labeled, linked)) and _all_named(linked)
    return Titled(Heading(COLON_LEVEL, line), under) if labeled else None


def _only_line(block: Block) -> MarkdownLine | None:
    lines, under = _own_and_under(block)
    return lines[0] if len(lines) == 1 and not under and not lines[0].links else None


def _own_and_under(block: Block) -> tuple[list[MarkdownLine], list[Block]]:
    """Return the lines of a paragraph or a bullet, and what stands under that."""
    if isinstance(block, Bullet):
        return parted(block)
    return (block.lines if isinstance(block, Paragraph) else []), []


def _is_name(line: MarkdownLine) -> bool:
    text = line.text.strip()
    return len(text) <= _LONGEST_TITLE and is_title(text) and not _SENTENCE.search(text)


def _is_address(block: Block) -> bool:
    """Return whether a block begins with an address after a label, and has no other link."""
    lines, under = _own_and_under(block)
    if under:
        return False
    each = [mention for line in lines for mention in mentions(line.pieces)]
    labeled = len(each) == 1 and each[0].hint == "page" and each[0].only_labeled
    return (labeled and each[0].bare) or _is_bare(block)


def _is_bare(block: Block) -> bool:
    """Return whether a paragraph is nothing but one address."""
    lines = block.lines if isinstance(block, Paragraph) else []
    each = [mention for line in lines for mention in mentions(line.pieces)]
    return len(lines) == len(each) == 1 and each[0].bare and _stands_alone(lines[0])
