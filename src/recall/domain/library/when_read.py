"""When something was read, as its list or the person says it, and how many days ago that was."""

from __future__ import annotations

from datetime import date

from recall.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_DATE = len("2024-05-01")
"""Characters of the most precise date."""

ABOUT: Mapping[str, int] = {"this week": 4, "this month": 15, "this year": 180, "longer": 540}
"""What the person can say without a date, and the days for which it counts."""

READ_ON_SAID = "read_on_said"
"""Stands among the names of the fields set by hand if the person has said when it was read."""

_WORDS = {
    "this week": "week|a week|这周|本周|这个星期",
    "this month": "month|a month|这个月|本月",
    "this year": "year|a year|今年|这一年",
    "longer": "longer ago|longer than a year|更早|更久",
}

_DECEMBER = 12

_FORMS = "2026, 2026-03, a date, or week, month, year, longer"


def is_possible(read_on: str) -> bool:
    """Return whether a text is `2024`, `2024-05` or `2024-05-01`, and that is in the calendar."""
    import re

    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", read_on) is None:
        return False
    try:
        _first_day(read_on)
    except ValueError:
        return False
    return True


def is_after(read_on: str, day: date) -> bool:
    """Return whether all of a year, a month or a day comes after a day."""
    return read_on not in ABOUT and read_on > day.isoformat()[: len(read_on)]


def dated(read_on: str | None) -> str | None:
    """Return what another program understands of it: a year, a month or a day, or None."""
    return None if read_on in ABOUT else read_on


def stated(text: str, today: date) -> str:
    """Return what a person says of a reading: a year, a month, a day, or a name in ABOUT.

    BadInput, with the forms, for anything else and for what is after today.
    """
    from unicodedata import normalize

    words = " ".join(normalize("NFKC", text).casefold().split())
    for about, others in _WORDS.items():
        if words in (about, *others.split("|")):
            return about
    read_on = words if is_possible(words) else _day(words, today)
    if is_after(read_on, today):
        raise BadInput(f"{read_on} is in the future; say when it was read: {_FORMS}")
    return read_on


def in_words(read_on: str, *, is_said: bool, on: date | None = None) -> str:
    """Return when something was read and who says so; on is when the person said it, if known."""
    if not is_said:
        return f"{read_on}, as the list says"
    when = "longer than a year ago" if read_on == "longer" else read_on
    day = f" on {on.isoformat()}" if on is not None and read_on in ABOUT else ""
    return f"{when}, as you said{day}"


def days_since(read_on: str | None, day: date) -> int | None:
    """Return the days from a reading to a study date, at least 1; None if that is not known.

    A year or a month is counted from its middle; of the present one, from the middle of its days
    so far. What was read on the day itself has no days between.
    """
    if read_on is None:
        return None
    if read_on in ABOUT:
        return ABOUT[read_on]
    if not is_possible(read_on):
        return None  # the library is damaged, and `recall doctor` says so
    first = _first_day(read_on)
    length = (min(_last_day(read_on, first), day) - first).days
    days = (day - first).days - length // 2
    return days if days > 0 else None


def _day(words: str, today: date) -> str:
    from recall.domain.text.dates import parse_past

    try:
        return parse_past(words, today).isoformat()
    except BadInput as wrong:
        problem, _, _ = str(wrong).partition(";")
        raise BadInput(f"{problem}; say when it was read: {_FORMS}") from None


def _first_day(read_on: str) -> date:
    return date.fromisoformat(f"{read_on}-01-01"[:LONGEST_DATE])


def _last_day(read_on: str, first: date) -> date:
    """Return the last day of a year, of a month, or the day itself."""
    from calendar import monthrange

    if len(read_on) == LONGEST_DATE:
        return first
    month = first.month if len(read_on) > len("2024") else _DECEMBER
    return first.replace(month=month, day=monthrange(first.year, month)[1])
