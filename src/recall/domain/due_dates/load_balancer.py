"""Load balancing: puts a revisit on the open day near the model's interval with the least planned.

py-fsrs's own fuzz is random, so a replay would move every due date; this one is deterministic.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import floor, inf
from typing import NamedTuple

from recall.domain.calendar.budget import DAY_MINUTES, Budget
from recall.domain.library.card import Rating

_SHORTEST_SPREAD = 2.5
_SLACK = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))
"""(from, to, share): the share of the interval's days in that range that a due date may move by."""


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
    *,
    survived: int | None = None,
    earliest: int = 1,
) -> dict[Rating, date]:
    """Return the due date of each rating given on a study date, no better rating sooner.

    Each takes the day within bounds() with the smallest planned share of its minutes; of equal
    days the one nearest the model's interval, then the side that seed (resource ID, review count)
    picks. AGAIN is not moved for the load: a forgotten resource comes back when the model says.
    Days off and days in a pause are passed by; if there are no others within bounds(), the next
    open day up to the maximum is taken. survived is the number of days since the review before:
    a pass comes no sooner than that if an open day within bounds() allows it. No date comes sooner
    than `earliest`, in days.
    """
    dues: dict[Rating, date] = {}
    for rating in sorted(intervals):
        interval = intervals[rating]
        days: Sequence[int] = _allowed(rating, interval, spread, earliest)
        if spread.moves:
            days = _open(days, on, spread)
        if rating is not Rating.AGAIN:
            days = [day for day in days if day >= (survived or 0)] or days
        earliest = _lightest(_shares(load, on, days, spread.budget), interval, seed)
        dues[rating] = on + timedelta(days=earliest)
    return dues


def _allowed(rating: Rating, interval: int, spread: Spread, earliest: int) -> range:
    """Return the days within bounds() from the earliest on, or else the earliest."""
    is_movable = rating in _movable([rating], spread)
    first, last = bounds(interval, spread.maximum) if is_movable else (interval, interval)
    return range(max(first, earliest), max(last, earliest) + 1)


def _movable(ratings: Iterable[Rating], spread: Spread) -> list[Rating]:
    return [rating for rating in ratings if spread.moves and rating is not Rating.AGAIN]


def _slack(interval: float) -> float:
    if interval < _SHORTEST_SPREAD:
        return 0.0
    shares = (share * max(0.0, min(interval, end) - start) for start, end, share in _SLACK)
    return 1.0 + sum(shares)


def _open(days: Sequence[int], on: date, spread: Spread) -> Sequence[int]:
    """Return the open days among these, or else the next one; all of them if there is none."""
    budget = spread.budget
    found = [day for day in days if not budget.is_away(on + timedelta(days=day))]
    if found:
        return found
    farthest = on + timedelta(days=min(spread.maximum, (date.max - on).days - 1))
    following = _next_open(budget, on + timedelta(days=days[-1] + 1), farthest)
    return days if following is None else [(following - on).days]


def _next_open(budget: Budget, day: date, last: date) -> date | None:
    """Return the first day up to the last that is neither off nor in a pause, if there is any."""
    if not budget.has_minutes:
        last = min(last, max(budget.dates, default=date.min))
    while day <= last:
        pause = budget.pause_on(day)
        if pause is None and budget.on(day):
            return day
        if pause is not None and pause.until is None:
            return None
        day = pause.until if pause and pause.until else day + timedelta(days=1)
    return None


def _shares(
    load: Mapping[date, int], on: date, days: Iterable[int], budget: Budget
) -> dict[int, float]:
    """Return each day's planned share of its minutes, by days from a date; a day off is full."""
    dates = {day: on + timedelta(days=day) for day in days}
    minutes = {day: budget.on(date) for day, date in dates.items()}
    return {
        day: load.get(date, 0) / minutes[day] if minutes[day] else inf
        for day, date in dates.items()
    }


def _lightest(shares: Mapping[int, float], interval: int, seed: tuple[int, int]) -> int:
    # Parity, not hash(), which differs between processes: neighbors in the list lean to opposite
    # sides, and a resource changes sides at each review.
    side = 1 if sum(seed) % 2 else -1
    return min(shares, key=lambda day: (shares[day], abs(day - interval), side * day))
