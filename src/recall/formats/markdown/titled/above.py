"""A line or a bullet without a link that is the title of what stands below it."""

from collections.abc import Sequence
from itertools import islice, takewhile

from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph, Titled
from recall.formats.markdown.bullets import (
    bears,
    begins_with_link,
    is_pointer,
    own_lines,
    parted,
)
from recall.formats.markdown.entries import web_links
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.marks.facts import title_of_card
from recall.formats.markdown.outline import COLON_LEVEL
from recall.formats.markdown.prose import begins_with_text
from recall.formats.markdown.titled.alone import (
    all_named,
    is_address,
    is_address_alone,
    is_labeled,
    is_name,
    only_line,
)
from recall.formats.markdown.titled.cards import is_card
from recall.formats.markdown.titled.described import is_title, parted_from_words
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.leading.bold import strong_title
from recall.formats.markdown.works.leads import title_in

_LEAST_PAIRS = 3
"""Titles with their address in the bullet below; two may be chance."""


def above_one_address(found: Sequence[Block], index: int) -> Titled | None:
    """Return a line without a link, with `Link: https://…` below it, of which it is the title."""
    block, *following = found[index : index + 3]
    below = following[0] if following else None
    line = only_line(block) if type(below) is type(block) else None
    if line is None or below is None or not is_address(below):
        return None
    if is_address_alone(below) and (
        pseudo.is_heading(block) or any(map(is_address_alone, following[1:]))
    ):
        return None  # the line is a heading, or there are several addresses under it
    line, about = parted_from_words(line)
    if not is_name(line):
        return None
    return Titled(Heading(COLON_LEVEL, line), [below], about)


def above_quote(block: Block, below: Block | None = None) -> Titled | None:
    """Return a citation without a link, with what is quoted below it: `> You find it [here](…)`."""
    if not isinstance(below, Paragraph) or not below.quoted or isinstance(block, Bullet):
        return None
    line = only_line(block)
    linked = [line._replace(pieces=[*line.links]) for line in below.lines if line.links]
    if line is None or not linked or not begins_with_text(below.lines):
        return None
    cited = of_citation(clean(line.text))
    title = title_in([piece for piece in line.pieces if isinstance(piece, TextPiece)]) or cited
    if not cited or not is_title(title):
        return None
    named = line._replace(pieces=[TextPiece(title)])
    return Titled(Heading(COLON_LEVEL, named), [Paragraph(linked)], below.lines)


def above_card(block: Block) -> Titled | None:
    """Return the title that a paragraph names in its first line, over the lines of its card.

    `Title: A fine paper` over `Venue: OSDI 2004` and `Link: https://…`.
    """
    lines = block.lines if isinstance(block, Paragraph) and not block.quoted else []
    title = title_of_card(lines[0]) if lines and not lines[0].links else ""
    below: list[Block] = [Bullet(line.number, [Paragraph([line])]) for line in lines[1:]]
    if not title or not is_card(below):
        return None
    heading = Heading(COLON_LEVEL, lines[0]._replace(pieces=[TextPiece(title)]))
    linked = [block for block in below if web_links(own_lines(block))]
    return Titled(heading, linked, [line for line in lines[1:] if not web_links([line])])


def above_labels(found: Sequence[Block], index: int) -> Titled | None:
    """Return a line over a list of its links: `A title` over `- [Paper] https://…`, `- Code: …`.

    Below a title in bold, which others follow in its line, may also stand `- [paper](…)`.
    """
    over_list = index + 1 < len(found) and isinstance(found[index + 1], Bullet)
    line = only_line(found[index]) if over_list and isinstance(found[index], Paragraph) else None
    if line is None or pseudo.is_heading(found[index]):
        return None
    line, about = _parted_from_byline(line)
    if not (about or is_name(line)):
        return None
    under = list(takewhile(lambda block: isinstance(block, Bullet), islice(found, index + 1, None)))
    linked = [block for block in under if bears([block])]
    labeled = all(is_labeled(block) or (about and is_pointer(block)) for block in linked)
    told = bool(linked) and labeled and all_named(linked)
    return Titled(Heading(COLON_LEVEL, line), under, about) if told else None


def _parted_from_byline(line: MarkdownLine) -> tuple[MarkdownLine, list[MarkdownLine]]:
    """Separate a title in bold that a line begins with from the authors and the venue after it."""
    texts = [piece for piece in line.pieces if isinstance(piece, TextPiece)]
    if len(texts) == 1 or not texts[0].strong or not strong_title(texts):
        return line, []
    title, *rest = line.pieces
    return line._replace(pieces=[title]), [line._replace(pieces=rest)]


def above_addresses(found: Sequence[Block]) -> dict[int, Titled]:
    """Return the bullets that are the title of the bullets below, which are only addresses.

    If all texts of a list have one, and there are three at least: `- A title` over `- https://…`.
    """
    titled: dict[int, Titled] = {}
    texts = 0
    for at, block in enumerate(found):
        text = isinstance(block, Bullet) and not begins_with_link(block)
        line = only_line(block) if text else None
        if line is None:
            continue
        texts += 1
        below = list(takewhile(_is_bare_bullet, islice(found, at + 1, None)))
        if below and is_title(line.text):
            titled[at] = Titled(Heading(COLON_LEVEL, line), below)
    return titled if len(titled) == texts >= _LEAST_PAIRS else {}


def _is_bare_bullet(block: Block) -> bool:
    """Return whether a bullet is nothing but one address."""
    own, under = parted(block) if isinstance(block, Bullet) else ([], [])
    return bool(own) and not under and is_address_alone(Paragraph(own))
