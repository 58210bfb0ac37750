"""Headings that are titles, as sentences below them describe the one address that they have."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from recall.domain.lists.choosing import furniture
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph, Titled
from recall.formats.markdown.bullets import bears
from recall.formats.markdown.entries import own_text, says_only_links
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.marks.boxes import without
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.mentions import Mention, mentions
from recall.formats.markdown.works.parts import is_part

_SENTENCE = re.compile(r"[.。;；]\W*\Z")
_NUMBERED_NAME = re.compile(r"\s*\d{1,3}\s?[、.．)）]\s*([^:：。，]{1,40})[:：](?=.*\S)")
_LABELED_TITLE = re.compile(r"\s*(?:题目|标题|書名|书名|タイトル|[Tt]itle)\s*[:：]\s*(?=\S)")
"""`题目：A title`"""

_DATE = re.compile(
    r"(?i)\W*(?:(?:\d{1,4}\s*[年月日号期年월일]\s*)+|(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)(?:,?\s+\d{2,4})?)\W*"
)
"""A heading such as `9 月` or `May 2021` is a section, also above a single address."""

_USEFUL = re.compile(r"(?i)\A(?:useful|helpful|interesting|important|favou?rite|good|some|misc)\s+")
"""`Useful links` are links."""

_LEAST_SURE = 2
_A_THIRD = 3


class _Described(NamedTuple):
    """A heading with its blocks; sure: what stands above the address is sentences."""

    titled: Titled
    sure: bool


def described(found: Sequence[Block]) -> dict[int, Titled]:
    """Return the headings that only one address stands under, below sentences, by their places.

    If several of a level are such, so are those whose address has other words above it: the
    headings of a list are of one kind.
    """
    told = {at: one for at in range(len(found)) if (one := _described(found, at)) is not None}
    sure = Counter(one.titled.heading.level for one in told.values() if one.sure)
    every = Counter(one.titled.heading.level for one in told.values())
    kinds = {
        level
        for level, count in sure.items()
        if count >= _LEAST_SURE and count * _A_THIRD >= every[level]
    }
    return {
        at: one.titled for at, one in told.items() if one.sure or one.titled.heading.level in kinds
    }


def is_title(heading: str) -> bool:
    """Return whether a heading can be the title of a work, as `Papers` and `License` cannot."""
    name = _USEFUL.sub("", heading)
    labels = pointer(name, beside_a_title=True) is not None or _DATE.fullmatch(heading)
    return says_something(heading) and not labels and furniture((heading,)) is None


def parted_from_words(line: MarkdownLine) -> tuple[MarkdownLine, list[MarkdownLine]]:
    """Separate the title in a numbered line from what is said of it: `1、一个工具：用来…`."""
    found = _NUMBERED_NAME.match(line.text)
    if found is None or any(piece for piece in line.pieces if not isinstance(piece, TextPiece)):
        labeled = _LABELED_TITLE.match(line.text)
        return (without(line, labeled.end()) if labeled else line), []
    about = line._replace(pieces=[TextPiece(line.text[found.end() :].strip())])
    return line._replace(pieces=[TextPiece(found[1])]), [about]


def _described(found: Sequence[Block], at: int) -> _Described | None:
    heading, *after = found[at : at + 2]
    if not isinstance(heading, Heading) or heading.level == 1 or heading.line.links:
        return None
    if not after or not isinstance(after[0], Paragraph):
        return None
    if pseudo.is_bold_title(after[0].lines[0]):
        return None  # which is the title itself
    name = pseudo.heading_title(heading.line)
    if not is_title(name) or is_part(name):
        return None
    blocks = islice(found, at + 1, None)
    rest = list(takewhile(lambda block: not pseudo.is_heading(block), blocks))
    under = list(takewhile(lambda block: isinstance(block, Paragraph | Bullet), rest))
    bearing = [index for index, block in enumerate(rest) if bears([block])]
    one = _with_address(heading, under, bearing[0]) if len(bearing) == 1 else None
    return one or _with_labels(heading, under, bearing)


def _with_labels(heading: Heading, under: list[Block], bearing: list[int]) -> _Described | None:
    """Return a heading with sentences, and paragraphs below them that only point: `Buy: [A](…)`."""
    if not bearing or bearing[-1] >= len(under):
        return None
    linked = [under[at] for at in bearing]
    text = clean(" ".join(line.text for line in _lines_of(under[: bearing[0]])))
    points = all(
        isinstance(block, Paragraph) and says_only_links(block.lines, beside_a_title=True)
        for block in linked
    )
    told = points and _SENTENCE.search(text) and not of_citation(text)
    return _Described(Titled(heading, under, []), sure=True) if told else None


def _with_address(heading: Heading, under: list[Block], at: int) -> _Described | None:
    """Return a heading with the paragraph at this place, which has its address, and the others."""
    paragraph = under[at] if at < len(under) else None
    if not isinstance(paragraph, Paragraph):
        return None
    linked = [line for line in paragraph.lines if line.links]
    links = mentions(linked[0].pieces) if len(linked) == 1 else []
    if len(links) != 1 or not _leads_there(links[0]):
        return None
    (link,), (line,) = links, linked
    before, after = _around(paragraph.lines, line)
    told = not link.bare and says_something(own_text(line))
    beside = [line._replace(pieces=_texts(line))] if told else []
    words = [*_lines_of(under[:at]), *before, *beside]
    text = clean(" ".join(each.text for each in words))
    if not says_something(text) or of_citation(text):
        return None
    address = line if link.bare else line._replace(pieces=[link.link])
    blocks = [*under[:at], Paragraph([address]), *under[at + 1 :]]
    titled = Titled(heading, blocks, [*before, *beside, *after])
    return _Described(titled, _SENTENCE.search(text) is not None)


def _leads_there(mention: Mention) -> bool:
    """Return whether a link stands for what the heading names: an address, or `Listen here`."""
    if mention.bare:
        return not mention.gap.strip() or mention.only_labeled
    return pointer(mention.link.label) is not None and not (mention.hint or mention.is_credited)


def _around(
    lines: list[MarkdownLine], line: MarkdownLine
) -> tuple[list[MarkdownLine], list[MarkdownLine]]:
    at = lines.index(line)
    return lines[:at], lines[at + 1 :]


def _lines_of(blocks: Sequence[Block]) -> list[MarkdownLine]:
    return [line for block in blocks if isinstance(block, Paragraph) for line in block.lines]


def _texts(line: MarkdownLine) -> list[TextPiece | MarkdownLink]:
    return [piece for piece in line.pieces if isinstance(piece, TextPiece)]
