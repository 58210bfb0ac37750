"""Citations without a title, as syllabi have them: `Lee et al., *Nat. Neurosci.*, 2017`."""

import re
from collections.abc import Sequence

from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing import names

_ABBREVIATED = re.compile(r"(?:[^\W\d_][\w&-]*\.\s?)+[^\W\d_]?[\w&-]*|[^\W\d_][\w&-]*")
_YEAR_ALONE = re.compile(r"[\s,.]*[(]?(?:19|20)\d\d[a-z]?[)]?[\s,.:–—-]*")
_AROUND = " ,.;:\n"


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
