"""Lines that only say whose a work is, and where it came out: `by Ann Lee`, `Lee et al., 2021`."""

import re

from recall.formats.markdown.works.citing import names
from recall.lazy_regex import lazy_regex

_BY = lazy_regex(
    r"(?:(?:[Ww]ritten )?[Bb]y|[Vv]on|[Pp]ar|[Pp]or)\s+[^\W\d_a-z]"
    r"(?:[^.!?]|(?<=[A-Z])\.|(?<=[DJP][hr])\.){0,120}\Z"
)
_OUT = r"(?:[\s,.(（·|–—-]+(?:[^.!?()]{0,40}\s)?[(]?(?:19|20)\d\d[)]?)?"
_AFTER_NAMES = lazy_regex(rf"{_OUT}[\s.]*\Z")
_VENUE = re.compile(
    r"[A-Z][\w&+-]*[A-Z][\w&+-]*[\s,]+(?:[(]?(?:19|20)\d\d[)]?|['’]\d\d)[\s.]*(?:[(（][^()（）]{0,80}[)）])?\s*\Z"
)
_LONG_VENUE = re.compile(
    r"(?:(?:[A-Z][\w&+-]*\s){1,4}[A-Z][A-Za-z+-]*[A-Z&][\w&+-]*|[A-Z][A-Za-z]+)[\s,]+(?:19|20)\d\d\.?"
)
"""In a place of its own, such as italics: `IEEE S&P 2019`, `Nature 2019`."""
_LAST_NAME = r"(?:(?:Van|De|Von|van|de|von)\s)?[A-ZÀ-Þ][\w'’-]+"
_LAST_NAMES = lazy_regex(
    rf"{_LAST_NAME}(?:(?:,\s(?:(?:and|&)\s)?|\s(?:and|&)\s){_LAST_NAME}){{1,8}}"
    r"(?:,?\s[A-Z][\w&'’-]{1,12})?,?\s(?:19|20)\d\d"
)
"""`Lee, Van Horn, ICFP 2014`"""
FACT = lazy_regex(
    r"(?i)\W*(?:authors?|by|hosts?|guests?|speakers?|presenters?|editors?|translators?|institutions?|affiliations?|source|conference|venue|year|date|published|journal|publisher|tags?|keywords?"
    r"|topics?|summary|abstract|notes?|status|language|level|type|license|description"
    r"|作者|会议|期刊|年份|日期|时间|出版社|标签|关键词|摘要|备注|类型|难度|状态|语言|简介|说明|要点|亮点|贡献|心得|评价|思路"
    r"|来源|出处|机构|单位|发表|总结|笔记|著者|訳者|出典|学会|会議|掲載|所属|発表|概要|要約|年|備考|感想"
    r"|저자|학회|출판사|연도|요약|출처|메모|autor(?:zy|es|en)?|auteurs?|autori|jahr|année|año|uwagi)\W*[:：]"
)
"""What a line begins with that tells a fact about a work: `Authors: …`, `年份：…`."""

_MARKS = re.compile("[*∗†‡§]")
"""Marks of equal shares, and of where authors work."""

_LONGEST = 300


def is_venue(text: str) -> bool:
    """Return whether a text is a venue and its year: `OSDI 2004`."""
    bare = text.strip(" *_()")
    return bool(_VENUE.match(bare) or _LONG_VENUE.fullmatch(bare))


def is_byline(text: str) -> bool:
    """Return whether a line has only authors, or a venue, and a year: `OSDI 2004`."""
    line = _MARKS.sub("", text).strip(" _")
    if len(line) > _LONGEST:
        return False
    if _BY.match(line) or _VENUE.match(line) or _LAST_NAMES.fullmatch(line):
        return True
    found = names.read(line)
    return found is not None and found.several and bool(_AFTER_NAMES.match(line, found.end))
