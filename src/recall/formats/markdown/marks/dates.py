"""Dates at which something was read or saved: `✅ 2024-05-01`, `(read 2025-01-02)`.

The date of the work itself, such as `(2017)` or `[2023/05]`, is none of these.
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

_MONTH_NAMES = (
    "jan january janvier enero januar gennaio janeiro январь января",
    "feb february février fevrier febrero februar febbraio fevereiro февраль февраля",
    "mar march mars marzo märz março март марта",
    "apr april avril abril aprile апрель апреля",
    "may mai mayo maggio maio май мая",
    "jun june juin junio juni giugno junho июнь июня",
    "jul july juillet julio juli luglio julho июль июля",
    "aug august août aout agosto август августа",
    "sep sept september septembre septiembre settembre setembro сентябрь сентября",
    "oct october octobre octubre oktober ottobre outubro октябрь октября",
    "nov november novembre noviembre novembro ноябрь ноября",
    "dec december décembre diciembre dezember dicembre dezembro декабрь декабря",
)
_MONTH = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
MONTHS = "|".join(sorted(_MONTH, key=len, reverse=True))
_TIME = r"(?:[ T,]{1,2}\d{1,2}:\d{2}(?::\d{2})?)?"
_DAY = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日号號일]?"
    rf"|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    rf"|(?:{MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|er)?(?: de)? (?:{MONTHS})\.?,?(?: de)? \d{{4}}"
)
_ANY = (
    rf"(?:{_DAY}|\d{{4}}[-/.]\d{{1,2}}|\d{{4}}\s?[年년]\s?\d{{1,2}}\s?[月월]"
    rf"|(?:{MONTHS})\.?,? \d{{4}}"
    r"|\d{4}[年년]?)"
)
_DATE = rf"(?:\[\[)?(?P<date>{_ANY})(?:\]\])?(?![\d/]){_TIME}"
_WHOLE_DAY = rf"(?:\[\[)?(?P<date>{_DAY})(?:\]\])?(?![\d/]){_TIME}"

_READ = (
    r"(?:already )?(?:read|finished|completed|done|watched|listened)"
    r"|读于|读完于|讀於|看完于|完成于|已读|已讀"
    r"|读完|讀完|看完|完成|(?:阅读|完成|读完|閱讀)(?:日期|时间|時間)|読了日?|完了|視聴済み?|완독|읽음|완료"
    r"|прочитан[оа]?|прочитала?|просмотрено|завершено|gelesen|fertig|erledigt|lue?|terminée?|finie?"
    r"|leído|terminado|visto|letto|finito|lido|concluído|przeczytan[eoay]|okundu|bitti|gelezen|läst"
)
_ON = r"(?:\s*(?:on|in|at|am|im|le|en|el|il|nel|em|em|w|в|:{1,2}|：|=|@|-)){0,2}\s*"
_READ_AFTER = r"读完|讀完|看完|读毕|读|讀|完成|読了|完了|완독|읽음"
_KEYS = r"completion|completed|done|finished|read|date[ -]?read|read[ -]?(?:on|date)|end(?:ed)?"
_SAVED_KEYS = r"created|added|saved|date[ -]?added"
_OPEN, _SHUT = r"[(（\[【]", r"[)）\]】]"
_FROM = r"(?:^|(?<=[\s(（\[【,，;；|·—–-]))"
_TO = r"(?=\s*(?:$|[)）\]】,，;；|·。]|\.(?:\s|$)|\s[-–—]))"

_READ_ON = (
    rf"[✅☑✔✓]\ufe0f?\s*{_DATE}",
    rf"@(?:{_KEYS})\({_DATE}[^()]{{0,20}}\)",
    rf"{_OPEN}?\b(?:{_KEYS})::\s*{_DATE}{_SHUT}?",
    rf"{_OPEN}\s*(?:{_READ}){_ON}{_DATE}\s*{_SHUT}",
    rf"{_OPEN}\s*{_DATE}\s*(?:{_READ_AFTER})\s*{_SHUT}",
    rf"{_FROM}(?:{_READ}){_ON}{_DATE}{_TO}",
    rf"{_FROM}{_DATE}\s*(?:{_READ_AFTER}){_TO}",
)
_BESIDE_A_TICK = (
    rf"\A\s*\(?{_WHOLE_DAY}\)?\s*[-–—:：|,，]?\s*",
    r"\A\s*(?P<date>\d{4}[-/.]\d{1,2})(?![\d/.-])\s*[-–—:：|,，]?\s+",
    rf"[(（]\s*{_WHOLE_DAY}\s*[)）]",
    rf"(?<=[\s\-–—|·,，;；]){_WHOLE_DAY}\s*\Z",
)
_SAVED_ON = (rf"(?:➕\s*|{_OPEN}?\b(?:{_SAVED_KEYS})::\s*){_WHOLE_DAY}{_SHUT}?",)
_STARTED = (rf"\b(?:start(?:ed|ing)?|begun|began|begin)\b{_ON}{_ANY}|开始于?[:：]?\s*{_ANY}",)
"""A day on which reading began is not that on which it ended."""

# What a task is due, scheduled or repeated for says nothing of a reading.
_OTHER = (
    rf"(?:[📅⏳🛫🔁❌⌛]\ufe0f?\s*|{_OPEN}?\b(?:due|scheduled|start|cancelled)::\s*)"
    rf"{_WHOLE_DAY}{_SHUT}?",
    rf"{_OPEN}\s*(?:reading|started|begun|began|since|开始于|在读)\s*(?:since|on|in|:)?\s*{_ANY}"
    rf"\s*{_SHUT}",
)
_SEPARATORS = " -–—|·,，;；:："
_MONTHS_OF_A_YEAR = 12
_YEAR = re.compile(r"\d{4}")
_UNSURE_DAY = re.compile(r"(?<!\d)(\d{4}[-/.]\d{1,2})[-/.]\?{1,2}(?!\?)")
"""`2022/06/??`: the month is known."""


class Dated(NamedTuple):
    """A text without the dates of its reader; read_on is as in Item."""

    text: str
    read_on: str | None = None
    saved_on: date | None = None


def take_dates(text: str, *, ticked: bool) -> Dated:
    """Take out of a text when it was read and saved.

    Without a word or sign for it, a date counts only beside a tick, and only as a whole day or at
    the start.
    """
    if not _YEAR.search(text):
        return Dated(text)
    text = _UNSURE_DAY.sub(r"\1", text)
    read_on, text = _taken(_READ_ON, text)
    saved, text = _taken(_SAVED_ON, text)
    for pattern in _compiled(_OTHER):
        for other in reversed(list(pattern.finditer(text))):
            text = _without(text, other)
    if ticked and read_on is None and not _compiled(_STARTED)[0].search(text):
        read_on, text = _taken(_BESIDE_A_TICK, text)
    return Dated(text, read_on, _day(saved))


@cache  # when a text with a year is first seen: it takes longer than to read a thousand lines
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _taken(patterns: tuple[str, ...], text: str) -> tuple[str | None, str]:
    for pattern in _compiled(patterns):
        found = pattern.search(text)
        if found and (told := _written(found["date"])):
            return told, _without(text, found)
    return None, text


def _without(text: str, found: re.Match[str]) -> str:
    before, after = text[: found.start()].rstrip(_SEPARATORS), text[found.end() :]
    return f"{before} {after.lstrip()}" if before and after.strip() else before + after


def _written(text: str) -> str | None:
    """Return a date as `2024`, `2024-05` or `2024-05-01`; None if no calendar has it."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    words = re.findall(r"[^\W\d_]+", text.lower())
    if month := next((_MONTH[word] for word in words if word in _MONTH), None):
        numbers = [numbers[-1], month, *numbers[:-1]]
    elif re.match(r"\d{1,2}/\d{1,2}/", text):
        numbers = _of_slashes(*numbers)
    elif re.match(r"\d{1,2}\.", text):
        numbers.reverse()
    shape = "-".join(f"{number:0{4 if at == 0 else 2}}" for at, number in enumerate(numbers))
    return shape if _day(shape) else None


def _of_slashes(one: int, other: int, year: int) -> list[int]:
    """Return the date 3/25/2024 or 25/3/2024; of 3/4/2024 only the year is sure."""
    if min(one, other) <= _MONTHS_OF_A_YEAR < max(one, other):
        return [year, min(one, other), max(one, other)]
    return [year]


def _day(shape: str | None) -> date | None:
    """Return the first day that a date names."""
    try:
        is_near = shape is not None and shape[:2] in {"19", "20"}
        return date.fromisoformat(f"{shape}-01-01"[:10]) if is_near else None
    except ValueError:
        return None
