"""Forecast of the coming days."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from recall.domain.ahead.coming import Library
from recall.domain.ahead.forecast import DayAhead, days_ahead
from recall.domain.ahead.habits import AS_PLANNED, Habits
from recall.domain.ahead.list_end import HORIZON_DAYS, LEAST_SEEN_DAYS, ListEnd, list_end
from recall.domain.calendar.budget import Budget
from recall.usecases.context import Context
from recall.usecases.planning.ahead.forecast_rules import forecast_rules
from recall.usecases.planning.ahead.list_reading import list_reading
from recall.usecases.planning.ahead.lived import habits_of
from recall.usecases.planning.ahead.whole_library import library
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.rest_of_day import read_today
from recall.usecases.planning.today import today


class Forecast(NamedTuple):
    """The coming days, from today on, and the habits that they assume.

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


def forecast(context: Context, days: int) -> Forecast:
    """Return a forecast of `days` days from today on, with the habits of the last weeks.

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


def _coming(context: Context, known: Library, habits: Habits) -> Iterator[DayAhead]:
    stands = today(context).progress
    first = [visit.visit for visit in stands.left]
    rules = forecast_rules(context, habits)._replace(has_read_today=bool(read_today(stands)))
    return days_ahead(known, context.today, first, rules)
