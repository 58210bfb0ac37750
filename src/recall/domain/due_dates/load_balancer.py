"""Load balancing: puts a revisit on the day near the model's interval with the least planned.

py-fsrs's own fuzz is random, so a replay would move every due date; this one is deterministic.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import floor, inf
from typing import NamedTuple

from recall.domain.calendar.budget import DAY_MINUTES, Budget
from recall.domain.library.card import Rating

_SHORTEST_SPREAD = 2.5
_SLACK = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))
"""(from, to, share): the share of the interval's days in that range that a due date may move by."""

_Share = tuple[bool, float]
"""Whether a day lies in a pause, and the planned share of its minutes."""


class Spread(NamedTuple):
    """How due dates are balanced: up to a maximum interval, by the minutes of each day.

    moves is False if they stay where the model puts them.
    """

    maximum: int
    budget: Budget = Budget(DAY_MINUTES)
    moves: bool = True


def bounds(interval: float, maximum: int) -> tuple[int, int]:
    """Return the first and last day, in days from the review, that an interval may move to.

    Anki's fuzz range: one day plus a share of the interval either way, rounded to the nearest
    day (halves up), within 1..maximum; intervals below 2.5 days do not move.
    Source: rslib/src/scheduler/states/fuzz.rs in https://github.com/ankitects/anki
    """
    interval = min(max(interval, 1), maximum)
    slack = _slack(interval)
    lower, upper = floor(interval - slack + 0.5), floor(interval + slack + 0.5)
    return lower, min(upper, maximum)


def windows(intervals: Mapping[Rating, int], spread: Spread) -> list[tuple[int, int]]:
    """Return the first and last day that each rating's revisit may move to."""
    return [bounds(intervals[rating], spread.maximum) for rating in _movable(intervals, spread)]


def due_dates(
    intervals: Mapping[Rating, int],
    on: date,
    load: Mapping[date, int],
    seed: tuple[int, int],
    spread: Spread,
) -> dict[Rating, date]:
    """Return the due date of each rating given on a study date, a better rating always later.

    Each takes the day within bounds() with the smallest planned share of its minutes (a day off
    or in a pause only if there is no other); of equal days the one nearest the model's interval,
    then the side that seed (resource ID, review count) picks.
    AGAIN is never moved: a forgotten resource comes back when the model says.
    """
    dues: dict[Rating, date] = {}
    earliest = 1
    movable = _movable(intervals, spread)
    for rating in sorted(intervals):
        interval = intervals[rating]
        moves = rating in movable
        first, last = bounds(interval, spread.maximum) if moves else (interval, interval)
        # A better rating must pay off, so it comes at least a day after the one below, even
        # if that exceeds the bounds or the maximum by a day.
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
    """Return each day's planned share, by days from a date; a day off counts as full."""
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
    # Parity, not hash(), which differs between processes: neighbors in the list lean to opposite
    # sides, and a resource changes sides at each review.
    side = 1 if sum(seed) % 2 else -1
    return min(shares, key=lambda day: (shares[day], abs(day - interval), side * day))
