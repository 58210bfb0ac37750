"""What most titles of a list have beside them in one form: `Oaks (1879)`, `[Coursera] Oaks`.

Whatever stands at this place in most lines is no part of any title.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from recall.domain.library.catalog import Item
from recall.formats.markdown.works.citing.ways import LEAST_ALIKE, MOST_OF_THEM, Parted, names_in
from recall.formats.markdown.works.found import WrittenText
from recall.lazy_regex import lazy_regex

_YEAR = r"(?:1\d|20)\d\d"
_LAST = lazy_regex(
    rf"(?P<title>.*\S)\s?[(（](?P<beside>(?:(?:ca|c)\.\s?)?{_YEAR}[a-z]?|\d\d?e eeuw)[)）]"
)
"""A year in brackets at the end."""

_LISTED = lazy_regex(rf"(?P<title>.*\S),\s(?P<beside>{_YEAR},\s[^,]{{2,40}})")
"""A year and a venue or an author behind commas: `Oaks, 2017, ICML`."""

_FIRST = lazy_regex(
    r"(?P<beside>(?:1[5-9]|20)\d\d\??(?:\s[A-Z][\w&-]{1,9}:)?)\s+(?P<title>[^\W\d_].*|[\"“«„].*)"
)
"""A year at the beginning, and perhaps a venue: `1978 CACM: Oaks`; not `1914: A War`."""

_TAGGED = lazy_regex(r"\[(?P<beside>[^\[\]]{2,30})\]\s*(?P<title>\S.*)")
"""Where it is found, or of what kind it is, in square brackets: `[Coursera] Oaks`.

`【A series】` is a part of the title.
"""

_SOURCE = lazy_regex(r"(?P<beside>[^/|]{2,30}?)\s[/|]\s(?P<title>[^/|]{4,})")
"""A short name before a slash or a bar, as no subtitle has it: `A company / A long title`."""

_APART = lazy_regex(
    r"(?P<title>.*[^\W\d_])\s+（(?P<beside>(?![^（）]*[第版上中下卷册冊巻編编])[^（）]*[\u3040-\u9fff][^（）]*)）"
)
"""Wide brackets that a space sets apart, which they do not need, without an edition."""

_DASH = re.compile(r"\s(?:[-–—|]|--)(?:\s|\Z)")
_FACT = re.compile(r"\b(?:19|20)\d\d\b|\A\W*\d+(?::\d\d)?\s?(?:h|mins?|分钟)?\W*\Z")
_QUOTES = '"“”„«»'
_LEAST_FIELDS = 3
_WORDS_OF_A_SOURCE = 3
_LEAST_SOURCES = 5
_LONGER = 2


def told_by_forms(
    scope: Sequence[tuple[int, Item]], texts: Mapping[int, WrittenText]
) -> Iterator[tuple[int, Parted]]:
    """Yield the titles that have a form, if most of a scope have it, or had it in their text."""
    signed = [(at, item.title) for at, item in scope if _may_have_form(item.title)]
    enough = max(LEAST_ALIKE, MOST_OF_THEM * len(scope))
    written = [texts[at].text for at, _ in scope if at in texts] if signed else []
    for form in (_LAST, _LISTED, _FIRST, _TAGGED, _SOURCE) if signed else ():
        told = [(at, found) for at, title in signed if (found := form.fullmatch(title))]
        had = sum(form.fullmatch(text) is not None for text in written) if told else 0
        if max(len(told), had) < enough or (form is _SOURCE and not _are_sources(told)):
            continue
        yield from distinct([(at, _parted(found)) for at, found in told])
        return


def _may_have_form(title: str) -> bool:
    """Return whether a title has a sign of a form at its beginning, at its end or inside."""
    ends = title[-1:] in ")）" or title[:1] == "[" or title[:1].isdigit()
    return ends or "/" in title or "|" in title or "," in title


def distinct(told: Sequence[tuple[int, Parted]]) -> list[tuple[int, Parted]]:
    """Return the titles, none of them if some are the same then: `[Part 1] Oaks`, `[Part 2] Oaks`.

    What tells works apart is a part of their titles.
    """
    titles = {parted.title.casefold() for _, parted in told}
    whole = {(parted.title.casefold(), parted.beside) for _, parted in told}
    return [*told] if len(titles) == len(whole) else []


def _parted(found: re.Match[str]) -> Parted:
    return Parted(found["title"], found["beside"], named=False, sure=False)


def told_apart(scope: Sequence[tuple[int, Item]]) -> Iterator[tuple[int, Parted]]:
    """Yield the titles with wide brackets set apart at their end, if a list has several."""
    ended = [(index, item.title) for index, item in scope if item.title.endswith("）")]
    apart = [(index, sign) for index, title in ended if (sign := _APART.fullmatch(title))]
    if len(apart) > 1:
        yield from distinct([(index, _parted(sign)) for index, sign in apart])


def told_by_fields(
    scope: Sequence[tuple[int, Item]], texts: Mapping[int, WrittenText]
) -> Iterator[tuple[int, Parted]]:
    """Yield the titles of texts that are three fields or more: `Ann Lee – Oaks – OSDI 2011 –`.

    The title is the first field that is neither a name nor a fact in most texts.
    """
    told = [(at, _fields(texts[at].text)) for at, _ in scope if at in texts]
    told = [(at, fields) for at, fields in told if len(fields) >= _LEAST_FIELDS]
    if len(told) < max(LEAST_ALIKE, MOST_OF_THEM * len(scope)):
        return
    columns = [*zip(*(fields for _, fields in told), strict=False)]
    column = next((n for n, texts_of in enumerate(columns) if not _is_beside(texts_of)), None)
    if column is None or column == 0:
        return  # the first field is read as a title anyway
    parted = []
    for index, fields in told:
        beside = " – ".join(field for n, field in enumerate(fields) if n != column)
        title = fields[column].strip(_QUOTES)
        parted.append((index, Parted(title, beside, named=False, sure=False)))
    yield from distinct(parted)


def _fields(text: str) -> list[str]:
    return [field.strip() for field in _DASH.split(text) if field.strip(" -–—")]


def _is_beside(column: Sequence[str]) -> bool:
    """Return whether most fields of a column are names, or have a year or a duration."""
    enough = MOST_OF_THEM * len(column)
    names = [names_in(text) for text in column]
    named = len(names) - names.count(None) >= enough and names.count(True) >= len(names) / 3
    return named or sum(_FACT.search(text) is not None for text in column) >= enough


def _are_sources(told: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Return whether the first halves are short, and the second ones longer by far."""
    words = [(len(found["beside"].split()), len(found["title"])) for _, found in told]
    short = all(count <= _WORDS_OF_A_SOURCE for count, _ in words)
    return (
        short
        and len(told) >= _LEAST_SOURCES
        and sum(length for _, length in words)
        > _LONGER * sum(len(found["beside"]) for _, found in told)
    )
