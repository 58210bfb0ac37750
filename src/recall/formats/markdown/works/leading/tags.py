"""What stands beside a title and is no part of it: a date, a venue, a word that says what it is."""

import re

from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.works.citing import names
from recall.lazy_regex import lazy_regex

# `#12`, `[2023/05]`, `(ICML'20)`, `【ACL 2021】`, `2023-05:`, `OSDI 14 --`, `ICML 2022 oral,`
# before a title; not `[x]`, and not `(Deep)`.
_TAG = lazy_regex(
    r"\s*(?:(?:[\[(（](?=[^\])）】]*\d)|【(?=[^】]*\d\d))[^\[\](（）)【】]{2,28}[\])）】]"
    r"|[\[(（【]\s?[A-Z][A-Z&+, -]{1,14}[\])）】]"
    r"|[A-Z][A-Za-z]{2,14}['’]?\s?['’]?(?:19|20)?\d\d\s*--\s"
    r"|(?:19|20)\d\d[ -][A-Z][A-Za-z]{2,8}\s*[-–—:：|]"
    r"|(?:arXiv|[A-Z][A-Za-z]{0,12}[A-Z][A-Za-z]{0,12})\s(?:19|20)\d\d(?:[.,]\d\d)?"
    r"(?:,?\s[(]?(?:[Oo]ral|[Ss]potlight|[Pp]oster|[Hh]ighlight|workshop|submission|findings"
    r"|[Bb]est [\w ]{3,40})[)]?[.:]?)?[,.:]\s(?=(?:\S+\s+){2}\S)"
    r"|(?:19\d|20[0-2])\d([-/.])\d{1,2}\1\d{1,2}(?:\s(?=\w)|\s*[-–—:：|,])"
    r"|(?:19\d|20[0-2])\d[-/.](?:0[1-9]|1[0-2])\s(?=\w)"
    r"|(?:19\d|20[0-2])\d(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2})?)?[日月]?\s*[-–—:：|,]"
    r"|(?:\d{1,2}[./])?\d{1,2}[./](?:19|20)\d\d\s*[-–—:：|,]"
    r"|\d{1,2}[./]\d{1,2}\s*[-–—:：|]"
    r"|(?:ISBN(?:-1[03])?:?\s*)?97[89][ -]?\d(?:[ -]?\d){9}\s"
    r"|#\d{1,6} of \d{1,6}:\s|#\d{1,6}\s(?=\S+\s)|PMI?C?D?:?\s?\d{5,9}\s*[-–—:|,]"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    r"(?:(?:\s\d{1,4})?\s*[:：]|\s\d{1,2}\s[-–—]\s))"
    r"\s*[-–—:：|·]?\s*"
)
_SIGNS = lazy_regex(
    r"\s*(?:[^\w\s\x00-\u20ff\u3000-\u303f\uff00-\uffef]\ufe0f?\s*)+"
    r"(?=[\[(（【]|(?:19|20)\d\d)"
)
"""Emoji before a date or a venue: `🔥 [OSDI'24] A title`."""
_WORDS_OF_A_NAME = 2
_YEAR_AND_DASH = re.compile(r"\s*\d{4}\s*[-–—,:]\s*")
"""`1984 — George Orwell` is a title with its author, and no year before a title."""
_IN_SQUARE_BRACKETS = re.compile(r"\s*[\[【]([^\W\d][^\[\]【】]{1,20})[\]】]\s*")
_VENUE = r"(?:[A-Z][A-Z&]+\s){0,2}[A-Z][A-Za-z&]*[A-Z][A-Za-z]*\s?(?:['’]\d\d|(?:19|20)\d\d)"
_WHEN = r"(?:(?:19|20)\d\d|['’]\d\d)"
_SOME_YEAR = re.compile(
    r"\d\d(?:(?<=19|20)\d\d|(?<=['’]\d\d)|(?:(?<=[A-Za-z]\d\d)|(?<=[A-Za-z]\s\d\d))\b)"
)
"""`2019`, `'19`, `ICML19` or `ICML 19`; written so that titles without figures take no time."""
_VENUE_FIRST = lazy_regex(
    rf"[\[(【]\s*{_VENUE}[^\[\]()【】]{{0,20}}[\])】]\s*"
    rf"|{_VENUE}\s*(?:[-–—:,|]|\.(?=\s))\s*"
)
_SOURCE = (
    r"(?!(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|(?:Oct|Nov|Dec)(?:o?ber|ember)?|Vol(?:ume)?|Part|Book|Season)\b)"
    rf"[A-ZÀ-Þ][^()（）]{{2,80}},\s[^(),]{{0,40}}{_WHEN}"
)
"""Whose a work is, and where it came out: `Lee & Ray, OSDI 2004`; not a day."""

