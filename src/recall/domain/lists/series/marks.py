"""Finds every possible part number in a title, good or bad."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from recall.domain.text.numerals import HALVES, HAN, NUMBER_WORDS, ROMANS, number_of

SEARCHED_CHARACTERS = 200
"""Characters of a title that are searched for a part number."""
_MOST_MARKS = 4  # matches of one spelling that are considered
LARGEST_PART = 999
BARE = "bare"
"""The family of numbers at the start of a title: 1. Alpha, 一、概述."""
ONE_WORD = "word"
"""The family of numbers after a single word: Rust 1, but also Llama 2."""
NO_NAME = "Numbered"
"""The name of a series whose parts have numbers and nothing else in common."""

_WIDTHS = {0xFF01 + n: 0x21 + n for n in range(94)} | {0x3000: " "}

_UNIT_ALIASES = {
    "part": "", "pt": "", "篇": "", "部分": "", "部": "",
    "chap": "chapter", "ch": "chapter", "lec": "lecture", "ep": "episode", "volume": "vol",
}  # fmt: skip
_UNITS = (
    "part|pt|lecture|lec|chapter|chap|ch|section|lesson|episode|ep|volume|vol|week|day"
    "|session|module|unit|step"
)
_INITIALS = "".join(sorted({unit[0] for unit in _UNITS.split("|")}))
"""The first letters of units: to look at these first is four times as fast."""

_UNIT_NAMES = tuple(unit.capitalize() for unit in _UNITS.split("|"))
_NTH = "第 N "
_COUNTERS = "部分|讲|章|篇|节|课|回|集|期|卷|天|周|话|部"

# Not inside a longer number, a version, a decimal, a time, a date or a percentage.
_DIGITS = r"(?<![0-9])[0-9]{1,3}(?![0-9%]|[.,:/][0-9])"
_HAN = f"[{HAN}]{{1,5}}"
_ROMAN = f"(?:{'|'.join(sorted(ROMANS, key=len, reverse=True))})"
_NO_KEY = re.compile(r"[^\w+#]+|_+")
_AFTER_A_GAP = r"(?=\s*(?:$|[:,;|、。]|\.(?!\S))|\s*[-–—]\s)"
_CJK = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
_ATTACHED_TO = rf"(?<=[{''.join(f'{first}-{last}' for first, last in _CJK)}》】」』)\]])"
# 1. Alpha, 1、概述, 1) x, 01 - x, 1 概述; but not 1.x, nor a count of something: 3 ways, 3 种方法
_COUNTED = "a-z个种分小天年月日次步款条件张本页"
_AFTER_AN_ORDINAL = rf"(?:\.(?=[\sA-Z]|[^\x00-\x7f])|[,、:)]|\s?[-–—|]\s|\s+(?=[^\s{_COUNTED}]))"


class Spelling(NamedTuple):
    """One way to write a part number. A doubtful one may as well be a version or a name.

    eastern: only a title with other letters than ASCII has it. digits: only one with 0 to 9.
    """

    pattern: re.Pattern[str]
    doubtful: bool = False
    eastern: bool = False
    digits: bool = False


class Mark(NamedTuple):
    """A possible part number: the number, and the text before it as written (the stem).

    family tells chapters from weeks; key is the stem normalized for comparison.
    """

    stem: str
    family: str
    key: str
    number: int
    doubtful: bool


def _spelled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


SPELLINGS = (
    # （一） (1) [II] 【上】
    Spelling(
        _spelled(rf"[(\[【〔]\s*(?P<n>{_DIGITS}|{_HAN}|{_ROMAN}|[{HALVES}])\s*[)\]】〕]"),
    ),
    # 1/3, 1 of 3
    Spelling(
        _spelled(
            r"(?=[0-9])(?<![\w./-])(?P<n>[0-9]{1,2})\s?(?:/|of)\s?(?P<of>[0-9]{1,2})(?![\w/]|\.[0-9])"
        ),
        digits=True,
    ),
    # 第一讲, 第3部分
    Spelling(_spelled(rf"第\s?(?P<n>{_DIGITS}|{_HAN})\s?(?P<unit>{_COUNTERS})"), eastern=True),
    # Part 2, Pt. II, lecture three, Ch3
    Spelling(
        _spelled(
            rf"(?=[{_INITIALS}])(?<![^\W_])(?P<unit>{_UNITS})[.\s#-]{{0,3}}"
            rf"(?P<n>{_DIGITS}|(?<![a-z])(?:{_ROMAN}|{'|'.join(NUMBER_WORDS)}))(?!\w)"
        ),
    ),
    # 上篇, 下册, … 中
    Spelling(_spelled(rf"(?P<n>[{HALVES}])[篇册集卷部]?(?!\w)"), eastern=True),
    # 十五， 其一 之二 ③ Ⅲ
    Spelling(_spelled(rf"(?<![{HAN}第])[其之]?(?P<n>{_HAN}(?!\w)|[①-⑳Ⅰ-Ⅻ])"), eastern=True),
    # 文档1, 》2
    Spelling(re.compile(rf"{_ATTACHED_TO}(?P<n>{_DIGITS})(?!\w)"), digits=True),
    # - 1： -4： but not GPT-4：
    Spelling(
        _spelled(rf"(?=[-–—|·:~])(?<![a-z0-9])[-–—|·:~]{{1,2}}\s?(?P<n>{_DIGITS}){_AFTER_A_GAP}"),
        digits=True,
    ),
    # #3 but not C#3, No. 3
    Spelling(_spelled(rf"(?=[#n])(?<!\w)(?:#|no\.)\s?(?P<n>{_DIGITS})(?!\w)"), digits=True),
    # Some Notes 3: but Llama 3: looks the same
    Spelling(
        _spelled(rf"(?=[0-9])(?<=\w\s)(?P<n>{_DIGITS}){_AFTER_A_GAP}"), doubtful=True, digits=True
    ),
    # Calculus II: in capitals only
    Spelling(re.compile(rf"(?=[IVX])(?<=\s)(?P<n>{_ROMAN}){_AFTER_A_GAP}"), doubtful=True),
    # 1. Alpha, 01 Intro
    Spelling(re.compile(rf"\A\s*(?P<n>{_DIGITS}){_AFTER_AN_ORDINAL}"), doubtful=True, digits=True),
)


_BY_SIGNS = {
    (eastern, digits): tuple(
        (one.pattern.search, one)
        for one in SPELLINGS
        if (eastern or not one.eastern) and (digits or not one.digits)
    )
    for eastern in (False, True)
    for digits in (False, True)
}
"""The spellings that a title may have, by whether it has signs beyond ASCII, and digits."""

_HAS_DIGITS = re.compile(r"[0-9]").search


def says_unit_only(name: str) -> bool:
    """Return whether the name of a series comes from its numbers alone: Part, 第 N 讲, Numbered."""
    return name in (NO_NAME, *_UNIT_NAMES) or name.startswith(_NTH)


def key_of(text: str) -> str:
    """Fold case, width, spaces and punctuation away; + and # stay (C, C++ and C# differ)."""
    return _NO_KEY.sub("", text.translate(_WIDTHS).casefold())


