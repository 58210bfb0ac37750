"""What the planner is told of a study day: what is due, what can be read, the last days."""

from collections.abc import Collection, Sequence
from datetime import date
from heapq import nsmallest

from recall.domain.day.planner import DayFacts
from recall.domain.day.reading_order import BOOK_DAYS, EVERY_THIRD
from recall.domain.day.revisit_order import UNKNOWN_GAIN, gain
from recall.domain.library.resource import PRIORITIES, Planned, Resource, revisit_minutes
from recall.domain.library.timing.pace import Pace
from recall.domain.memory.formulas import Formulas
from recall.storage.reads import Reads
from recall.storage.tables import day as days
from recall.storage.tables import parameters
from recall.storage.tables.planning.due_rows import DueRow, due_rows
from recall.storage.tables.resources import by_ids
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.readings.reading_line import LineRules, reading_line


def day_facts(
    context: Context, reads: Reads, minutes: int, without: Collection[int] = ()
) -> DayFacts:
    """Return the facts of today for these minutes, without the resources in `without`."""
    day, settings = context.today, context.settings
    formulas = Formulas(parameters.latest(reads).weights)
    pace, limit = pace_of(reads, day), candidates(minutes) + len(without)
    budget = open_days(reads, context)
    rules = LineRules(day, pace, budget, settings)
    due = foremost_due(reads, day, formulas, limit)
    readings = reading_line(reads, rules, limit)
    return DayFacts(
        today=day,
        minutes=minutes,
        due=_planned(pace, due, without),
        readings=[reading for reading in readings if reading.resource.id not in without],
        formulas=formulas,
        new_share=settings.new_share,
        sitting_minutes=settings.sitting_minutes,
        book_may_come=days_since_book(reads, day, settings.daily_minutes) >= EVERY_THIRD,
        longest_day=budget.longest_day,
    )


def candidates(minutes: int) -> int:
    """Return how many revisits, and how many readings, are enough for so many minutes."""
    return 100 + minutes


def foremost_due(reads: Reads, day: date, formulas: Formulas, limit: int) -> list[Resource]:
    """Return what is due; if that is much more than a day holds, the oldest and the best."""
    oldest = days.due(reads, day, limit + 1)
    if len(oldest) <= limit:
        return oldest
    best = nsmallest(limit, due_rows(reads, day), key=lambda row: _row_key(row, day, formulas))
    seen = {resource.id for resource in oldest}
    return oldest + by_ids(reads, [row.id for row in best if row.id not in seen])


def days_since_book(reads: Reads, day: date, usual_minutes: int) -> int:
    """Return the number of days with readings after the last day with a book, before a day.

    If there was no book, it is as many as a book waits for.
    """
    last = days.last_book(reads, day, BOOK_DAYS * usual_minutes)
    return EVERY_THIRD if last is None else days.days_with_readings(reads, last, day)


def _row_key(row: DueRow, day: date, formulas: Formulas) -> tuple[int, float, int]:
    """Return what sorts rows as `by_gain` sorts resources, but by the minutes of their lists."""
    found = UNKNOWN_GAIN
    if row.stability is not None and row.difficulty is not None and row.last_review is not None:
        since = max(0, (day - row.last_review).days)
        found = gain(row.stability, row.difficulty, since, formulas)
    return PRIORITIES.index(row.priority), -found / revisit_minutes(row.minutes), row.id


def _planned(pace: Pace, due: Sequence[Resource], without: Collection[int]) -> list[Planned]:
    return [pace.planned(resource) for resource in due if resource.id not in without]
