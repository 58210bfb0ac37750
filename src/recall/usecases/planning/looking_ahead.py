"""Forecast of the coming days, and workload of the coming year."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from math import floor
from typing import NamedTuple

from recall.domain.ahead.coming import Library
from recall.domain.ahead.forecast import DayAhead, ForecastRules, Reached, days_ahead, reached
from recall.domain.ahead.habits import AS_PLANNED, Habits
from recall.domain.ahead.list_end import HORIZON_DAYS, LEAST_SEEN_DAYS, ListEnd, list_end
from recall.domain.ahead.year_simulation import RETENTIONS, YEAR_DAYS, Student, Workload, starts
from recall.domain.ahead.year_simulation import workload as priced
from recall.domain.calendar.budget import Budget
from recall.domain.day.plan import PlannedVisit
from recall.domain.day.planner import DayFacts, plan_visits
from recall.domain.day.reading_order import Reading
from recall.domain.due_dates.load_balancer import Spread
from recall.domain.library.resource import PRIORITIES, Planned, Resource
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.retention import retention
from recall.storage.tables import parameters
from recall.usecases.context import Context
from recall.usecases.personal import mixture_of
from recall.usecases.planning.facts import days_since_book
from recall.usecases.planning.keeping import plan_if_made_now
from recall.usecases.planning.list_reading import list_reading
from recall.usecases.planning.lived import habits_of
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.rest_of_day import read_today
from recall.usecases.planning.today import today
from recall.usecases.planning.whole_library import library

HALF_YEAR_DAYS = 182
"""Days."""

MOST_CARDS = 500
"""Resources; with more, only the year is simulated, of which a sample is enough."""


class Forecast(NamedTuple):
    """The coming days, from today on, and the habits that they suppose.

    readings is how many first readings are on the list and not on hold; end says when they are
    read, None if there are none. budget says what is set for the days. on_hold is how many first
    readings are on hold.
    """

    days: Sequence[DayAhead]
    habits: Habits
    end: ListEnd | None
    readings: int
    budget: Budget
    on_hold: int = 0


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


def forecast(context: Context, days: int) -> Forecast:
    """Return the coming `days` days, from today on, if they are lived as the last weeks were.

    Deadlines are judged as of today, however much is read by then.
    """
    habits = habits_of(context)
    seen = max(days, LEAST_SEEN_DAYS + 1)
    known = library(context, context.today + timedelta(seen - 1))
    coming = _coming(context, known, habits)
    shown = list(islice(coming, days))
    end = None
    if known.unread:
        most = seen if known.load else HORIZON_DAYS
        end = list_reading(context).end or list_end(shown, coming, most)
    budget = open_days(context.store, context)
    return Forecast(
        days=shown,
        habits=habits,
        end=end,
        readings=len(known.unread),
        budget=budget,
        on_hold=known.on_hold,
    )


def preview(context: Context, day: date) -> DayAhead:
    """Return a coming day, if the plans of today and of all days until then are done."""
    known = library(context, day)
    coming = _coming(context, known, AS_PLANNED)
    return next(islice(coming, (day - context.today).days, None))


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
    unread = [one.resource for one in known.unread]
    cards = starts(known.read, unread, minutes, context.today)
    wanted = settings.desired_retention
    new = cards[len(known.read) :]
    compared = sorted({*RETENTIONS, wanted})
    return YearAhead(
        workloads=[priced(cards, one, student) for one in compared],
        halves=_halves(context, known, compared),
        in_use=wanted,
        reading_minutes=sum(one.resource.next_minutes for one in new) / YEAR_DAYS,
        readings=len(new),
        cards=len(cards),
    )


def _halves(
    context: Context, known: Library, retentions: Sequence[float]
) -> list[Reached] | list[None]:
    """Return what is reached in half a year at each desired retention."""
    if len(known.read) + len(known.unread) > MOST_CARDS:
        return [None] * len(retentions)
    habits, first = habits_of(context), plan_if_made_now(context).visits
    every = [forecast_rules(context, habits, one) for one in retentions]
    return [reached(known, first, rules, context.today, days=HALF_YEAR_DAYS) for rules in every]


def _coming(context: Context, known: Library, habits: Habits) -> Iterator[DayAhead]:
    stands = today(context).progress
    first = [one.visit for one in stands.left]
    rules = forecast_rules(context, habits)._replace(has_read_today=bool(read_today(stands)))
    return days_ahead(known, context.today, first, rules)


def forecast_rules(
    context: Context, habits: Habits = AS_PLANNED, desired: float | None = None
) -> ForecastRules:
    """Return rules that plan days like `today` and set due dates like a rating.

    desired is the desired retention; if it is not given, that of the settings.
    """
    reads, settings = context.store, context.settings
    budget, weights = open_days(reads, context), parameters.latest(reads).weights
    tomorrow = context.today + timedelta(days=1)
    formulas, mixture = Formulas(weights), mixture_of(reads, context.today, weights)
    desired = settings.desired_retention if desired is None else desired
    predicted = {one: mixture.predicted_at(retention(one, desired)) for one in PRIORITIES}

    def planned(
        day: date, due: Sequence[Planned], readings: Sequence[Reading], *, book_may_come: bool
    ) -> Sequence[PlannedVisit]:
        """Return the visits of a study day; none in a pause or on a day off."""
        minutes = budget.open_on(day)
        if not minutes:
            return ()
        facts = DayFacts(
            today=day,
            minutes=minutes,
            due=due,
            readings=readings,
            formulas=formulas,
            new_share=settings.new_share,
            sitting_minutes=settings.sitting_minutes,
            book_may_come=book_may_come,
            longest_day=budget.longest_day,
        )
        return plan_visits(facts)

    def wanted(resource: Resource) -> float:
        return predicted[resource.priority]

    return ForecastRules(
        plan=planned,
        formulas=formulas,
        retention=wanted,
        spread=Spread(settings.maximum_interval, budget, moves=settings.spread),
        habits=habits,
        mixture=mixture,
        days_since_book=days_since_book(reads, tomorrow, settings.daily_minutes),
    )
