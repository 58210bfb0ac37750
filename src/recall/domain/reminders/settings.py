"""Reminder settings as people write them, in English and Chinese, and as they are stored.

Each read_... takes text, or a list from the settings file; its ValueError ends the sentence "it
must be ...". Each write_... returns the text to store.
"""

import re
from collections.abc import Collection, Iterable
from datetime import time

from recall.domain.reminders.slots import REMINDER_KINDS, ReminderKind
from recall.domain.text.written import TO, normalized, words

_NEVER = frozenset(("", "none", "off", "no", "never", "无", "关"))
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::00)?")


def read_time(value: object) -> time:
    """Read one time of day, such as 19:00."""
    match = _CLOCK.fullmatch(normalized(value))
    if match is None:
        raise ValueError("a time of day from 00:00 to 23:59, such as 19:00")
    return time(int(match[1]), int(match[2]))


def read_times(value: object) -> tuple[time, ...]:
    """Read times of day, such as '09:00, 18:30'; sorted, each once."""
    try:
        return tuple(sorted({read_time(word) for word in words(value)}))
    except ValueError:
        raise ValueError("times of day from 00:00 to 23:59, such as 09:00, 18:30") from None


def read_quiet(value: object) -> tuple[time, time] | None:
    """Read quiet hours, such as 22:00-08:00; None for none."""
    text = normalized(value)
    if text in _NEVER:
        return None
    try:
        start, end = map(read_time, TO.split(text))
    except ValueError:
        start = end = time()
    if start == end:
        raise ValueError("two different times of day, such as 22:00-08:00, or none")
    return start, end


def read_kinds(value: object) -> frozenset[ReminderKind]:
    """Read kinds of reminders: some of digest, nudge, series, or all."""
    named = set(words(value, allow_none=True))
    if named == {"all"}:
        return frozenset(REMINDER_KINDS)
    if not named or not named.issubset(REMINDER_KINDS):
        raise ValueError(f"all, or some of {', '.join(REMINDER_KINDS)}")
    return frozenset(kind for kind in REMINDER_KINDS if kind in named)


def write_time(at: time) -> str:
    """Write one time of day as read_time reads it."""
    return f"{at:%H:%M}"


def write_times(times: Iterable[time]) -> str:
    """Write times of day as read_times reads them."""
    return ", ".join(map(write_time, times))


def write_quiet(quiet: tuple[time, time] | None) -> str:
    """Write quiet hours as read_quiet reads them."""
    return f"{quiet[0]:%H:%M}-{quiet[1]:%H:%M}" if quiet else "none"


def write_kinds(kinds: Collection[ReminderKind]) -> str:
    """Write kinds as read_kinds reads them."""
    return ", ".join(kind for kind in REMINDER_KINDS if kind in kinds)
