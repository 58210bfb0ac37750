"""Days of the week as people write them, in English and Chinese, and as settings keep them."""

import re
from collections.abc import Collection, Iterable
from itertools import chain

from recall.domain.text.written import TO, normalized, words

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = len("mon")
_HAN_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_HAN_DAY = re.compile(r"(?:每?周|每?星期|每?礼拜)?([一二三四五六日天]+)")

EVERY_DAY = frozenset(range(7))
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


def read_days(value: object) -> frozenset[int]:
    """Read days of the week, 0 for Monday: 'mon-fri', 'weekdays', 'sat, sun', 周一至周五, 每天."""
    text = TO.sub("-", normalized(value))
    try:
        return _SETS.get(text) or frozenset(chain.from_iterable(map(_days, words(text))))
    except ValueError:
        raise ValueError(
            "days of the week, such as mon-fri, 'sat, sun', weekdays, every day, 周一至周五 or 每天"
        ) from None


def write_days(days: Collection[int]) -> str:
    """Write days of the week as read_days reads them."""
    named = next((name for name, those in _SETS.items() if those == days), None)
    return named or ", ".join(_NAMES[day][:_SHORTEST] for day in sorted(days))


def _days(word: str) -> Iterable[int]:
    """Return the days of one word: a named set, a range (which may pass Sunday), or single days."""
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
