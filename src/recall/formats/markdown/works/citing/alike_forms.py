"""What most titles of a list have beside them in one form: `Oaks (1879)`, `[Coursera] Oaks`.

Whatever stands at this place in most lines is no part of any title.
"""

import re
from collections.abc import Iterator, Sequence

from recall.domain.library.catalog import Item
from recall.formats.markdown.works.citing.ways import LEAST_ALIKE, MOST_OF_THEM, Parted
from recall.lazy_regex import lazy_regex

_YEAR = r"(?:1\d|20)\d\d"
_LAST = lazy_regex(
    rf"(?P<title>.*\S)\s?[(（](?P<beside>(?:(?:ca|c)\.\s?)?{_YEAR}[a-z]?|\d\d?e eeuw)[)）]"
)
"""A year in brackets at the end."""

_FIRST = lazy_regex(
    rf"(?P<beside>{_YEAR}\??(?:[:.]|(?:\s[A-Z][\w&-]{{1,9}})?:)?)\s+(?P<title>[^\W\d_].*|[\"“«„].*)"
)
"""A year at the beginning, and perhaps a venue with a colon: `1978 CACM: Oaks`."""

_TAGGED = lazy_regex(r"\[(?P<beside>[^\[\]]{2,30})\]\s*(?P<title>\S.*)")
"""Where it is found, or of what kind it is, in square brackets: `[Coursera] Oaks`.

`【A series】` is a part of the title.
"""

_SOURCE = lazy_regex(r"(?P<beside>[^/|]{2,30}?)\s[/|]\s(?P<title>[^/|]{4,})")
"""A short name before a slash or a bar, as no subtitle has it: `A company / A long title`."""

_WORDS_OF_A_SOURCE = 3
_LONGER = 2
_SIGNS = re.compile(r"[)）]\Z|\A[\[\d]|\s[/|]\s")


def told_by_forms(scope: Sequence[tuple[int, Item]]) -> Iterator[tuple[int, Parted]]:
    """Yield the titles that have a form, if most of a scope have it."""
    signed = [(index, item.title) for index, item in scope if _SIGNS.search(item.title)]
    enough = max(LEAST_ALIKE, MOST_OF_THEM * len(scope))
    if len(signed) < enough:
        return
    for form in (_LAST, _FIRST, _TAGGED, _SOURCE):
        told = [(index, found) for index, title in signed if (found := form.fullmatch(title))]
        if len(told) < enough or (form is _SOURCE and not _are_sources(told)):
            continue
        for index, found in told:
            yield index, Parted(found["title"], found["beside"], named=False, sure=False)
        return


def _are_sources(told: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Return whether the first halves are short, and the second ones longer by far."""
    words = [(len(found["beside"].split()), len(found["title"])) for _, found in told]
    short = all(count <= _WORDS_OF_A_SOURCE for count, _ in words)
    return short and sum(length for _, length in words) > _LONGER * sum(
        len(found["beside"]) for _, found in told
    )
