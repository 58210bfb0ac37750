"""Dates as people type them, in English and Chinese: 'in 3 days', 'last friday', 3天后, 11-20."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, TypeVar

from recall.errors import BadInput

if TYPE_CHECKING:
    from re import Match

_Value = TypeVar("_Value")

_Lies = Literal["anywhere", "up to today", "from today on", "after today"]
"""Where a date lies that could be several: of those that lie there it is the nearest."""

FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(9998, 12, 31)
"""The range of dates: adding the longest interval to one of them stays within the calendar."""

_EXAMPLES = "try 2026-11-20, tomorrow, 'in 3 days', 'next monday' or 3天后"

_TRADITIONAL = str.maketrans("後週個禮號兩這", "后周个礼号两这")


def _table(rows: dict[_Value, str]) -> dict[str, _Value]:
    """Turn rows of 'word|word' into one entry a word."""
    return {word: value for value, words in rows.items() for word in words.split("|")}


_NAMED_DAYS = _table(
    {
        -3: "大前天",
        -2: "day before yesterday|前天",
        -1: "yesterday|昨天|昨日",
        0: "today|tonight|今天|今日|今晚",
        1: "tomorrow|明天|明日|明晚",
        2: "day after tomorrow|后天",
        3: "大后天",
    }
)
_COUNTS = _table(
    {
        1: "a|an|one|一",
        2: "two|二|两",
        3: "three|三",
        4: "four|四",
        5: "five|五",
        6: "six|六",
        7: "seven|七",
        8: "eight|八",
        9: "nine|九",
        10: "ten|十",
    }
)
_UNITS = _table(
    {  # (days, months)
        (1, 0): "d|day|days|天",
        (7, 0): "w|week|weeks|周|星期|个星期|礼拜|个礼拜",
        (0, 1): "m|month|months|月|个月",
        (0, 12): "y|year|years|年",
    }
)
_WEEKDAYS = _table(
    {
        0: "mon|monday|一",
        1: "tue|tues|tuesday|二",
        2: "wed|wednesday|三",
        3: "thu|thur|thurs|thursday|四",
        4: "fri|friday|五",
        5: "sat|saturday|weekend|六|末",
        6: "sun|sunday|日|天",
    }
)
_MONTHS = _table(
    {
        1: "jan|january",
        2: "feb|february",
        3: "mar|march",
        4: "apr|april",
        5: "may",
        6: "jun|june",
        7: "jul|july",
        8: "aug|august",
        9: "sep|sept|september",
        10: "oct|october",
        11: "nov|november",
        12: "dec|december",
    }
)

# An English number word must end at a space, or 'am' would be read as 'a month'.
_COUNT_WORD = "|".join(filter(str.isascii, _COUNTS))
_COUNT = rf"(?P<count>\d{{1,5}}|[一二两三四五六七八九十]|(?:{_COUNT_WORD})(?= ))"
_UNIT = f"(?P<unit>{'|'.join(_UNITS)})"
# 2026年 and 3月 name a year and a month of the calendar; only 3个月 is a distance.
_NOT_CALENDAR = r"(?!\d{4} ?年|.*(?<!个)月)"
_DISTANCES = (  # each with its sign: 1 is later, -1 is earlier
    (rf"\+{_COUNT} ?{_UNIT}?", 1),
    (rf"-{_COUNT} ?{_UNIT}?", -1),
    (rf"{_NOT_CALENDAR}(?:in )?{_COUNT} ?{_UNIT}(?: from now| later| ?[以之]?后)?", 1),
    (rf"{_NOT_CALENDAR}{_COUNT} ?{_UNIT}(?: ago| ?[以之]?前)", -1),
    (rf"(?:next |下)(?P<count>){_UNIT}", 1),
    (rf"(?:last |上)(?P<count>){_UNIT}", -1),
)

_WEEKDAY = rf"(?:(?P<which>this|next|last) )?(?P<day>{'|'.join(filter(str.isascii, _WEEKDAYS))})"
_CHINESE_WEEKDAY = r"(?P<which>[下上这本])?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])"
_CHINESE_WEEKS = {"下": 7, "上": -7, "这": 0, "本": 0}

_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_NAME = f"(?P<month>{'|'.join(_MONTHS)})"
_CALENDAR = (
    rf"(?:{_YEAR}[-/年])?(?P<month>\d{{1,2}})[-/月]{_DAY}[日号]?",
    rf"{_YEAR}\.(?P<month>\d{{1,2}})\.{_DAY}",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
    rf"{_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}?",  # 3.4 alone may be March or April
    rf"{_DAY}(?:st|nd|rd|th)? {_NAME}(?:,? {_YEAR})?",
    rf"{_NAME} {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?",
)
_DAY_OF_MONTH = rf"(?:the )?{_DAY}(?:st|nd|rd|th|[日号])"


def parse_date(text: str, today: date) -> date:
    """Return the date that text means on a given day.

    A bare weekday is the next one after today; 'this monday' and 'next monday' are the same,
    'last monday' the one before today, 下周一 the Monday of the next calendar week. The weekend
    is its Saturday. 'next week' is seven days on; a month later is the same day of that month,
    or its last. A date without a year (11-20, 20 nov) or without a month (27th) is the nearest
    one. Raises BadInput, with examples, for anything else.
    """
    return _parse(text, today, "anywhere")


def parse_past(text: str, today: date) -> date:
    """Return the date that text means, today or earlier; BadInput for one in the future.

    Like parse_date, but a bare weekday or a date without a year is the latest such day.
    """
    day = _parse(text, today, "up to today")
    if day > today:
        raise BadInput(
            f"{day} is in the future; give today or a day before it, such as '3 days ago'"
        )
    return day


def parse_future(text: str, today: date) -> date:
    """Return the date that text means, tomorrow or later; BadInput if it is not.

    Like parse_date, but a date without a year is the next such day.
    """
    day = _parse(text, today, "after today")
    if day <= today:
        raise BadInput(f"{day} is not after today; give a later day, such as 'in 3 days'")
    return day


def parse_coming(text: str, today: date) -> date:
    """Return the date that text means, today or later; BadInput for one in the past.

    Like parse_date, but a date without a year is today or the next such day.
    """
    day = _parse(text, today, "from today on")
    if day < today:
        raise BadInput(f"{day} is over; give today or a later day, such as 'in 3 days'")
    return day


def _parse(text: str, today: date, lies: _Lies) -> date:
    shown = " ".join(text.split())
    words = shown.casefold().translate(_TRADITIONAL)
    try:
        day = next(_readings(words, today, lies), None)
    except (ValueError, OverflowError):
        day = date.max
    if day is None:
        raise BadInput(f"'{shown}' is not a date; {_EXAMPLES}")
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadInput(f"'{shown}' is not on the calendar; {_EXAMPLES}")
    return day


def _readings(words: str, today: date, lies: _Lies) -> Iterator[date]:
    """Yield what the words can mean, likeliest first; ValueError or OverflowError if not a day."""
    from re import fullmatch

    if words in _NAMED_DAYS:
        yield today + timedelta(days=_NAMED_DAYS[words])
    for pattern, sign in _DISTANCES:
        if match := fullmatch(pattern, words):
            yield _at_distance(match, today, sign)
    if match := fullmatch(_WEEKDAY, words):
        yield _weekday(_WEEKDAYS[match["day"]], match["which"], today, lies)
    if match := fullmatch(_CHINESE_WEEKDAY, words):
        yield _chinese_weekday(_WEEKDAYS[match["day"]], match["which"], today, lies)
    for pattern in _CALENDAR:
        if match := fullmatch(pattern, words):
            yield _on_calendar(match, today, lies)
    if match := fullmatch(_DAY_OF_MONTH, words):
        yield _nearest(_in_months_around(today, int(match["day"])), today, lies)


def _at_distance(match: "Match[str]", today: date, sign: int) -> date:
    count = match["count"] or "1"
    number = sign * (_COUNTS[count] if count in _COUNTS else int(count))
    days, months = _UNITS[match["unit"] or "d"]
    return _months_later(today, number * months) + timedelta(days=number * days)


def _months_later(day: date, months: int) -> date:
    from calendar import monthrange

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def _weekday(weekday: int, which: str | None, today: date, lies: _Lies) -> date:
    if which == "last":
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    if which != "next" and lies == "up to today":
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _chinese_weekday(weekday: int, which: str | None, today: date, lies: _Lies) -> date:
    if which is None:
        return _weekday(weekday, None, today, lies)
    return today + timedelta(days=_CHINESE_WEEKS[which] + weekday - today.weekday())


def _on_calendar(match: "Match[str]", today: date, lies: _Lies) -> date:
    name = match["month"]
    month, day = _MONTHS[name] if name in _MONTHS else int(name), int(match["day"])
    if match["year"]:
        return date(int(match["year"]), month, day)
    return _nearest((_day(today.year + year, month, day) for year in (-1, 0, 1)), today, lies)


def _in_months_around(today: date, day: int) -> Iterator[date | None]:
    """Yield a day of this month and of two months before and after, which may lack it."""
    for months in range(-2, 3):
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        yield _day(year, month + 1, day)


def _nearest(days: Iterable[date | None], today: date, lies: _Lies) -> date:
    wanted = [day for day in days if day is not None and _is_there(day, today, lies)]
    # min() of nothing is a ValueError, as date() of a day that does not exist.
    return min(wanted, key=lambda day: abs(day - today))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_there(day: date, today: date, lies: _Lies) -> bool:
    if lies == "up to today":
        return day <= today
    return lies == "anywhere" or day > today or (day == today and lies == "from today on")
