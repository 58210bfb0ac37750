"""Deadlines: the days and minutes until them, and which of them cannot wait."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import joined

TAKEN = 0.5
"""The share of the readings' minutes until a deadline from which on it cannot wait.

Less than 1, because some minutes are lost: days are missed, readings get their share over weeks
and not on each day, and a long reading advances one sitting a day.
"""

CLOSE = 3
"""In the last CLOSE days with minutes before a deadline it comes first, however little is left.

Three, because one may be missed and another may already be full.
"""


class TimeLeft(NamedTuple):
    """The number of days with minutes until a deadline, both ends included, and their minutes."""

    days: int
    minutes: int


def until(deadline: date, today: date, budget: Budget) -> TimeLeft:
    """Return the days until a deadline without those of pauses; none once it is past."""
    found = _between(today, deadline, budget)
    for pause in joined(budget.pauses):
        last = deadline if pause.until is None else min(deadline, pause.until - timedelta(1))
        off = _between(max(today, pause.first), last, budget)
        found = TimeLeft(found.days - off.days, found.minutes - off.minutes)
    return found


def _between(first: date, last: date, budget: Budget) -> TimeLeft:
    """Return the days between two dates, both included, counted by weekday and single date."""
    days = max(0, (last - first).days + 1)
    counted = [
        (budget.usually_on(first + timedelta(offset)), (days - offset + 6) // 7)
        for offset in range(min(days, 7))
    ]
    for day, minutes in budget.dates.items():
        if first <= day <= last:
            counted += [(minutes, 1), (budget.usually_on(day), -1)]
    return TimeLeft(
        sum(times for minutes, times in counted if minutes),
        sum(minutes * times for minutes, times in counted),
    )


def minutes_a_day(minutes_left: int, deadline: date, today: date, budget: Budget) -> float:
    """Return the minutes to read on each day that has minutes, to meet a deadline.

    Past the deadline, all minutes fall on today.
    """
    return minutes_left / max(1, until(deadline, today, budget).days)


def needed_until(
    unread: Mapping[date, int], today: date, budget: Budget, new_share: float
) -> date | None:
    """Return the last deadline that cannot wait, together with all before it; None if all can.

    unread has the minutes to read for each deadline; new_share (0..1) of the budget is for
    readings. A deadline can wait while it is not close and the minutes needed for it and for
    earlier ones are less than TAKEN of the readings' minutes until then.
    """
    last, due = None, 0
    for deadline, minutes in sorted(unread.items()):
        due += minutes
        days, all_minutes = until(deadline, today, budget)
        presses = days <= CLOSE or due >= TAKEN * new_share * all_minutes
        if due and presses:
            last = deadline
    return last
