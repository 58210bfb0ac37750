"""The lines in which due revisits and readings wait, in the order in which `more` takes them."""

from collections.abc import Sequence
from datetime import date, timedelta

from recall.domain.ahead.habits import LEAST_DAYS, LOOK_BACK_DAYS
from recall.domain.ahead.waiting_line import before_revisit, expected_on
from recall.domain.ahead.why import Ahead, Why, book_in_line, due_in_line, reading_in_line
from recall.domain.calendar.budget import Budget
from recall.domain.day.progress import DayProgress
from recall.domain.day.reading_order import EVERY_THIRD, LEAST_SITTING, Reading, allowed
from recall.domain.day.turns import HELD
from recall.domain.library.resource import Resource
from recall.domain.memory.formulas import Formulas
from recall.storage.tables import day as days
from recall.storage.tables import lived, parameters, section_rules
from recall.usecases.context import Context
from recall.usecases.planning.facts import days_since_book
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.readings.reading_line import (
    LineRules,
    as_readings,
    pressing_deadlines,
    reading_line,
    turns_of,
)
from recall.usecases.planning.rest_of_day import read_today, taken, usual_more

FEW_DUE = 500
"""With more revisits due than this, a place in their line is taken from a sample."""

SAMPLE = 200
"""About how many revisits are in it."""

LOOKED_AT = 100
"""The readings among which the place of a reading is looked for."""


def due_line(context: Context, resource: Resource, stands: DayProgress, budget: Budget) -> Why:
    """Explain a due revisit by its place in the line."""
    reads, day = context.store, context.today
    pace, without = pace_of(reads, day), taken(stands)
    number = days.how_many_due(reads, day)
    every = 1 if number <= FEW_DUE else number // SAMPLE
    found = {one.id: one for one in days.due(reads, day, every=every) if one.id not in without}
    due = [pace.planned(one) for one in {**found, resource.id: resource}.values()]
    formulas = Formulas(parameters.latest(reads).weights)
    planned, room = pace.planned(resource), usual_more(stands) if every == 1 else 0
    before = before_revisit(planned, due, room, today=day, formulas=formulas)
    ahead = Ahead(
        revisits=every * len(before),
        minutes=every * sum(one.revisit_minutes for one in before),
        is_rough=every > 1,
    )
    waiting = len(due) if every == 1 else number
    return due_in_line(planned, stands, ahead, due=waiting, usual=budget.longest_day)


def is_on_hold(context: Context, resource: Resource, budget: Budget) -> bool:
    """Return whether all sections of a reading are on hold, and no deadline needs it."""
    reads = context.store
    if not days.has_rules(reads):
        return False
    by_section = section_rules.rules(reads)
    if turns_of([resource], by_section)[resource.id].rank != HELD:
        return False
    rules = LineRules(context.today, pace_of(reads, context.today), budget, context.settings)
    pressing = pressing_deadlines(reads, rules)
    return turns_of([resource], by_section, pressing)[resource.id].rank == HELD


def reading_turn(context: Context, resource: Resource, stands: DayProgress, budget: Budget) -> Why:
    """Explain a reading that nothing holds back by what is read before it."""
    day = context.today
    rules = LineRules(day, pace_of(context.store, day), budget, context.settings)
    line = _line(context, stands, rules)
    ids = [reading.resource.id for reading in line]
    is_rough = resource.id not in ids
    place = len(line) if is_rough else ids.index(resource.id)
    before, wanted = line[:place], rules.pace.planned(resource)
    (own,) = as_readings([wanted], (), context.settings.daily_minutes)
    ahead = Ahead(
        readings=place,
        minutes=sum(reading.resource.next_minutes for reading in before),
        is_rough=is_rough,
    )
    expected = _expected_on(context, own, before)
    offered = _offered(context, line, place)
    if own.is_book and not is_rough and resource.id not in offered:
        return book_in_line(ahead, expected, day)
    first = next(
        (reading.resource for reading in line if reading.resource.id in offered), line[0].resource
    )
    return reading_in_line(None if first.id == resource.id else first, ahead, expected, day)


def _line(context: Context, stands: DayProgress, rules: LineRules) -> Sequence[Reading]:
    """Return the first readings that are not in today's plan, those first that today freed."""
    reads, without = context.store, taken(stands)
    found = reading_line(reads, rules, LOOKED_AT + len(without), with_held=True)
    line = [reading for reading in found if reading.resource.id not in without]
    finished = read_today(stands)
    freed = days.freed(reads, finished) if finished else set()
    return sorted(line, key=lambda reading: reading.resource.id not in freed)[:LOOKED_AT]


def _offered(context: Context, line: Sequence[Reading], place: int) -> set[int]:
    """Return the IDs of a line's readings that `more` could add now, as far as up to a place."""
    reads, before = context.store, line[:place]
    free = days.available(reads, [reading.resource.id for reading in before]) if before else set()
    waiting = [reading for reading in before if reading.resource.id in free] + [*line[place:]]
    has_book = any(reading.is_book for reading in line[: place + 1])
    usual = context.settings.daily_minutes
    may_come = not has_book or days_since_book(reads, context.today, usual) >= EVERY_THIRD
    return {reading.resource.id for reading in allowed(waiting, book_may_come=may_come)}


def _expected_on(context: Context, reading: Reading, before: Sequence[Reading]) -> date | None:
    """Return about when a reading has its turn, at the pace of the last weeks.

    Until seven days with minutes are known, reading has the part of a day that is planned for it.
    """
    day, settings = context.today, context.settings
    found = lived.reading_pace(context.store, day - timedelta(days=LOOK_BACK_DAYS), day)
    since = day if found is None else found.since
    budget = open_days(context.store, context, since=since)
    minutes = [budget.open_on(since + timedelta(days=n)) for n in range((day - since).days)]
    if found is None or sum(map(bool, minutes)) < LEAST_DAYS:
        usual = max(1, settings.daily_minutes)
        share = max(LEAST_SITTING / usual, settings.new_share)
    else:
        share = found.minutes / sum(minutes)
    return expected_on(reading, before, share, budget=budget.with_ends, today=day)
