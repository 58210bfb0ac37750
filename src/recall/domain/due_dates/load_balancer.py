"""Which day a revisit falls on: near the model's interval, where the least is planned.

py-fsrs's own fuzz is random, so a replay would move every due date; this one depends only on
its arguments.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import floor, inf
from typing import NamedTuple

from recall.domain.calendar.budget import DAY_MINUTES, Budget
from recall.domain.library.card import Rating

_SHORTEST_SPREAD = 2.5
_SLACK = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))
"""Share of an interval's days between two lengths that a due date may move either way."""

_Share = tuple[bool, float]
"""Whether a day lies in a pause, and the share of its minutes that is planned."""


class Spread(NamedTuple):
    """How due dates are moved: up to a longest interval, by the minutes of each day.

    moves is False where they are to stay where the model puts them.
    """

    maximum: int
    budget: Budget = Budget(DAY_MINUTES)
    moves: bool = True


def bounds(interval: float, maximum: int) -> tuple[int, int]:
    """Return the first and the last day, in days from the review, an interval may be moved to.

    The fuzz range of Anki: one day and a share of the interval either way, to the nearest day
    (halves up), within 1..maximum; below 2.5 days there is none.
    Source: rslib/src/scheduler/states/fuzz.rs in https://github.com/ankitects/anki
    """
    interval = min(max(interval, 1), maximum)
    slack = _slack(interval)
    lower, upper = floor(interval - slack + 0.5), floor(interval + slack + 0.5)
    return lower, min(upper, maximum)


def windows(intervals: Mapping[Rating, int], spread: Spread) -> list[tuple[int, int]]:
    """Return the first and the last day to which each rating's revisit may be moved."""
    return [bounds(intervals[rating], spread.maximum) for rating in _movable(intervals, spread)]


def due_dates(
    intervals: Mapping[Rating, int],
    on: date,
    load: Mapping[date, int],
    seed: tuple[int, int],
    spread: Spread,
) -> dict[Rating, date]:
    """Return the due date of each rating given on a study date, a better rating always later.

    Each takes the day within bounds() of whose minutes the smallest share is planned in load
    (a day off, or one in a pause, only where there is no other); of equals the one nearest the
    model's interval, then the side that seed (resource ID, review count) picks.
    AGAIN is never moved: what was forgotten should come back when the model says.
    """
    dues: dict[Rating, date] = {}
    earliest = 1
    movable = _movable(intervals, spread)
    for rating in sorted(intervals):
        interval = intervals[rating]
        moves = rating in movable
        first, last = bounds(interval, spread.maximum) if moves else (interval, interval)
        # A better rating has to be worth something, so it comes at least a day after the one
        # below, even where that leads a day past the bounds or the maximum.
        first = max(first, earliest)
        taken = _shares(load, on, range(first, max(first, last) + 1), spread.budget)
        day = _lightest(taken, interval, seed)
        dues[rating] = on + timedelta(days=day)
        earliest = day + 1
    return dues


def _movable(ratings: Iterable[Rating], spread: Spread) -> list[Rating]:
    return [rating for rating in ratings if spread.moves and rating is not Rating.AGAIN]


def _slack(interval: float) -> float:
    if interval < _SHORTEST_SPREAD:
        return 0.0
    shares = (share * max(0.0, min(interval, end) - start) for start, end, share in _SLACK)
    return 1.0 + sum(shares)


def _shares(load: Mapping[date, int], on: date, days: range, budget: Budget) -> dict[int, _Share]:
    """How each day is taken, by days from a date; a day off is full."""
    dates = {day: on + timedelta(days=day) for day in days}
    minutes = {day: budget.on(date) for day, date in dates.items()}
    return {
        day: (
            budget.is_paused(date),
            load.get(date, 0) / minutes[day] if minutes[day] else inf,
        )
        for day, date in dates.items()
    }


def _lightest(shares: Mapping[int, _Share], interval: int, seed: tuple[int, int]) -> int:
    # Parity, not hash(): neighbors in the list lean to opposite sides and a resource changes
    # sides at each review, the same in every process.
    side = 1 if sum(seed) % 2 else -1
    return min(shares, key=lambda day: (shares[day], abs(day - interval), side * day))
