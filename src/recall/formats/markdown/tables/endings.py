"""Columns of the days on which readings ended: `Finished` above `Jan 9`, `3/14`, `DNF`.

Few people write the year there. A day without one still says that the work is read.
"""

import re
from collections.abc import Sequence

from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.marks.dates import MONTHS, take_dates
from recall.formats.markdown.marks.facts import state_in
from recall.formats.markdown.tables.heads import ColumnRole
from recall.formats.markdown.tables.statuses import status_of
from recall.formats.markdown.titles import clean
from recall.lazy_regex import lazy_regex

_ENDED = lazy_regex(
    r"(?i)finish|complet|\bdone\b|\bread\b|watched|完成|已读|读完|看完|読了|완독|완료|읽은|읽음"
    r"|\bgelesen\b|\bbeendet\b|\blue?s?\b|\btermin|\bleíd[oa]s?\b|\blett[oi]\b|\blid[oa]s?\b"
    r"|прочитан"
)
_SEASON = (
    "spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver"
    "|primavera|verano|otoño|invierno|estate|autunno|inverno|q[1-4]"
)
_ABOUT = (
    r"(?:(?:[~≈]|(?:ca|approx|circa|about|around|early|mid|late|(?:end|start) of|on|am|le|el|il|em)"
    r"\b\.?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b\.?,?)[\s-]*){0,2}"
)
_DAY = lazy_regex(
    rf"(?i){_ABOUT}(?:(?:{MONTHS})\.?\s\d{{1,2}}(?!\d)|\d{{1,2}}(?:st|nd|rd|th|\.|er)?"
    rf"(?:\s(?:de|of))?\s?(?:{MONTHS})\b|\d{{1,2}}\s?[月월](?:\s?\d{{1,2}}\s?[日号號일])?"
    rf"|(?:{MONTHS}|{_SEASON})\b\.?(?=\s*(?:\Z|[(（,，;；:：!/–—'’-]|\d{{4}}\b)))"
)
_NUMBERS = re.compile(r"(\d{1,2})([./]|(?<=\d\d)-(?=\d\d))(\d{1,2})(?:[./-]\d{2})?(?![\d/-])")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_LONGEST = 80
"""Letters of a cell in which a day is looked for."""

_AROUND = "✅☑✔✓ "
_MONTHS_OF_A_YEAR, _DAYS_OF_A_MONTH = 12, 31


def with_days(
    heads: Sequence[str], roles: Sequence[ColumnRole], columns: Sequence[Sequence[MarkdownLine]]
) -> list[ColumnRole]:
    """Return roles of columns, with read_on for those that mostly hold days of an ended reading."""
    return [
        "read_on" if role in {"status", "other"} and _ENDED.search(head) and _tells(cells) else role
        for head, role, cells in zip(heads, roles, columns, strict=True)
    ]


def ending_of(text: str) -> Box:
    """Return what a cell of such a column says: that it is read, if it begins with a day."""
    if _begins_with_day(text):
        return "read"
    day = _DAY.search(text[:_LONGEST])
    state = state_in(text).box or status_of(text[: day.start()] if day else "")  # `started Jan 3`
    return state or ("read" if date_in(text) else None)


def read_on(text: str) -> str | None:
    """Return the date in such a cell, as precisely as it says; None without a year."""
    if ending_of(text) != "read":
        return None
    year = _YEAR.search(text) if _DAY.match(text.strip()) else None
    return date_in(text) or (year and year[0])


def beside(text: str) -> str:
    """Return what such a cell says beside a state or a date; a day without a year is kept."""
    if date_in(text) or ending_of(text) is None:
        return take_dates(_ticked(text), ticked=True).text.strip(_AROUND)
    return text if _begins_with_day(text) else state_in(text).beside


def date_in(text: str) -> str | None:
    """Return the date in a cell with a year, as if it stood beside a tick."""
    return take_dates(_ticked(text), ticked=True).read_on


def _ticked(text: str) -> str:
    return f"✅ {clean(text).strip(_AROUND)}"


def _tells(cells: Sequence[MarkdownLine]) -> bool:
    """Return whether most cells tell of an ending, and a day is among them that is no count.

    `3/14` may count chapters; `14/3` does not.
    """
    texts = [text for cell in cells if (text := cell.text.strip())]
    days = any(date_in(text) or _DAY.match(text) or _is_no_count(text) for text in texts)
    return days and 2 * sum(ending_of(text) is not None for text in texts) >= len(texts)


def _begins_with_day(text: str) -> bool:
    text = text.strip()
    return _DAY.match(text) is not None or _is_day_in_numbers(text)


def _is_day_in_numbers(text: str) -> bool:
    found = _NUMBERS.match(text)
    if found is None:
        return False
    low, high = sorted((int(found[1]), int(found[3])))
    return 0 < low <= _MONTHS_OF_A_YEAR and high <= _DAYS_OF_A_MONTH


def _is_no_count(text: str) -> bool:
    found = _NUMBERS.match(text)
    counts = found is not None and found[2] == "/" and int(found[1]) <= int(found[3])
    return _is_day_in_numbers(text) and not counts