_AFTER = lazy_regex(
    r"\s*[\[【](?=[^\[\]【】]*(?:\b(?:19|20)\d\d\b|\b[A-Z][A-Za-z]*[A-Z]\s?['’]?\d\d\b))"
    r"[^\[\]【】]{2,40}[\]】]\s*\Z"
    r"|(?<=\w)\.\s+(?:[Aa]r[Xx]iv|[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\s?['’]?(?:19|20)?\d\d\s*\Z"
    r"|(?<=\w)\.\s+[\u4e00-\u9fff]{2,14}\s?(?:19|20)\d\d\s*\Z"
    rf"|(?:[,，]|\s[-–—])\s*{_VENUE}\s*\Z"
    rf"|\s?[(（]\s*(?:{_VENUE}|[A-Z]{{3,8}}\d\d|{_SOURCE})(?:,?\s[\w ]{{3,20}})?[)）]\s*\Z"
    r"|(?<=[\w)]{2})\.\s+[A-ZÀ-Þ][\w'’-]+(?:\set\sal\.|\s(?:and|&)\s[A-ZÀ-Þ][\w'’-]+)?,\s"
    rf"(?!\d)[^.]{{2,60}}{_WHEN}\s*\Z"
)
"""`[WACV 24]`, `[30 Nov 2023]`, `. ICML 2019`, `. 某某学报 2019`, `, ATC '23` after a title; also
with authors: `(Lee & Ray, OSDI 2004)`, `. Lee, CACM 52(7), 2009`.
"""


_ACRONYM_LAST = re.compile(r"\s?[(（]\s*([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\s*[)）]\s*\Z")


def without_tag_after(title: str) -> str:
    """Remove a date or a venue that stands after a title in brackets, or as a sentence."""
    found = _AFTER.search(title) or _venue_alone(title)
    return title[: found.start()] if found and says_something(title[: found.start()]) else title


def _venue_alone(title: str) -> re.Match[str] | None:
    """Return a well-known venue in brackets without a year: `A title (ECCV)`."""
    found = _ACRONYM_LAST.search(title)
    return found if found and pointer(found[1], beside_a_title=True) == "paper" else None


def without_venue_beside(title: str) -> str:
    """Remove a venue with its year before a title or after it, as the text of a link has it."""
    if not _SOME_YEAR.search(title):
        return title
    first = _VENUE_FIRST.match(title)
    rest = title[first.end() :] if first else title
    return without_tag_after(rest if says_something(rest) else title)


def without_tags(text: str) -> str:
    """Remove what stands before a title: a date, a venue, a word that says what it is."""
    signs = _SIGNS.match(text)
    text = text[signs.end() :] if signs else text
    while found := _TAG.match(text) or _named_tag(text):
        rest = text[found.end() :]
        if not says_something(rest) or (_YEAR_AND_DASH.fullmatch(found.group()) and _is_name(rest)):
            break
        text = rest
    return text


def _is_name(text: str) -> bool:
    """Return whether a text is a name, also with a remark in brackets after it."""
    found = names.read(text.strip())
    after = text.strip()[found.end :].lstrip() if found else "-"
    short = found is not None and len(text.split()) <= _WORDS_OF_A_NAME
    return (not after or after.startswith("(")) and (short or bool(found and found.sure))


def _named_tag(text: str) -> re.Match[str] | None:
    """Return a word in brackets before a title that says what it is: `[Paper] A title`."""
    found = _IN_SQUARE_BRACKETS.match(text)
    return found if found and pointer(found[1], beside_a_title=True) is not None else None
