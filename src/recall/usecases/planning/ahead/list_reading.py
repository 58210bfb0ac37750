"""How much of the list is read, and when all of it is, for `stats` and `forecast` alike."""

from datetime import timedelta
from typing import NamedTuple

from recall.domain.ahead.habits import LEAST_DAYS, LOOK_BACK_DAYS
from recall.domain.ahead.list_end import ListEnd, at_lived_pace
from recall.domain.day.turns import rule_of
from recall.domain.library.resource import Section
from recall.domain.statistics.list_progress import ListProgress, list_progress
from recall.storage.tables import lived, section_rules
from recall.storage.tables.results import recalled
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days

MOST_IN_SECTIONS = 20_000
"""More resources than this are not counted by section, which would take most of the time."""


class ListReading(NamedTuple):
    """How far the list is; end is None until a week is known, and if nothing is left to read."""

    progress: ListProgress
    end: ListEnd | None


def list_reading(context: Context) -> ListReading:
    """Return how much of the list is read, and when the rest is at the pace of the last weeks."""
    progress, share = _progress(context), _reading_share(context)
    if not share or progress.left <= 0:
        return ListReading(progress._replace(has_pace=share > 0), None)
    end = at_lived_pace(
        progress.minutes_left,
        progress.left,
        share,
        budget=open_days(context.store, context).with_ends,
        today=context.today,
    )
    return ListReading(progress._replace(has_pace=True, done_by=end.read_by), end)


def _progress(context: Context) -> ListProgress:
    store, rules = context.store, section_rules.rules(context.store)

    def is_held(section: Section) -> bool:
        rule = rule_of(section, rules)
        return rule is not None and rule.turn == "hold"

    whole = recalled.whole(store)
    if whole.resources > MOST_IN_SECTIONS and not rules:
        return list_progress([whole], is_held)._replace(sections=())
    return list_progress(recalled.sections(store), is_held)


def _reading_share(context: Context) -> float:
    """Return the share of the last weeks' minutes that went to reading; 0 if it is not known yet.

    Days off and pauses have no minutes, so they are no missed days.
    """
    store, today = context.store, context.today
    first = max(today - timedelta(days=LOOK_BACK_DAYS), lived.first_day(store) or today)
    budget = open_days(store, context, since=first)
    days = [budget.open_on(first + timedelta(days=n)) for n in range((today - first).days)]
    if sum(map(bool, days)) < LEAST_DAYS:
        return 0.0
    return recalled.minutes_read(store, first, today) / sum(days)
