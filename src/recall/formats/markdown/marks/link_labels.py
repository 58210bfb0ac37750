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
_MOST_OF_THEM = 2 / 3
_LEAST_WORDS = 2
"""Words before a link that can name it."""


class _Place(NamedTuple):
    """A link that stands behind a text; sign is what ends the text, "" if that is a letter."""

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
    for place in places:
        addresses.setdefault(place.link.label.casefold(), set()).add(place.link.url)
    return {text for text, urls in addresses.items() if _is_short(text, len(urls))}


def _is_short(text: str, addresses: int) -> bool:
    most = _MOST_WORDS.get(min(addresses, _LEAST_ALIKE), 0)
    return len(text.split()) <= most and not is_part(text)


def _among_labels(places: Sequence[_Place], known: Sequence[bool]) -> set[str]:
    """Return the signs behind which labels stand, if most of the links are labels."""
    if sum(known) < max(_LEAST_ALIKE, _MOST_OF_THEM * len(places)):
        return set()
    signs = Counter(place.sign for place, is_known in zip(places, known, strict=True) if is_known)
    return {sign for sign, count in signs.items() if count >= _SEVERAL}


def _places(blocks: Sequence[Block], above: str = "") -> Iterator[_Place]:
    """Yield the first link of each bullet and paragraph that stands behind a title, or below it."""
    for block in blocks:
        if isinstance(block, Bullet):
            if len(block.blocks) == 1 and not above and begins_with_link(block):
                continue  # as most do
            first = block.blocks[0] if block.blocks else None
            own = first.lines if isinstance(first, Paragraph) else []
            linked = any(line.links for line in own)
            if own and (place := _place(own, above)):
                yield place
            under = block.blocks[1:] if own else block.blocks
            yield from _places(under, "" if linked else " ".join(map(_text, own)))
        elif isinstance(block, Paragraph):
            yield from filter(None, (_place(lines, above) for lines in _entries(block.lines)))


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


def _place(lines: Sequence[MarkdownLine], above: str) -> _Place | None:
    text = above
    for line in lines:
        for index, piece in enumerate(line.pieces):
            if isinstance(piece, TextPiece):
                text += piece.text
            elif len(text.split()) < _LEAST_WORDS or not _names(text):
                return None
            else:
                last = text.rstrip(' *_“"')[-1:]
                return _Place(line, index, piece, "" if last.isalnum() else last)
    return None


def _names(text: str) -> bool:
    """Return whether a text can be a title, and is no label before a link: `Code: `."""
    name = text.strip().rstrip(":：")
    return says_something(name) and pointer(name, beside_a_title=True) is None
