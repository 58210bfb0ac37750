"""Minutes a day against the minutes that the days had."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.calendar.budget import Budget
from recall.domain.statistics.summary import Tally


class TimeSpent(NamedTuple):
    """Minutes of some days up to today: something was done on `done` of them.

    days are those with minutes and those on which something was done all the same; planned is the
    sum of their minutes as set.
    """

    minutes: int = 0
    done: int = 0
    days: int = 0
    planned: int = 0


class DaySpent(NamedTuple):
    """A study date: what was done on it, and the minutes that it had as set, 0 in a pause."""

    done: Tally
    planned: int


def by_day(
    tallies: Mapping[date, Tally], budget: Budget, first: date, today: date
) -> dict[date, DaySpent]:
    """Return every study date from `first` to today, oldest first, with or without visits."""
    every = (first + timedelta(number) for number in range((today - first).days + 1))
    return {day: DaySpent(tallies.get(day, Tally()), budget.open_on(day)) for day in every}


def time_spent(
    tallies: Mapping[date, Tally], budget: Budget, first: date, today: date
) -> TimeSpent:
    """Sum up the days from `first` to today, by what was done on them."""
    every = (first + timedelta(number) for number in range((today - first).days + 1))
    days = [day for day in every if day in tallies or not budget.is_away(day)]
    return TimeSpent(
        minutes=sum(tally.minutes for tally in tallies.values()),
        done=len(tallies),
        days=len(days),
        planned=sum(budget.open_on(day) for day in days),
    )
