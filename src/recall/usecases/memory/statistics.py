"""Statistics of the log over the latest weeks."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal, NamedTuple

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.study_day import study_date
from recall.domain.library.resource import Section
from recall.domain.memory.accuracy import Accuracy, measure
from recall.domain.statistics.streak import Stood, Streak, Wait, due_days, gaps, streak, waits
from recall.domain.statistics.summary import (
    Tally,
    by_month,
    by_week,
    latest_weeks,
    most_revisited_first,
    summed,
)
from recall.domain.statistics.time_spent import DaySpent, TimeSpent, by_day, time_spent
from recall.storage.reads import Reads
from recall.storage.tables.results import statistics as reads
from recall.usecases.context import Context
from recall.usecases.memory.plain_statistics import PlainStatistics, plain_statistics
from recall.usecases.planning.open_days import open_days

Split = Literal["month", "week", "kind", "section"]
SPLITS: tuple[Split, ...] = ("month", "week", "kind", "section")

_NEWEST = 2**62
"""Greater than any action's ID: the present state counts to the end of today."""


class Statistics(NamedTuple):
    """All of it but the streak is over whole ISO weeks from first on, the last one today's.

    Weeks are named by their Mondays. Kinds and sections are the present ones; a resource in
    several sections counts in the first. Months are named by their first days; the first may be
    counted in part, and one without visits is left out. Without any review or sitting ever, the
    splits are empty, and so is a split that was not asked for. by_day has every study date from
    the first that anything was done on, or from `first`, to today.
    """

    today: date
    first: date
    has_begun: bool
    total: Tally
    by_month: dict[date, Tally]
    by_week: dict[date, Tally]
    by_day: dict[date, DaySpent]
    by_kind: dict[str, Tally]
    by_section: dict[Section, Tally]
    accuracy: Accuracy
    streak: Streak
    spent: TimeSpent
    told: PlainStatistics


def statistics(
    context: Context, weeks: int, splits: Collection[Split] = SPLITS, *, measured: bool = True
) -> Statistics:
    """Count what was done in the latest weeks, the present one included.

    Only if measured, the predictions are compared one by one.
    """
    store, mondays = context.store, latest_weeks(context.today, weeks)
    first, last = mondays[0], mondays[-1] + timedelta(days=6)
    with store.snapshot():
        has_begun = reads.has_begun(store)
        done = reads.days_done(store)
        began = min(done, default=context.today)
        budget = open_days(store, context, began)
        days = reads.by_day(store, first, last)
        kinds = reads.by_kind(store, first, last) if "kind" in splits else {}
        sections = reads.by_section(store, first, last) if "section" in splits else {}
        judged = reads.judged(store, first, last) if measured else []
        run = _streak(context, done, budget)
        lived = max(first, began)
        spent = time_spent(days, budget, lived, context.today)
        told = plain_statistics(context, first, last)
    return Statistics(
        today=context.today,
        first=first,
        has_begun=has_begun,
        total=summed(days.values()),
        by_month=by_month(days),
        by_week=by_week(days, mondays if has_begun else ()),
        by_day=by_day(days, budget, lived, context.today) if has_begun else {},
        by_kind=most_revisited_first(kinds),
        by_section=most_revisited_first(sections),
        accuracy=measure(judged),
        streak=run,
        spent=spent,
        told=told,
    )


def days_lived(context: Context, weeks: int) -> dict[date, DaySpent]:
    """Return the days of the latest weeks alone, as `statistics` has them."""
    store, first = context.store, latest_weeks(context.today, weeks)[0]
    with store.snapshot():
        done = reads.days_done(store)
        if not done:
            return {}
        began = min(done)
        budget = open_days(store, context, began)
        days = reads.by_day(store, first, context.today)
    return by_day(days, budget, max(first, began), context.today)


def _streak(context: Context, done: set[date], budget: Budget) -> Streak:
    """Count from the first day with recall: what is dated before it was entered later.

    What was due is asked only if there is a day on which nothing was done: mostly there is none.
    """
    store, today, is_away = context.store, context.today, budget.is_away
    began = reads.first_action(store)
    if began is None:
        return Streak()
    first = study_date(began.astimezone(context.now.tzinfo), context.settings.day_start)
    done = {day for day in done if day >= first}
    since = next((day for day in gaps(done, today) if not is_away(day)), None)
    if since is None:
        return streak(done, set(), is_away, today)
    due = due_days(_waits(store, since, today), since, today)
    return streak(done, due, is_away, today)


def _waits(store: Reads, since: date, today: date) -> list[Wait]:
    """From when until before when revisits waited, after a study date.

    A resource that was only ever graded, nearly every one, waited from its due date until its
    review. The others are followed step by step, through all that happened to them.
    """
    tomorrow = today + timedelta(days=1)
    moved = reads.moved(store)
    others = {stood.resource_id for stood in moved}
    found = reads.overdue(store, since, others)
    longest = reads.longest_due(store, today, others)
    if longest is not None:
        found.append((longest, tomorrow))
    now = [
        Stood(resource_id=number, on=tomorrow, action=_NEWEST, due=due, status="read", kind="now")
        for number, due in reads.due_now(store, today, others).items()
    ]
    return found + list(waits(moved + reads.graded(store, others) + now))
