"""The ways to set an author beside a title: `Title - Author`, `Author: Title`, `Title（作者）`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from recall.domain.lists.person_names import is_family_name, is_given_name, may_be_names
from recall.formats.markdown.works.citing.east_asian import (
    HAN_NAME,
    is_katakana_name,
    is_usual_name,
    korean_names,
)
from recall.formats.markdown.works.citing.names import HONORIFIC, INVERTED, read
from recall.lazy_regex import lazy_regex

LEAST_ALIKE = 3
"""Texts that are written in one way; fewer say nothing of the others."""
MOST_OF_THEM = 2 / 3
"""The share of texts that tells of the others."""
USUAL_NAMES = 1 / 5
"""The share of names that have to be usual ones, so that the others are names, too."""

_HANGUL = re.compile("[\\uac00-\\ud7a3]")
_SMALL = frozenset(["and", "&", "van", "von", "de", "der", "et", "al", "al."])
_CAPITAL = r"[^\W\d_a-z\u3040-\u9fff]"
_LATIN = (
    rf"{_CAPITAL}[\w.'’]*(?:,?\s(?:(?:and|&|van|von|de|der)\s)?{_CAPITAL}[\w.'’-]*){{0,5}}"
    r"(?:\set\sal\.?)?"
)
_NAMES = lazy_regex(f"{_LATIN}|{HAN_NAME}")
_EDITION = re.compile("第.*|.*[版卷册部集篇章巻]|[上中下]")
_REMARK = lazy_regex(
    r"[a-zà-ž][^()]*|(?:[电電纸紙实實][子质質体體])?[书書](?:[，,、].*)?"
    r"|[^，,、]{0,4}(?:专栏|專欄|课|課|课程|課程|视频|視頻|论文|論文)(?:[，,、].*)?"
)
"""What is no name, and no edition: `A title (practical guide)`, `书名（书，kindle）`."""

_PHRASE = re.compile(r"[a-zà-ž]\S*\s|.*\d|(?:\S+\s){6}")
"""What is no author, whatever stands at its place in other texts: `a long story`."""

_ASIDE = re.compile(r"\s*[(（\[【,，;；]|\s[-–—]+\s|\s(?:at|@)\s|\s(?:19|20)\d\d\Z")
"""What follows an author that is not the end: a volume, a remark."""


class Parted(NamedTuple):
    """A text as its title and what stands beside it.

    named: this begins with a name, or is a remark in brackets. sure: it is a usual name.
    """

    title: str
    beside: str
    named: bool
    sure: bool


class Way(NamedTuple):
    """A sign between title and author, and the share of names that have to be usual ones.

    handles: people may be called there by a word in small letters, too.
    """

    sign: re.Pattern[str]
    author_first: bool = False
    in_brackets: bool = False
    least_sure: float = USUAL_NAMES
    handles: bool = False

    def part(self, text: str) -> Parted | None:
        """Return a text as it is parted in this way, None if it lacks the sign."""
        places = [*self._places(text)] if self.sign.search(text) else []
        if not places:
            return None
        sure = next((place for place in places if place.sure), None)
        named = next((place for place in reversed(places) if place.named), None)
        return sure or named or places[-1]

    def is_that_of(self, parted: Sequence[Parted], authored: int = 0) -> bool:
        """Return whether most texts with the sign have names; `authored` are others that do."""
        named = authored + sum(each.named for each in parted)
        sure = authored + sum(each.sure for each in parted)
        enough = max(LEAST_ALIKE, MOST_OF_THEM * (authored + len(parted)))
        if self.author_first and sum(map(_tells_of_a_life, parted)) * 3 >= len(parted) > 0:
            return False
        return named >= enough and sure >= self.least_sure * named

    def is_sure_of(self, parted: Parted) -> bool:
        """Return whether a name is told by itself: alone before a colon, it may be any word."""
        return not self.author_first or parted.sure or " " in parted.beside or self is WAYS[1]

    def may_have(self, title: str, text: str) -> bool:
        """Return whether a title stands in a text where it does in this way."""
        return text.endswith(title) if self.author_first else text.startswith(title)

    def _places(self, text: str) -> Iterator[Parted]:
        """Yield the text parted at each sign where an author may begin or end."""
        for sign in self.sign.finditer(text):
            before, after = text[: sign.start()].strip(), text[sign.end() :].strip()
            if before and self.author_first:
                yield _parted(after, before, usual=names_in(before))
                return
            if before and self.in_brackets:
                inner = after.rstrip(")）")
                remark = _REMARK.fullmatch(inner) is not None
                yield _parted(before, inner, usual=remark or names_in(inner))
            elif before:
                named = names_in(author_in(after))
                handle = named is None and self.handles and _HANDLES.fullmatch(after)
                yield _parted(before, after, usual=False if handle else named)


_DASH = re.compile(r"\s+(?:[-–—]{1,2}|[|/])\s+|\s*——\s*|;\s+")
_COMMA = re.compile(r",\s+|，")
_BY = re.compile(r"\s+by\s+")
_DASH_LAST = re.compile(r"\s+(?:[-–—]{1,2}|[|/])\s+|;\s+")
"""Behind a Chinese dash stands what a person is known for: `李白——诗仙的一生`."""
_HANDLES = re.compile(r"[\w.-]{2,20}(?: (?:and|&) [\w.-]{2,20})?")
_LOW_LINE = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
WAYS = (
    Way(_DASH),
    Way(_DASH_LAST, author_first=True),
    Way(_COMMA),
    Way(_LOW_LINE),
    Way(_BY, handles=True),
    Way(_COMMA, author_first=True, least_sure=1 / 2),
    Way(re.compile(r"\s?:\s+"), author_first=True, least_sure=1 / 2),
    Way(re.compile(r"(?<=[^\W\d_]{2})\.\s+"), author_first=True, least_sure=1 / 2),
    Way(re.compile(r"\s?[（(](?=[^()（）]+[)）]\Z)"), in_brackets=True),
)
"""Chinese has no way with a colon: there it stands before a subtitle."""

_LIFE = re.compile(
    r"(?i)(?:(?:an?|his|her|my|the|una?|eine?|une?)\s)?(?:[\w-]+\s){0,2}(?:life|lives|story|biograph\w+|history|memoir"
    r"|autobiograph\w+|legacy|vida|vie|leben|biograf\w+|guide|primer)\b"
    r"|(?i:chapter|part|book|volume|vol\.?|episode|season)\s\w+"
)

SIGNS_OF_WAYS = re.compile(
    r"[\s—;:.,，_（(](?:(?<=\s)(?:[-–—|/]{1,2}|by)\s|(?<=—)—|(?<=[;,:.])\s|(?<=[，（(])"
    r"|(?<=[^\W_]_)[^\W_])"
)
"""What all these signs have; most titles have none of it.

