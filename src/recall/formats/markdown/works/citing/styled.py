"""The title that a reference has in italics or in quotation marks, after its authors.

`Lee, Ann. *A fine book*. A Press, 2004.`, `[3] An Institute, “A fine paper,” 2016.`
"""

import re
from collections.abc import Sequence

from recall.domain.lists.person_names import may_be_names
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import clean

_NUMBER = re.compile(
    r"\s*(?:\[[^\W_]{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)]|[A-Z]{1,3}-?\d{1,3}[a-z]?\.(?=\s)|\[)?\s*"
)
_DATE = r"(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)"
_YEAR = re.compile(rf"\b{_DATE}")
_YEAR_LAST = re.compile(rf"[\s,.]*[(]?{_DATE}[)]?[\s.,:]*\Z")
# `Lee & Ray, *A journal*, 2016` has no title.
_YEAR_NEXT = re.compile(r"[\s,.(]*(?:19|20)\d\d")
_DATED_LABEL = re.compile(rf"\b{_DATE}[)]?(?:\s?[(][^()]{{1,30}}[)])?\s?:\s*\Z")
"""A year and a colon before the title: `Lee 1955: *A title*`, `Ray 2009 (review): *A title*`."""

_PUBLISHED = re.compile(r"\.?\s+[^\W\d_a-z][^:.]{1,40}:\s[^:]{2,60},\s(?:1[5-9]|20)\d\d\b")
"""Place, publisher and year after a book of one word: `*Oaks*. London: A Press, 2007`."""

_QUOTED = re.compile(r"«(?P<own>[^«»]{4,300})»|[\"“](?P<title>[^\"“”«»]{4,300})[\"”]")
_SUBTITLE = re.compile(r":\s+(?:[^\W\d][^.?!]{3,200})(?=[.?!](?:\s|\Z))")
_SMALL = re.compile(r"and|et|al|und|y|e|dan|d[aeiu]|del|den|der|van|von|l[ae]|of|for|the|")
_ENDS = (".", ",", ":", ";", ")", "-", "–", "—")
_OF_SEVERAL = re.compile(r",|\b[^\W\d_a-zа-я]\.")
_MOST_WORDS = 60
_LONGEST_ORGANIZATION = 8


def styled_title(pieces: Sequence[TextPiece]) -> str:
    """Return the title of such a reference, "" if a text is none.

    It has a year, or else its authors have initials or a comma: `**Lee, Ann** - "A paper"`.
    """
    text = "".join(piece.text for piece in pieces)
    slanted = next((index for index, piece in enumerate(pieces) if piece.slanted), len(pieces))
    dated = _YEAR.search(text) is not None
    if quoted := _QUOTED.search(text):
        before, more = text[: quoted.start()], _SUBTITLE.match(text, quoted.end())
        first = quoted.start() < sum(len(piece.text) for piece in pieces[:slanted])
        by_names = _are_names(before) and (dated or _OF_SEVERAL.search(before))
        if by_names or (first and dated and _is_organization(before)):
            told = _trimmed(quoted["title"] or quoted["own"])
            return told if more is None else _whole(text, quoted, more)
        if first:
            return ""
    return _slanted_title(pieces, slanted) if dated and slanted < len(pieces) else ""


def _slanted_title(pieces: Sequence[TextPiece], index: int) -> str:
    """Return the words in italics after authors; one word alone is the name of a journal."""
    before = "".join(piece.text for piece in pieces[:index])
    after = "".join(piece.text for piece in pieces[index + 1 :])
    title = _trimmed(pieces[index].text)
    if _DATED_LABEL.search(before) and title and not any(map(str.isalnum, after)):
        return title
    journal = before.rstrip().endswith(",") and _YEAR_NEXT.match(after)
    bold = any(piece.strong for piece in pieces[:index])
    apart = before.rstrip().endswith(("-", "–", "—"))
    by_names = not bold or (apart and _OF_SEVERAL.search(before))  # not `**A title**, *Ann Lee*`
    told = (" " in title or apart or _PUBLISHED.match(after)) and not journal and by_names
    alone = not (before + after).strip()  # `*Last updated: May 2, 2020*`
    return title if title and told and not alone and _are_names(before) else ""


def _whole(text: str, quoted: re.Match[str], more: re.Match[str]) -> str:
    """Return a title that begins with words of somebody: `"Why oaks?": How they grow`."""
    return clean(text[quoted.start() : more.end()]).strip(" ,.")


def _trimmed(title: str) -> str:
    return clean(title).strip(' ,."“”')


def _are_names(before: str) -> bool:
    """Return whether a text may be authors, with a year at its end."""
    before = _NUMBER.sub("", clean(before), count=1)
    names = _YEAR_LAST.sub(".", before)
    return bool(before) and _is_capitalized(names) and may_be_names(names)


def _is_organization(before: str) -> bool:
    before = _NUMBER.sub("", clean(before), count=1)
    return _is_capitalized(before) and len(before.split()) <= _LONGEST_ORGANIZATION


def _is_capitalized(text: str) -> bool:
    """Return whether a text is words with capital letters, and ends as authors do."""
    words = re.split(r"[\s,;.:&()–—-]+", text)
    told = (word[:1].isupper() or _SMALL.fullmatch(word) for word in words)
    ended = text.rstrip().endswith(_ENDS) or not text.strip(" —–-")
    return len(words) <= _MOST_WORDS and ended and all(told)
