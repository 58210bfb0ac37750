"""The workload of a year at each desired retention, and what half a year of it keeps."""

from collections.abc import Sequence
from datetime import timedelta
from math import floor
from typing import NamedTuple

from recall.domain.ahead.coming import Library
from recall.domain.ahead.forecast import Reached, reached
from recall.domain.ahead.year_simulation import RETENTIONS, YEAR_DAYS, Student, Workload, starts
from recall.domain.ahead.year_simulation import workload as priced
from recall.domain.memory.formulas import Formulas
from recall.storage.tables import parameters
from recall.usecases.context import Context
from recall.usecases.personal import mixture_of
from recall.usecases.planning.ahead.forecast_rules import forecast_rules
from recall.usecases.planning.ahead.lived import habits_of
from recall.usecases.planning.ahead.whole_library import library
from recall.usecases.planning.keeping import plan_if_made_now
from recall.usecases.planning.open_days import open_days

HALF_YEAR_DAYS = 182
"""Days."""

MOST_CARDS = 500
"""Resources; with more, only the year is simulated, of which a sample is enough."""


class YearAhead(NamedTuple):
    """The workload for each desired retention, and the numbers common to all.

    halves has for each of them what is reached in HALF_YEAR_DAYS with the minutes that the days
    have, if they are lived as the last weeks were, and None in a library of more than MOST_CARDS,
    with which that takes too long. readings is the number of first readings in
    the year and reading_minutes their minutes a day; cards is the number of resources read by the
    end of the year.
    """

    workloads: Sequence[Workload]
    halves: Sequence[Reached | None]
    in_use: float
    reading_minutes: float
    readings: int
    cards: int


def workload(context: Context) -> YearAhead:
    """Return a year's minutes and memory at each desired retention, and at the one in use.

    First readings have their share of each day's minutes.
    """
    settings = context.settings
    in_use = parameters.latest(context.store).weights
    mixture = mixture_of(context.store, context.today, in_use)
    student = Student(Formulas(in_use), settings.maximum_interval, mixture)
    known = library(context)
    budget = open_days(context.store, context).with_ends
    days = (context.today + timedelta(day) for day in range(YEAR_DAYS))
    minutes = [floor(budget.open_on(day) * settings.new_share) for day in days]
    unread = [reading.resource for reading in known.unread]
    cards = starts(known.read, unread, minutes, context.today)
    wanted = settings.desired_retention
    new = cards[len(known.read) :]
    compared = sorted({*RETENTIONS, wanted})
    return YearAhead(
        workloads=[priced(cards, one, student) for one in compared],
        halves=_halves(context, known, compared),
        in_use=wanted,
        reading_minutes=sum(card.resource.next_minutes for card in new) / YEAR_DAYS,
        readings=len(new),
        cards=len(cards),
    )


def _halves(
    context: Context, known: Library, retentions: Sequence[float]
) -> list[Reached] | list[None]:
    """Return what half a year achieves at each desired retention."""
    if len(known.read) + len(known.unread) > MOST_CARDS:
        return [None] * len(retentions)
    habits, first = habits_of(context), plan_if_made_now(context).visits
    every = [forecast_rules(context, habits, wanted) for wanted in retentions]
    return [reached(known, first, rules, context.today, days=HALF_YEAR_DAYS) for rules in every]
