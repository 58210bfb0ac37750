"""The title where names stand beside italics: `A fine book, *Ann Lee*`, `Ann Lee: *A book*`."""

import re
from collections.abc import Sequence

from recall.domain.lists.person_names import may_be_names
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing.names import INVERTED, Authors, read
from recall.lazy_regex import lazy_regex

_LAST_NAME = r"[^\W\d_a-z][\w'’-]+"
_LAST_NAMES = lazy_regex(rf"(?:{_LAST_NAME}(?:,\s+|,?\s(?:and|&)\s+)){{0,8}}{_LAST_NAME}")
_ONE_NAME = lazy_regex(
    rf"{_LAST_NAME}(?:,?\s(?:[A-Z]\.|[a-z]{{1,3}}(?=\s[^\W\d_a-z])|{_LAST_NAME})){{0,6}}(?:[.,]|(?<=\.))\s+"
)
_APART = re.compile(r"(?:(?P<comma>,)|(?<=[^\W\d_])[:.]|\s[-–—])\s+\Z")
_NUMBER = re.compile(r"\A(?:\[\w{1,4}\]|\d{1,3}[.)])\s*")
_TITLE = re.compile(r"\W*[^\W_a-z]\S*\s+\S")
# `2024-05-01 A magazine: *A title*`
_LOGGED = re.compile(r"\s*(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s[^:]{2,80}:\s*\Z")
_LONG = lazy_regex(
    r"(?i)(?!.*\b(?:journal|review|revue|times|magazine|proceedings|transactions|letters|annals"
    r"|zeitschrift|yorker|atlantic|guardian|conference|symposium|workshop|press)\b)(?:\S+\s+){2}\S"
)
"""Three words or more that are no journal, so that a year after several authors may follow."""
_YEAR_NEXT = re.compile(r"[\s,.(]*(?:19|20)\d\d")


def beside_italics(pieces: Sequence[TextPiece]) -> str:
    """Return the title where names stand before the first italics or in them, or "".

    Names in italics are the authors of the title before them; after names, italics are the title.
    With a year after them they may be a journal as well, so that they say nothing.
    """
    if cited := cited_last(pieces):
        return cited
    index = next((index for index, piece in enumerate(pieces) if piece.slanted), 0)
    before = "".join(piece.text for piece in pieces[:index])
    after = "".join(piece.text for piece in pieces[index + 1 :])
    if _LOGGED.match(before) and not any(map(str.isalnum, after)):
        return pieces[index].text
    apart = _APART.search(before)
    if apart is None:
        return ""
    left, italics = clean(before[: apart.start()]), clean(pieces[index].text)
    left = _NUMBER.sub("", left)
    if not apart["comma"] and INVERTED.fullmatch(left):
        return italics
    last_names = bool(apart["comma"] and _LAST_NAMES.fullmatch(left) and may_be_names(left))
    by_left, by_italics = _names(left), _names(italics)
    if by_italics and not by_left and (by_italics.sure or not last_names):
        return before[: apart.start()] if apart["comma"] else ""
    several = by_left is not None and by_left.several and _LONG.match(italics) is not None
    told = (last_names or by_left) and (several or not _YEAR_NEXT.match(after))
    sure = by_left is not None and by_left.sure
    return italics if told and (sure or _TITLE.match(italics)) else ""


def cited_last(pieces: Sequence[TextPiece]) -> str:
    """Return the italics that end a text after a name, or "": `Lee, Ann B. *A fine book.*`.

    The link that follows is where to get it, whatever it shows.
    """
    shown = [piece for piece in pieces if piece.text.strip(" .")]
    if not shown or not shown[-1].slanted or not _TITLE.match(shown[-1].text):
        return ""
    before = "".join(piece.text for piece in shown[:-1]).lstrip()
    title = shown[-1].text
    named = _ONE_NAME.fullmatch(before) and may_be_names(before)
    return title if named and not _names(clean(title)) else ""


def _names(text: str) -> Authors | None:
    """Return the names in a text that is nothing but names, as far as the words tell."""
    found = read(text)
    if found is None or not (found.sure or found.several):
        return None
    return None if text[found.end :].strip(" .,:") else found
