"""Everything that is read or to be read, in order, and what holds it back.

`today` reads only what it can offer; looking ahead needs the rest as well.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from recall.domain.ahead.coming import Library
from recall.domain.day.reading_order import Reading
from recall.domain.day.turns import HELD, Turn
from recall.domain.library.held_back import held_back
from recall.domain.library.resource import Planned
from recall.domain.library.timing.pace import Pace
from recall.storage.tables import day as days
from recall.storage.tables import due_load, prerequisites, resources, section_rules
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.readings.reading_line import (
    LineRules,
    as_readings,
    pressing_deadlines,
    turns_of,
)

FEW_READ = 1000
"""Of more resources, those that are due later than is looked at are no more than a load."""


def library(context: Context, last: date = date.max) -> Library:
    """Return the library as of today, with minutes at the person's pace.

    In a large library only the revisits that are due by `last` are given one by one.
    """
    reads, pace = context.store, pace_of(context.store, context.today)
    found = [pace.planned(resource) for resource in resources.still_unread(reads)]
    in_progress = days.sections_in_progress(reads)
    readings = as_readings(found, in_progress, context.settings.daily_minutes)
    turns = _turns(context, found, pace)
    turned = (
        [reading._replace(turn=turns[reading.resource.id]) for reading in readings]
        if turns
        else readings
    )
    offered = [reading for reading in turned if reading.turn.rank != HELD]
    is_large = last < date.max and days.has_read_more_than(reads, FEW_READ)
    due = days.due(reads, last if is_large else date.max)
    return Library(
        read=[pace.planned(resource) for resource in due],
        unread=sorted(offered, key=_key),
        after=_after(context, found),
        in_progress=in_progress,
        load=_load_after(context, last, pace) if is_large else {},
        on_hold=len(turned) - len(offered),
    )


def _turns(context: Context, found: Sequence[Planned], pace: Pace) -> dict[int, Turn]:
    """Return the turns of readings; empty if no section has a rule."""
    reads = context.store
    by_section = section_rules.rules(reads)
    if not by_section:
        return {}
    rules = LineRules(context.today, pace, open_days(reads, context), context.settings)
    return turns_of(found, by_section, pressing_deadlines(reads, rules))


def _after(context: Context, found: Sequence[Planned]) -> Mapping[int, frozenset[int]]:
    """Return what must be read before each reading: earlier parts and prerequisites."""
    after = held_back(found)
    waiting = {resource.id for resource in found}
    for number, earlier in prerequisites.edges(context.store):
        if {number, earlier} <= waiting:
            after[number] = after.get(number, frozenset()) | {earlier}
    return after


def _load_after(context: Context, last: date, pace: Pace) -> dict[date, int]:
    """Return the minutes of the revisits on each day after another."""
    first = last + timedelta(days=1)
    end = last + timedelta(days=context.settings.maximum_interval)
    return due_load.about(context.store, [(first, end)], pace, besides=0)


def _key(reading: Reading) -> tuple[float, ...]:
    return reading.key