Their first characters are told first, as that takes a quarter of the time.
"""


def _tells_of_a_life(parted: Parted) -> bool:
    """Return whether a person is what a book is about: `John Adams: A Life`."""
    return _LIFE.match(parted.title) is not None


def _parted(title: str, beside: str, *, usual: bool | None) -> Parted:
    return Parted(title, beside, usual is not None, bool(usual))


def author_in(text: str) -> str:
    """Return the author that a text begins with, before an aside."""
    aside = None if _NAMES.fullmatch(text) else _ASIDE.search(text)
    return text[: aside.start()] if aside else text


@lru_cache(maxsize=1024)  # asked of one text for the list, and again for its section
def names_in(text: str) -> bool | None:
    """Return whether a text is usual names; None if it is no names at all, as far as it tells."""
    text = HONORIFIC.sub("", text)
    if INVERTED.fullmatch(text):
        last, first = text.split(", ", 1)
        return names_in(f"{first} {last}")
    if is_katakana_name(text):
        return True
    if not text.isascii() and _HANGUL.search(text):
        return korean_names(text)
    words = text.split()
    if not _NAMES.fullmatch(text) or _EDITION.fullmatch(text) or not may_be_names(text):
        return None
    if any(word[0].islower() and word not in _SMALL for word in words):
        return None
    found = read(text)
    given = is_given_name(words[0]) and words[0].istitle()  # not `RoBERTa`
    known = (given and len(words) > 1) or is_family_name(words[-1])
    return is_usual_name(text) or known or bool(found and found.sure)


def are_names(texts: Sequence[str]) -> bool:
    """Return whether most of these texts are names, and enough of them usual ones."""
    told = [names_in(text) for text in texts]
    named = len(told) - told.count(None)
    return named >= MOST_OF_THEM * len(told) and told.count(True) >= USUAL_NAMES * named


def name_authors(texts: Sequence[str]) -> bool:
    """Return whether most of these texts are a title and its author, in one way."""
    for way in WAYS:
        parted = [each for text in texts if (each := way.part(text))]
        if len(parted) >= MOST_OF_THEM * len(texts) and way.is_that_of(parted):
            return True
    return False


def is_phrase(text: str) -> bool:
    """Return whether a text is no author, also at the place of one."""
    return _PHRASE.match(text) is not None
