"""Reminder settings as people write them, in English and Chinese, and as they are stored.

Each read_... takes the text, or the list a settings file may hold; its ValueError says what is
allowed, as the end of a sentence: "it must be ...". Each write_... gives the text to store.
"""

import re
from collections.abc import Collection, Iterable
from datetime import time
from itertools import chain
from unicodedata import normalize

from recall.domain.reminder_slots import EVERY_DAY, KINDS, Kind

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = len("mon")
_HAN_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_HAN_DAY = re.compile(r"(?:每?周|每?星期|每?礼拜)?([一二三四五六日天]+)")
_TRADITIONAL = str.maketrans("週禮拜無關", "周礼拜无关")

WEEKDAYS = frozenset(range(5))
WEEKEND = EVERY_DAY - WEEKDAYS
_SETS = {
    "every day": EVERY_DAY,
    "weekdays": WEEKDAYS,
    "weekends": WEEKEND,
    **dict.fromkeys(("everyday", "daily", "all", "每天", "每日"), EVERY_DAY),
    **dict.fromkeys(("weekday", "workdays", "工作日", "平日"), WEEKDAYS),
    **dict.fromkeys(("weekend", "周末"), WEEKEND),
}

_NEVER = frozenset(("", "none", "off", "no", "never", "无", "关"))
_SEPARATORS = re.compile(r"\s*[,;、]\s*|\s+and\s+|\s*和\s*|\s+")
_TO = re.compile(r"\s*[-\u2010-\u2015~至到]\s*|\s+to\s+")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::00)?")


def read_time(value: object) -> time:
    """Read one time of day, such as 19:00."""
    match = _CLOCK.fullmatch(_text(value))
    if match is None:
        raise ValueError("a time of day from 00:00 to 23:59, such as 19:00")
    return time(int(match[1]), int(match[2]))


def read_times(value: object) -> tuple[time, ...]:
    """Read times of day, such as '09:00, 18:30'; sorted, each once."""
    try:
        return tuple(sorted({read_time(word) for word in _words(value)}))
    except ValueError:
        raise ValueError("times of day from 00:00 to 23:59, such as 09:00, 18:30") from None


def read_quiet(value: object) -> tuple[time, time] | None:
    """Read quiet hours, such as 22:00-08:00; None for none."""
    text = _text(value)
    if text in _NEVER:
        return None
    try:
        start, end = map(read_time, _TO.split(text))
    except ValueError:
        start = end = time()
    if start == end:
        raise ValueError("two different times of day, such as 22:00-08:00, or none")
    return start, end


def read_days(value: object) -> frozenset[int]:
    """Read days of the week, 0 for Monday: 'mon-fri', 'weekdays', 'sat, sun', 周一至周五, 每天."""
    text = _TO.sub("-", _text(value))
    try:
        return _SETS.get(text) or frozenset(chain.from_iterable(map(_days, _words(text))))
    except ValueError:
        raise ValueError(
            "days of the week, such as mon-fri, 'sat, sun', weekdays, every day, 周一至周五 or 每天"
        ) from None


def read_kinds(value: object) -> frozenset[Kind]:
    """Read kinds of reminders: some of digest, nudge, series, or all."""
    words = set(_words(value, allow_none=True))
    if words == {"all"}:
        return frozenset(KINDS)
    if not words or not words.issubset(KINDS):
        raise ValueError(f"all, or some of {', '.join(KINDS)}")
    return frozenset(kind for kind in KINDS if kind in words)


def write_time(at: time) -> str:
    """Write one time of day as read_time reads it."""
    return f"{at:%H:%M}"


def write_times(times: Iterable[time]) -> str:
    """Write times of day as read_times reads them."""
    return ", ".join(map(write_time, times))


def write_quiet(quiet: tuple[time, time] | None) -> str:
    """Write quiet hours as read_quiet reads them."""
    return f"{quiet[0]:%H:%M}-{quiet[1]:%H:%M}" if quiet else "none"


def write_days(days: Collection[int]) -> str:
    """Write days of the week as read_days reads them."""
    named = next((name for name, those in _SETS.items() if those == days), None)
    return named or ", ".join(_NAMES[day][:_SHORTEST] for day in sorted(days))


def write_kinds(kinds: Collection[Kind]) -> str:
    """Write kinds as read_kinds reads them."""
    return ", ".join(kind for kind in KINDS if kind in kinds)


def _text(value: object) -> str:
    """One way to write it: half-width, lower case, single spaces; a list with commas."""
    if isinstance(value, (list, tuple, set, frozenset)):
        value = ",".join(map(str, value))
    return " ".join(normalize("NFKC", str(value)).casefold().translate(_TRADITIONAL).split())


def _words(value: object, *, allow_none: bool = False) -> list[str]:
    words = [word for word in _SEPARATORS.split(_text(value)) if word]
    if not words and not allow_none:
        raise ValueError("one at least")
    return words


def _days(word: str) -> Iterable[int]:
    """The days one word stands for: a set by name, a range (over Sunday too), one or more."""
    if word in _SETS:
        return _SETS[word]
    first, dash, last = word.partition("-")
    if not dash:
        return _named(word)
    (start,), (end,) = _named(first), _named(last)
    return [(start + days) % 7 for days in range((end - start) % 7 + 1)]


def _named(word: str) -> list[int]:
    if match := _HAN_DAY.fullmatch(word):
        return [_HAN_DAYS[character] for character in match[1]]
    found = [day for day, name in enumerate(_NAMES) if name.startswith(word)]
    if len(word) < _SHORTEST or not found:
        raise ValueError(f"no day is called {word}")
    return found
