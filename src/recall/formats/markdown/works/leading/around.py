"""The title in the text after a link, or in the whole sentence that the link is a part of."""

import re
from collections.abc import Sequence

from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.marks.durations import take_duration
from recall.formats.markdown.titles import clean, has_words, trim
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.leading.behind import without_remark
from recall.formats.markdown.works.leading.kinds import is_kind
from recall.lazy_regex import lazy_regex

_IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
_REMARKS = re.compile(r"[a-z]\S*(?:\s+\S+){3}|.*[”」]部分")
"""Words in brackets after an address: `(not as easy as it looks)`; `(clocks)` may be a title."""
_SHORT_HAN = lazy_regex(r"[\u3040-\u9fff]{1,4}")
"""A word in brackets after an address, such as its language: `(英語)`."""

_HAN_END = lazy_regex(r"^[^-–—:：|,，;；。(（\[【]*[\u3040-\u9fff][^-–—|,，;；。(（\[【]{0,3}$")
_HAN_START = lazy_regex(r"\s?[\u3040-\u9fff][^-–—:：|,，;；。(（\[【]*")
_BAR = re.compile(r"\s+[|｜]\s+([^\n|｜]*[^\W_][^\n|｜]*)")
_CODE_OF_COURSE = re.compile(r"[A-Z]{0,6}[ -]?\d[\dA-Z./-]{0,8}[A-Za-z]?")
_CITED = re.compile(r"[^\W\d_a-z][^\d\"“]{2,80}[\s(](?:19|20)\d\d[a-z]?[)]?")
_TITLE_OF_CITED = re.compile(r'\s*:\s*["“]([^"“”]{4,300})["”]')
_NAME_ENDS = re.compile(r"\s[-–—]|[\n,，。;；:：(（|\[]|\.\s")
_QUOTED = re.compile(r'^\W*(?:for|of|in|on|to)?\s*["“]([^"“”]{4,300})["”]')
_YEAR = re.compile(r"(?:18|19|20)\d\d[a-z]?")
_GOES_ON = (",", "，", "by ", "is ", "are ", "was ", "were ", "has ", "have ")
"""What follows a link and names who wrote it, or says something of it."""

_WORDS_OF_A_LABEL = 2
_SHORTEST_HALF = 9
"""Characters before a colon; fewer say what the rest is: `论文：…`."""


def in_sentence(name: str, before: str, after: str) -> str:
    """Return the title that a link is a part of, in Chinese: `零基础详解 [图神经网络](…)`."""
    lead, rest = before.rpartition("\n")[2], after.partition("\n")[0]
    is_label = lead.endswith((":", "：")) and len(lead) < _SHORTEST_HALF
    lead = lead if _HAN_END.search(lead) and not (is_label or pointer(lead)) else ""
    rest = found.group() if (found := _HAN_START.match(rest)) else ""
    return clean(f"{lead}{name}{rest}")


def around_year(before: str, year: str, after: str) -> str:
    """Return the title of a citation whose year is the link: `Lee, A. ([1967](…)). A title.`"""
    if not _YEAR.fullmatch(year) or not before.rstrip().endswith("("):
        return ""
    return of_citation(clean(f"{before}{year}{after}").rstrip("."))


def after_link(text: str) -> str:
    """Return the title in the text after a link, "" if it says nothing."""
    text = take_duration(text)[1]
    line = (clean(text.partition("\n")[0]) or clean(text)).removeprefix("# ")
    if line.startswith(_GOES_ON):
        return ""
    if inner := _IN_BRACKETS.fullmatch(line):
        told = _REMARKS.match(inner[1]) or _SHORT_HAN.fullmatch(inner[1]) or is_kind(inner[1])
        line = "" if told else inner[1]
    quoted = _QUOTED.search(line)
    found = quoted[1] if quoted else trim(without_remark(line))
    return found if says_something(found) else ""


def _after_bar(text: str) -> str:
    """Return the title that a bar parts from an address before it: `https://… | A title`."""
    found = _BAR.match(text)
    return trim(clean(found[1])) if found and has_words(found[1]) else ""


def beside_address(above: str, after: str) -> str:
    """Return the title in the line of an address, "" if it is what stands above it.

    A bar parts the two, if nothing stands before the address, or a word or two above them name a
    section: `Blogs`, and below it `https://… A fine title`, but not `(free)` or `a remark`.
    """
    named = says_something(above.rpartition("\n")[2])
    if not named and (barred := _after_bar(after)):
        return barred
    line = after.partition("\n")[0].strip(" -–—:")
    label = above.endswith("\n") and len(above.split()) <= _WORDS_OF_A_LABEL
    told = label and line[:1].isalpha() and not line[:1].islower() and has_words(line)
    return trim(clean(line)) if told else ""


def with_name(code: str, after: Sequence[TextPiece]) -> str:
    """Return the code of a course with the name that follows it: `[CS 61C](…) **Great Ideas**`.

    Of a citation, that is the title: `[Lee et al, Nature 2013](…): "A title"`.
    """
    title = _TITLE_OF_CITED.match("".join(piece.text for piece in after))
    if title and _CITED.fullmatch(code):
        return clean(title[1]).rstrip(",.")
    if not _CODE_OF_COURSE.fullmatch(code.rstrip(":： ")):
        return code
    text = next((piece for piece in after if piece.text.strip()), None)
    if text is None or text.slanted:
        return code
    name = text.text if text.strong else _NAME_ENDS.split(text.text)[0]
    first = name.strip()[:1]
    spaced = text.strong or text.text[:1].isspace()
    return clean(f"{code} {name}") if spaced and first.isalpha() and not first.islower() else code
