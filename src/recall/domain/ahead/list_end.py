"""When the whole list will be read, if the coming days are like the last ones.

Once a week is known, `at_lived_pace` tells it, for `stats` and `forecast` alike; before that the
days of the forecast do. docs/decisions/0048-list-end.md compares both.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.ahead.forecast import DayAhead
from recall.domain.calendar.budget import Budget

HORIZON_DAYS = 730
"""How far ahead the end of the list is looked for."""

LEAST_SEEN_DAYS = 28
"""The days that show how fast the list is read; readings come unevenly, and books seldom."""

MOST_WORK = 12_000
"""How many due revisits and days are gone through, each day counting DAY_WORK; it limits time."""

DAY_WORK = 20

_ROUNDING = 1e-6
"""Minutes, as a fraction: a share of a day need not be a whole number."""


class ListEnd(NamedTuple):
    """When everything that can be read is read.

    read_by is None if that is more than HORIZON_DAYS ahead; unread is how many readings are left
    by then.
    """

    read_by: date | None
    unread: int = 0


def at_lived_pace(
    minutes_left: int, unread: int, share: float, budget: Budget, today: date
) -> ListEnd:
    """Return when `unread` readings are read if `share` of each day's minutes goes to them.

    minutes_left is what they take. Pauses, days off and days with minutes of their own count with
    the minutes that they have.
    """
    left = float(minutes_left)
    for number in range(HORIZON_DAYS):
        day = today + timedelta(days=number)
        left -= share * budget.open_on(day)
        if left <= _ROUNDING:
            return ListEnd(day)
    return ListEnd(None, max(1, round(unread * left / minutes_left)))


def list_end(shown: Sequence[DayAhead], coming: Iterator[DayAhead], most_days: int) -> ListEnd:
    """Return when the list is read, from the days shown and those that come after them.

    most_days is how many days may be looked at in all, more than LEAST_SEEN_DAYS. After them, and
    after much work, the list is supposed to be read as fast as in the last weeks looked at.
    """
    days = list(shown)
    work = sum(map(_work, days))
    while days[-1].unread and len(days) < HORIZON_DAYS:
        is_enough = len(days) > LEAST_SEEN_DAYS and (work > MOST_WORK or len(days) >= most_days)
        if is_enough:
            return _at_that_pace(days)
        days.append(next(coming))
        work += _work(days[-1])
    read = next((day for day in days if not day.unread), None)
    return ListEnd(read.study_date) if read else ListEnd(None, days[-1].unread)


def _work(day: DayAhead) -> int:
    return DAY_WORK + day.due


def _at_that_pace(days: Sequence[DayAhead]) -> ListEnd:
    first, last = days[-1 - LEAST_SEEN_DAYS], days[-1]
    read = first.unread_minutes - last.unread_minutes
    left = HORIZON_DAYS - len(days)
    if read * left >= last.unread_minutes * LEAST_SEEN_DAYS:
        needed = -(-last.unread_minutes * LEAST_SEEN_DAYS // read)
        return ListEnd(last.study_date + timedelta(days=needed))
    share = 1 - read * left / (last.unread_minutes * LEAST_SEEN_DAYS)
    return ListEnd(None, max(1, round(last.unread * share)))
