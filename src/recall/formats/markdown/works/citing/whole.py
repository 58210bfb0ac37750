"""The title of an entry that is a citation as a whole: `[Ann Lee, "A title" (blog)](…)`."""

import re

from recall.domain.lists.link_words import pointer
from recall.formats.markdown.titles import label
from recall.formats.markdown.works.citing import names
from recall.formats.markdown.works.citing.citations import begins_with_names, title_of
from recall.lazy_regex import lazy_regex

_ET_AL = " et al"
_ENDS = (".", ",")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_LAST = re.compile(r"(?:19|20)\d\d[a-z]?[)\].,;\s]*(?:[(][^()]{1,20}[)])?\Z")
"""A year at the end, also with a name after it: `Lee et al, 2013. (DQN)`."""
_YEAR_LENGTH = 30
_QUOTED = lazy_regex(
    r"(?P<before>[^\"“”:：]{2,200}?)(?P<mark>\s*[,.:]|\s(?:--?|[–—])|(?=\s))\s*[\"“](?P<title>[^\"“”]{4,300})[\"”]"
    r"(?P<after>[^\"“”]{0,120})\Z"
)
_QUOTED_FIRST = re.compile(
    r"[\"“](?P<title>[^\"“”]{4,300})[\"”](?:\s*,|\s+[-–—]|\s+by|(?=\s[(])|(?<=,[\"”]))\s+"
    r"(?P<beside>[(]?[^\W\d_a-z][^\"“”]{2,120})\Z"
)
"""`"A title", Ann Lee, A Conference 2018`"""
_YEAR_AFTER = re.compile(r",?\s[(]?(?:19|20)\d\d[a-z]?[)]?\Z")
_LAST_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+")
_ASIDE = re.compile(
    r"(?:\s*[\[(][^\[\]()]*[\])])?(?:,?\s[\w ]{0,30}\b[Ee]d(?:ition|\.))?"
    r"(?:\s*,?[^\[\]()]*(?:19|20)\d\d[.)]*)?\s*[.,]?"
)
"""What follows a cited title: `(blog)`, `, a journal, 2019`."""

_INITIALS = re.compile(r"[A-ZÀ-Þ][\w'’-]+, (?:[A-Z]\.[ -]?)+")
"""A name that begins a list of authors: `Lee, A. B.`."""

_LONGEST_VENUE = 12
"""Letters; one word that is no longer is no title but a venue: `Lee et al., Science, 2017`."""

_SHORT_NAME = re.compile(r"(?=\S*[A-Z]\S*[A-Z])[A-Z][A-Za-z\d+-]{1,19}")
_POINTER_LAST = re.compile(r"(?<=\S)\s*\[([^\[\]]{1,20})\]\Z")


def cited(text: str) -> str:
    """Return the title in a text that is a citation from end to end, "" if it is none."""
    if ('"' in text or "“" in text) and (found := _quoted_first(text) or _quoted(text)):
        return found
    dated = _ET_AL in text or _YEAR_LAST.search(text[-_YEAR_LENGTH:])
    if dated or _INITIALS.match(text) or begins_with_names(text):
        found = title_of(text).lstrip("–—- ")
        found = label(found.removesuffix('"') if found.count('"') == 1 else found)
        return found if len(found) > _LONGEST_VENUE or " " in found else ""
    return ""


def without_pointer(text: str) -> str:
    """Return a title without what stands behind it in square brackets: `A title [pdf]`.

    That says what the link is, or how the work is called in short: `[SQLxDiff]`.
    """
    found = _POINTER_LAST.search(text) if text.endswith("]") else None
    letters = found is not None and any(map(str.isalpha, found[1]))  # not `A title [1]`
    if found is None or not letters:
        return text
    title = text[: found.start()].rstrip()
    named = _SHORT_NAME.fullmatch(found[1]) or found[1].casefold() in title.casefold().split(":")
    return title if named or pointer(found[1]) is not None else text


def _quoted_first(text: str) -> str:
    """Return the title in quotes before who it is by, or where and when it came out."""
    found = _QUOTED_FIRST.match(text)
    if found is None:
        return ""
    by = names.read(found["beside"])
    told = _YEAR.search(found["beside"]) or (by and by.end == len(found["beside"]))
    return found["title"].rstrip(",.") if told or "," in found["beside"] else ""


def _quoted(text: str) -> str:
    """Return the title in quotes after names, with no more than an aside after it."""
    found = _QUOTED.match(text)
    if found and found["mark"] in _ENDS and _YEAR.search(found["after"]):
        return found["title"].rstrip(",.")  # `Lee, Ann, and Bob Ray. "A title." *A journal* (2020)`
    if found is None or not _ASIDE.fullmatch(found["after"]):
        return ""
    before = _YEAR_AFTER.sub("", found["before"].strip())
    authors = names.read(before)
    by_all = authors is not None and authors.end == len(before)
    if not found["mark"]:  # `Lee & Ray "A title"`, not `Fine Trees "in the wood"`
        by_all = by_all and authors is not None and (authors.sure or authors.several)
    alone = found["mark"] not in {":", ""} and _LAST_NAME.fullmatch(
        before
    )  # not `Review: "A title"`
    told = by_all or alone
    return found["title"].rstrip(",.") if told else ""