def marks_of(title: str) -> Iterator[Mark]:
    """Yield every possible part number of a title."""
    title = title[:SEARCHED_CHARACTERS]
    plain = title
    if is_eastern := not title.isascii():
        plain = title.translate(_WIDTHS)  # one character for each, so that positions stay the same
    for search, spelling in _BY_SIGNS[is_eastern, _HAS_DIGITS(plain) is not None]:
        if search(plain) is None:  # as nearly always; finditer takes longer to say so
            continue
        for match in islice(spelling.pattern.finditer(plain), _MOST_MARKS):
            mark = _mark(title[: match.start()], match, doubtful=spelling.doubtful)
            if mark is not None:
                yield mark


def _mark(stem: str, match: re.Match[str], *, doubtful: bool) -> Mark | None:
    found = match.groupdict()
    number, key = number_of(found["n"]), key_of(stem)
    if number is None or number > LARGEST_PART or number > int(found.get("of") or LARGEST_PART):
        return None
    family = _family(found)
    if not key:
        if found.get("unit"):
            return Mark(_unit_name(match), family, key, number, doubtful=doubtful)
        return Mark(NO_NAME, family or BARE, key, number, doubtful=True)
    if doubtful and found["n"].isdigit() and _is_one_latin_word(stem):
        if match.string[match.end() :].strip() or not _is_plain(stem.strip()):
            return None  # one word and a number is more often a product than a series
        family = ONE_WORD
    return Mark(stem, family, key, number, doubtful=doubtful)


def _is_one_latin_word(stem: str) -> bool:
    last = stem.rstrip()[-1:]
    return " " not in stem.strip() and not any(first <= last <= end for first, end in _CJK)


def _is_plain(word: str) -> bool:
    """Return whether a word is ordinary, such as Rust or notes, unlike GPT, ZeRO or C++."""
    return word.isalpha() and (word.istitle() or word.islower())


def _family(groups: dict[str, str | None]) -> str:
    if groups["n"] in tuple(HALVES):
        return HALVES
    unit = (groups.get("unit") or "").casefold()
    return f"/{groups['of']}" if groups.get("of") else _UNIT_ALIASES.get(unit, unit)


def _unit_name(match: re.Match[str]) -> str:
    """Name a series by its unit if nothing else is known: Lecture, 第 N 讲."""
    return f"{_NTH}{match['unit']}" if match[0].startswith("第") else match["unit"].capitalize()
