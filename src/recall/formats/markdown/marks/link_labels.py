"""Link texts that are labels, as the list shows: `*A title* by Ann Lee – [Verlag](…)`.

No list of words knows all shops, libraries and sites. But where several lines end with the same
link text, it is no title; and where most lines name their link before it, the others do as well.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.bullets import begins_with_link
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import is_titled
from recall.formats.markdown.works.parts import is_part

_MOST_WORDS = {2: 3, 3: 5}
"""Words of a link text that is a label because it is there twice, or more often."""
_SEVERAL, _LEAST_ALIKE = 2, 3
_FOLLOWS, _COLONS = "]", {":", "："}
_BOX_AND_LINK = 2
_MOST_OF_THEM = 2 / 3
_LEAST_WORDS = 2
"""Words before a link that can name it."""


class _Place(NamedTuple):
    """A link that stands behind a text; sign is what ends the text, "" if that is a letter.

    Behind another link, it is `_FOLLOWS`.
    """

    line: MarkdownLine
    at: int
    link: MarkdownLink
    sign: str


def mark_labels(blocks: Sequence[Block]) -> None:
    """Mark the link texts of a list that are labels, wherever they stand behind a title."""
    places = [*_places(blocks)]
    again = _repeated(places)
    known = [_is_known(place, again) for place in places]
    alike = _among_labels(places, known)
    for place, is_known in zip(places, known, strict=True):
        label = place.link.label.casefold()
        among = not is_known and place.sign in alike and _is_short(label, _LEAST_ALIKE)
        if label in again or among:
            place.line.pieces[place.at] = place.link._replace(is_label=True)


def _is_known(place: _Place, again: Container[str]) -> bool:
    """Return whether a link text is a label, by its words or because it is there again."""
    return place.link.label.casefold() in again or not is_titled(place.link)


def _repeated(places: Sequence[_Place]) -> set[str]:
    """Return the short texts of links to several addresses."""
    addresses: dict[str, set[str]] = {}
    follows = Counter(place.link.label.casefold() for place in places if place.sign == _FOLLOWS)
    for place in places:
        if place.sign in _COLONS:
            continue  # `Week two: [A book](…)`
        if place.sign == _FOLLOWS and follows[place.link.label.casefold()] < _LEAST_ALIKE:
            continue
        addresses.setdefault(place.link.label.casefold(), set()).add(place.link.url)
    return {text for text, urls in addresses.items() if _is_short(text, len(urls))}


def _is_short(text: str, addresses: int) -> bool:
    most = _MOST_WORDS.get(min(addresses, _LEAST_ALIKE), 0)
    return len(text.split()) <= most and not is_part(text)


def _among_labels(places: Sequence[_Place], known: Sequence[bool]) -> set[str]:
    """Return the signs behind which labels stand, if most of the links are labels."""
    told = [pair for pair in zip(places, known, strict=True) if pair[0].sign != _FOLLOWS]
    if sum(is_known for _, is_known in told) < max(_LEAST_ALIKE, _MOST_OF_THEM * len(told)):
        return set()
    signs = Counter(place.sign for place, is_known in told if is_known)
    return {sign for sign, count in signs.items() if count >= _SEVERAL}


def _places(blocks: Sequence[Block], above: str = "") -> Iterator[_Place]:
    """Yield the first link of each bullet and paragraph that stands behind a title, or below it."""
    for block in blocks:
        if isinstance(block, Bullet):
            first = block.blocks[0] if block.blocks else None
            own = first.lines if isinstance(first, Paragraph) else []
            alone = len(block.blocks) == len(own) == 1 and len(own[0].pieces) <= _BOX_AND_LINK
            if alone and not above and begins_with_link(block):
                continue  # as most are
            yield from _in_lines(own, above)
            under = block.blocks[1:] if own else block.blocks
            yield from _places(under, " ".join(map(_text, own)))
        elif isinstance(block, Paragraph):
            for lines in _entries(block.lines):
                yield from _in_lines(lines, above)


def _entries(lines: Sequence[MarkdownLine]) -> Iterator[list[MarkdownLine]]:
    """Yield the lines of a paragraph up to each line with a link."""
    waiting: list[MarkdownLine] = []
    for line in lines:
        waiting.append(line)
        if line.links:
            yield waiting
            waiting = []


def _text(line: MarkdownLine) -> str:
    return line.text


def _in_lines(lines: Sequence[MarkdownLine], above: str) -> Iterator[_Place]:
    """Yield the first link behind a title, and each that follows another."""
    text, linked = above, False
    for line in lines:
        for at, piece in enumerate(line.pieces):
            if isinstance(piece, TextPiece):
                text += piece.text
                continue
            last = text.rstrip(' *_“"')[-1:]
            if linked:
                yield _Place(line, at, piece, _FOLLOWS)
            elif len(text.split()) >= _LEAST_WORDS and _names(text):
                yield _Place(line, at, piece, "" if last.isalnum() else last)
            linked = True


def _names(text: str) -> bool:
    """Return whether a text can be a title, and is no label before a link: `Code: `."""
    name = text.strip().rstrip(":：")
    return says_something(name) and pointer(name, beside_a_title=True) is None
