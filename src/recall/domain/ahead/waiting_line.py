"""The order in which what waits has its turn: that of the planner, and about when that is."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import chain, takewhile, zip_longest

from recall.domain.calendar.budget import Budget
from recall.domain.day.reading_order import EVERY_THIRD, Reading
from recall.domain.day.revisit_order import by_due_date, by_gain, choose_revisits, is_neglected
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas

FURTHEST_DAYS_AHEAD = 36_500
"""Days; how far ahead a turn is looked for: a long list read slowly would pass the year 9999."""

_ROUNDING = 1e-6
"""Minutes, as a fraction: a share of a day need not be a whole number."""


def before_revisit(
    resource: Planned, due: Sequence[Planned], room: int, today: date, formulas: Formulas
) -> list[Planned]:
    """Return the revisits that are chosen before one of them if a day has `room` minutes.

    Those that fit come as the planner chooses them, the others as on the days to come, when
    what waits for long and what gains most share the minutes.
    """
    by_id = {waiting.id: waiting for waiting in due}
    line = [by_id[visit.resource_id] for visit in choose_revisits(due, room, today, formulas)]
    chosen = {waiting.id for waiting in line}
    rest = [waiting for waiting in due if waiting.id not in chosen]
    oldest = by_due_date(waiting for waiting in rest if is_neglected(waiting, today))
    both = chain.from_iterable(zip_longest(oldest, by_gain(rest, today, formulas)))
    line += {waiting.id: waiting for waiting in both if waiting is not None}.values()
    return list(takewhile(lambda waiting: waiting.id != resource.id, line))


def expected_on(
    reading: Reading, ahead: Iterable[Reading], share: float, budget: Budget, today: date
) -> date | None:
    """Return about when a reading has its turn, the day after today at the soonest.

    `share` of each day's minutes goes to reading. ahead is what is read before it, but for books:
    between two days with a book there are others without. None if nothing is read.
    """
    if share <= 0 or not budget.has_minutes:
        return None
    books = others = 0
    for one in ahead:
        if one.is_book:
            books += one.resource.next_minutes
        else:
            others += one.resource.next_minutes
    minutes: float = books + others
    if not reading.is_book:
        minutes = min(minutes, others * (EVERY_THIRD + 1) / EVERY_THIRD)
    days = (today + timedelta(days=number) for number in range(1, FURTHEST_DAYS_AHEAD))
    for day in days:
        minutes -= share * budget.open_on(day)
        if minutes < -_ROUNDING:
            return day
    return today + timedelta(days=FURTHEST_DAYS_AHEAD)
