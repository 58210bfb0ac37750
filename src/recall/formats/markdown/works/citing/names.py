"""Reads the names of authors in a text: `Ann Lee, B. Ray, and Cy Poe`, `Lee, A., & Ray, B.`."""

import re
from typing import NamedTuple

from recall.domain.lists.person_names import is_family_name, is_given_name, may_be_names

_PART = re.compile(
    r"(?P<initial>(?!U\.[SK]\.)[A-Z]\.(?:-?[A-Z]\.)*)"
    r"|(?P<particle>(?:van|von|de|der|den|di|da|del|du|la|le|ten|bin|al|el)(?=\s))"
    r"|(?P<word>[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w'’´¨]|-(?=\w))*)"
)
_INITIALS_NEXT = re.compile(
    r",\s(?:[A-Z]\.[ -]?)+(?=[\s,;&(]|\Z)(?<=\.)|,\s[A-Z]\.(?:[ -]?[A-Z]\.)*"
)
HONORIFIC = re.compile(r"(?:(?:Prof|Dr|Mr|Mrs|Ms)\b\.?\s)+")
INVERTED = re.compile(
    r"(?:(?:de|van|von|der|den|la|le|di|da)\s){0,2}[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?,"
    r"\s[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){0,2}"
)
"""A name with the last name first: `Lee, Ann B.`."""
_SUFFIX = re.compile(r",?\s(?:Jr|Sr)\b\.?")
_COMMA = re.compile(r"[,;]\s+|\s/\s")
_AND = re.compile(r",?(?:\s(?:\.\.\.|…),?)?(?:\s(?:and|und|et|y)\s+|\s?&\s?)")
_ET_AL = re.compile(r",?\s+(?:et\.?\s+al\b\.?|u\.\s?a\.|and\s+others\b)|[,，]?\s?等(?=[.,，。：:])")
_MOST_PARTS, _MOST_NAMES = 6, 60


class Authors(NamedTuple):
    """The names of authors in a text: where each ends, and where the whole list ends.

    closed: the list says itself that it ends, with `and` or `et al.`. short: all are last names.
    """

    ends: list[int]
    end: int
    closed: bool
    sure: bool
    short: bool

    @property
    def several(self) -> bool:
        """Whether there are two names or more, or `et al.`."""
        return len(self.ends) > 1 or self.closed


class _Name(NamedTuple):
    end: int
    full: bool
    sure: bool


def read(text: str, at: int = 0) -> Authors | None:
    """Return the names that a text has from here on; None if it has none here."""
    first = _name(text, at)
    if first is None:
        return None
    found, closed = [first], False
    while len(found) < _MOST_NAMES and not closed:
        end = found[-1].end
        closing = _AND.match(text, end)
        link = closing or _COMMA.match(text, end)
        after = _name(text, link.end()) if link and not _ET_AL.match(text, end) else None
        if after is None or after.full != first.full:
            break
        found.append(after)
        closed = closing is not None
    end = found[-1].end
    if others := _ET_AL.match(text, end):
        closed, end = True, others.end()
    short = not first.full
    if short and not closed:
        return None
    sure = others is not None or any(each.sure for each in found)
    ends = [each.end for each in found]
    return Authors(ends, end, closed=closed, sure=sure, short=short and others is None)


def _name(text: str, at: int) -> _Name | None:
    """Return the name that begins here: first and last name, initials, or a last name alone."""
    titled = HONORIFIC.match(text, at)
    start = end = at = titled.end() if titled else at
    kinds: list[str] = []
    while len(kinds) < _MOST_PARTS and (part := _PART.match(text, at)):
        kinds.append(str(part.lastgroup))
        end = part.end()
        at = end + 1 if text[end : end + 1] == " " else end
        if at == end and kinds[-1] != "initial":
            break
    words = kinds.count("word")
    if kinds in (["word"], ["particle", "word"]) and (initials := _INITIALS_NEXT.match(text, end)):
        return _Name(initials.end(), full=True, sure=True)
    if not words or kinds[0] == "particle" or not may_be_names(text[start:end]):
        return None
    if kinds == ["word"]:
        return _Name(end, full=False, sure=False)
    words_of_it = text[start:end].split()
    end = suffix.end() if (suffix := _SUFFIX.match(text, end)) else end
    usual = is_given_name(words_of_it[0]) or is_family_name(words_of_it[-1])
    sure = "initial" in kinds or usual
    return _Name(end, full=True, sure=sure)
