"""The last seven study days, today included, and what the next seven bring."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.library.resource import Resource
from recall.domain.statistics.week import DAYS, WeekDone, first_of_week, week_done
from recall.storage.tables.due_load import planned
from recall.storage.tables.resources import by_ids
from recall.storage.tables.results import week as reads
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of

MOST_NAMED = 20
"""The most resources of each kind whose titles are read."""


class Week(NamedTuple):
    """What was done from first to last, and what is to come.

    minutes_of_days is what these days had, pauses aside. slipped has the IDs of the revisits that
    were due before today and wait, the oldest first. coming revisits of coming_minutes become due
    in the next seven days, until the day `until`. resources has those that can be named, by ID.
    """

    first: date
    last: date
    done: WeekDone
    minutes_of_days: int
    slipped: list[int]
    coming: int
    coming_minutes: int
    until: date
    resources: Mapping[int, Resource]


def week(context: Context) -> Week:
    """Return the last seven days, today included."""
    store, today = context.store, context.today
    first, tomorrow, until = first_of_week(today), today + timedelta(1), today + timedelta(DAYS)
    with store.snapshot():
        done = week_done(reads.visits(store, first, today))
        slipped = reads.slipped(store, today)
        coming = reads.coming(store, tomorrow, until)
        load = planned(store, tomorrow, until, pace_of(store, today))
        budget = open_days(store, context, first)
        kinds = (done.read, done.sat, done.forgotten, slipped)
        shown = {number for numbers in kinds for number in numbers[:MOST_NAMED]}
        named = {resource.id: resource for resource in by_ids(store, shown)}
    return Week(
        first=first,
        last=today,
        done=done,
        minutes_of_days=sum(budget.open_on(first + timedelta(day)) for day in range(DAYS)),
        slipped=slipped,
        coming=coming,
        coming_minutes=sum(load.values()),
        until=until,
        resources=named,
    )
