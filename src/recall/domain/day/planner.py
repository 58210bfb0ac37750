"""The one planner: what a study day holds, from what is due and what can be read.

Its rules were measured on simulated people; `bench/lived` repeats that, and docs/order.md has the
results. `today`, `more`, previews, the forecast and the reminders use it.
"""

from collections.abc import Collection, Sequence
from datetime import date
from math import floor
from typing import NamedTuple

from recall.domain.day.plan import PlannedVisit
from recall.domain.day.reading_order import (
    LEAST_SITTING,
    OVERRUN,
    STEP,
    Reading,
    ReadingRoom,
    choose_readings,
)
from recall.domain.day.revisit_order import by_due_date, choose_revisits, overdue_days, visit_of
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas

WEEK = 7
"""A revisit longer than every day gets the day on which it is due, and one so often after it."""

CROWDED_DAYS = 3
"""Readings get half of their share while the revisits that are due need more days than these."""


class DayFacts(NamedTuple):
    """Everything that a plan is made from.

    due and readings are what could be done, at least as many as the minutes can hold; readings
    are in their order. new_share (0..1) of the minutes are for readings; a sitting is usual
    in sitting_minutes. book_may_come: the last days with readings had no book.
    longest_day has the most minutes that a day of the week has.
    """

    today: date
    minutes: int
    due: Sequence[Planned]
    readings: Sequence[Reading]
    formulas: Formulas
    new_share: float = 0.4
    sitting_minutes: int = 20
    book_may_come: bool = True
    longest_day: int = 0


def plan_visits(facts: DayFacts) -> list[PlannedVisit]:
    """Return the visits of a day in order: readings first, because days are often broken off."""
    lone = _longer_than_the_day(facts)
    if lone is not None:
        return [lone]
    room = _reading_room(facts)
    readings = choose_readings(facts.readings, room, facts.today, book_may_come=facts.book_may_come)
    left = facts.minutes - sum(visit.minutes for visit in readings)
    return readings + choose_revisits(facts.due, left, facts.today, facts.formulas)


def _reading_room(facts: DayFacts) -> ReadingRoom:
    """Return the minutes for readings: their share of the day, and what revisits leave.

    They always leave room for the revisit that has been overdue longest, or it would never fit.
    """
    share = facts.new_share * facts.minutes
    slot = max(floor(share), LEAST_SITTING) if share else 0
    needed = sum(resource.revisit_minutes for resource in facts.due)
    if needed > CROWDED_DAYS * facts.minutes:
        slot = min(slot, max(slot // 2, LEAST_SITTING))
    fitting = [resource for resource in facts.due if resource.revisit_minutes <= facts.minutes]
    most = facts.minutes - (by_due_date(fitting)[0].revisit_minutes if fitting else 0)
    usual = max(slot, facts.sitting_minutes)
    if facts.minutes < LEAST_SITTING:  # days of a few minutes have sittings of as many
        usual = max(STEP, facts.minutes)
    minutes = min(most, max(slot, facts.minutes - needed))
    first = max(minutes, min(slot + OVERRUN, most)) if slot else minutes
    return ReadingRoom(minutes, first, sitting=usual)


def _longer_than_the_day(facts: DayFacts) -> PlannedVisit | None:
    """Return the revisit that gets the day to itself, because no day can hold it."""
    weekly = [resource for resource in facts.due if overdue_days(resource, facts.today) % WEEK == 0]
    long = [
        resource
        for resource in weekly
        if resource.revisit_minutes > max(facts.minutes, facts.longest_day)
    ]
    if not long or facts.minutes < STEP:  # fewer minutes are no day to give to anything
        return None
    longest = max(long, key=lambda resource: overdue_days(resource, facts.today))
    visit = visit_of(longest, facts.today)
    return visit._replace(reason=f"{visit.reason}; longer than the day")


def plan_more(facts: DayFacts, freed: Collection[int] = ()) -> list[PlannedVisit]:
    """Return the next visits for the minutes asked for: what is due, then readings.

    Readings in `freed` come first: a reading of today set them free.
    """
    chosen = _readings_within(
        facts,
        facts.minutes,
        [reading for reading in facts.readings if reading.resource.id in freed],
    )
    left = facts.minutes - sum(visit.minutes for visit in chosen)
    chosen += choose_revisits(facts.due, left, facts.today, facts.formulas)
    left = facts.minutes - sum(visit.minutes for visit in chosen)
    taken = {visit.resource_id for visit in chosen}
    rest = [reading for reading in facts.readings if reading.resource.id not in taken]
    return chosen + _readings_within(facts, left, rest)


def choose_again(facts: DayFacts) -> list[PlannedVisit]:
    """Return other readings for the same minutes."""
    return _readings_within(facts, facts.minutes, facts.readings)


def _readings_within(
    facts: DayFacts, minutes: int, readings: Sequence[Reading]
) -> list[PlannedVisit]:
    room = ReadingRoom(minutes, first=minutes, sitting=max(minutes, facts.sitting_minutes))
    return choose_readings(readings, room, facts.today, book_may_come=facts.book_may_come)
