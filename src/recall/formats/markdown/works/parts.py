"""Titles of the parts of one work: `[X, part 1](a) | [part 2](b)` are two readings."""

import re
from itertools import pairwise

from recall.lazy_regex import lazy_regex

_PART = lazy_regex(
    r"(?i)(?:\b(?:part|pt\.?|teil|partie|parte|часть|chapters?|chap\.?|ch\.|kapitel|chapitre|cap[íi]tulo|глава|vorlesung|лекция|урок|lecci[óo]n|leçon|aula|lezione|episode|ep\.?|vol\.?|lecture|week)[\s-]*"
    r"(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?|[ivx]{1,5}|one|two|three|four|five)\b"
    r"|第\s*[\d一二三四五六七八九十百]+\s*[部章节節讲講集篇回课課期]分?"
    r"|[(（]?[上中下][篇集部卷册]?[)）]?(?=\s*$))"
)
_LONGEST = 20
_LONGEST_TITLE = 300
_DIGITS = 3
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def is_part(text: str) -> bool:
    """Return whether a text only numbers a part: `Lecture 1`, `第二讲`."""
    return len(text) <= _LONGEST and _PART.fullmatch(text.strip()) is not None


def _numbered(title: str, number: int) -> str:
    """Return the title of the part after this one, if that is what a bare number says: `[2]`."""
    *_, last = [None, *_PART.finditer(title)]
    digits = re.search(r"\d{1,3}", last.group()) if last else None
    if last is None or digits is None or int(digits.group()) + 1 != number:
        return ""
    at = last.start() + digits.start()
    return title[:at] + str(number) + title[at + len(digits.group()) :]


def _counted_on(title: str, name: str) -> str:
    """Return the title that follows by its last word: `Trees II` after `Trees I`, `CS 102`."""
    before, _, last = title.rpartition(" ")
    if name.isdecimal() and last.isdecimal():
        follows = len(name) <= _DIGITS and int(name) == int(last) + 1
    else:
        follows = (last, name) in pairwise(_ROMAN)
    return f"{before} {name}" if before and follows else ""


def next_title(title: str, text: str) -> str:
    """Return the title of the part that a link text names beside a title; "" if it names none."""
    name = text.strip(" []()（）,，")
    if len(name) > _LONGEST or len(title) > _LONGEST_TITLE:
        return ""
    if counted := _counted_on(title, name):
        return counted
    if name.isdecimal() and len(name) <= _DIGITS:
        return _numbered(title, int(name))
    if not _PART.fullmatch(name):
        return ""
    *_, last = [None, *_PART.finditer(title)]
    if last is None:
        return f"{title}（{name}）" if name[0] > "\u2fff" else f"{title}, {name}"
    told = f"（{name}）" if last.group()[0] in "(（" else name
    return title[: last.start()] + told + title[last.end() :]
