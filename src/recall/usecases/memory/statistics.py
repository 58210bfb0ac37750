"""What the log says of a person's memory and time, over the latest weeks."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.library.resource import Section
from recall.domain.memory.accuracy import Accuracy, measure
from recall.domain.statistics.streak import Stood, Streak, due_days, streak
from recall.domain.statistics.summary import (
    Past,
    Tally,
    by_week,
    judged,
    latest_weeks,
    split,
    tally,
)
from recall.storage.tables import statistics as reads
from recall.usecases.context import Context


class Statistics(NamedTuple):
    """All of it but the streak is over whole ISO weeks from first on, the last one today's.

    Weeks are named by their Mondays. Kinds and sections are the present ones; a resource in
    several sections counts in the first. Without any review or sitting ever, the splits are empty.
    """

    today: date
    first: date
    has_begun: bool
    total: Tally
    by_week: dict[date, Tally]
    by_kind: dict[str, Tally]
    by_section: dict[Section, Tally]
    accuracy: Accuracy
    streak: Streak


def statistics(context: Context, weeks: int) -> Statistics:
    """Count what was done in the latest weeks, the present one included."""
    mondays = latest_weeks(context.today, weeks)
    with context.store.snapshot():
        everything = reads.past(context.store)
        kinds, sections = reads.kinds(context.store), reads.sections(context.store)
        days = _streak(context, everything)
    recent = everything.between(mondays[0], mondays[-1] + timedelta(days=6))
    has_begun = bool(everything.graded or everything.sat)
    return Statistics(
        context.today,
        mondays[0],
        has_begun,
        tally(recent),
        by_week(recent, mondays if has_begun else ()),
        split(recent, lambda one: kinds[one.resource_id]),
        split(recent, lambda one: sections.get(one.resource_id, ())),
        measure(judged(recent)),
        days,
    )


def _streak(context: Context, everything: Past) -> Streak:
    done = everything.days()
    graded = [
        Stood(one.resource_id, one.on, one.action, one.due_before) for one in everything.graded
    ]
    moved = reads.moved(context.store) + reads.stand(context.store, context.today)
    due = due_days(graded + moved, min(done, default=context.today), context.today)
    return streak(done, due, _away(context), context.today)


def _away(context: Context) -> Callable[[date], bool]:
    """Tell whether a day lies in a pause, or has no minutes by the settings."""
    pauses, budget = reads.pauses(context.store), context.budget

    def is_away(day: date) -> bool:
        return budget.on(day) == 0 or any(pause.holds(day) for pause in pauses)

    return is_away
