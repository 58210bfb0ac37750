"""Venues, and citations without a title: `Lee et al., *Nat. Neurosci.*, 2017`."""

import re
from collections.abc import Sequence

from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing import names
from recall.lazy_regex import lazy_regex

_ABBREVIATED = re.compile(r"(?:[^\W\d_][\w&-]*\.\s?)+[^\W\d_]?[\w&-]*|[^\W\d_][\w&-]*")
_YEAR_ALONE = re.compile(r"[\s,.]*[(]?(?:19|20)\d\d[a-z]?[)]?[\s,.:–—-]*")
_AROUND = " ,.;:\n"
_AUTHOR = r"[^\W\d_a-z][\w.'’-]*(?:\s+[^\W\d_a-z][\w.'’-]*){0,2}"
# `Lee, Ray (1977)`, `Ann Lee et al., 2019`.
_CITATION = lazy_regex(
    rf"{_AUTHOR}(?:(?:,|,?\s+and|\s*&)\s+{_AUTHOR}){{0,9}}(?:,?\s+et\s+al\.?)?"
    r",?\s+[(]?(?:19|20)\d\d[a-z]?[)]?"
)
# `[[NeurIPS2021](…)] A title`, `[[2017-NIPS]](…) A title`, `A title [[Lee, IROS '14](…)]`
_VENUE = lazy_regex(
    r"[^\W_a-z][^.:;?!]{0,50}?(?:(?:19|20)\d\d|(?<=['’‘])\d\d|(?<=[A-Za-z])\d\d)(?:\s?[(][^()]{1,20}[)])?"
    r"|(?:19|20)\d\d[- ]?[A-Z][A-Za-z]{1,11}"
)
_JOURNAL = lazy_regex(r"[^\W\d_a-z][^()]{2,60}\s\d[^()]{0,30}\s[(](?:18|19|20)\d\d[)]")
"""A journal with volume, page and year behind a title: `[Phys. Rev. 47, 777 (1935)](…)`."""


def is_citation(text: str) -> bool:
    """Return whether a text is only authors and a year: `Lee and Ray (1977)`."""
    return _CITATION.fullmatch(text) is not None


def is_venue(text: str) -> bool:
    """Return whether a text is only a venue and its year: `NeurIPS 2021`, `2017-NIPS`."""
    return _VENUE.fullmatch(text) is not None


def is_journal(text: str) -> bool:
    """Return whether a text is a journal with its volume and year: `Phys. Rev. 47, 777 (1935)`."""
    return _JOURNAL.fullmatch(text) is not None


def without_title(pieces: Sequence[TextPiece]) -> str:
    """Return a text that has only authors, a venue in italics and a year; "" for any other.

    A venue is one word, or abbreviated; more words in italics are the title of a book.
    """
    if not any(piece.slanted for piece in pieces):
        return ""
    shown = [piece for piece in pieces if piece.text.strip()]
    index = next((index for index, piece in enumerate(shown) if piece.slanted), 0)
    before = clean("".join(piece.text for piece in shown[:index])).strip(_AROUND)
    authors = names.read(before)
    if authors is None or authors.end < len(before) or not authors.several:
        return ""
    rest = "".join(piece.text for piece in shown[index + 1 :])
    venue = shown[index].text.strip(_AROUND)
    if not _ABBREVIATED.fullmatch(venue) or not _YEAR_ALONE.fullmatch(rest):
        return ""
    return clean("".join(piece.text for piece in pieces)).rstrip(_AROUND + "–—-")
