"""Which day a revisit falls on: near the model's interval, where the least is planned.

py-fsrs's own fuzz is random, so a replay would move every due date; this one depends only on
its arguments.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import floor, inf
from typing import NamedTuple

from recall.domain.budget import DAY_MINUTES, Budget
from recall.domain.card import Rating

_SHORTEST_SPREAD = 2.5
_SLACK = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))
"""Share of an interval's days between two lengths that a due date may move either way."""

_FAR = timedelta(days=3650)

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


def first_revisits(
    minutes: Sequence[int],
    start: date,
    budget: Budget,
    load: Mapping[date, int],
    *,
    whole: bool = False,
) -> list[date]:
    """Return a first revisit's date for each resource that was read on no known date.

    minutes holds what each revisit takes, in the order they shall come. They fill the days from
    start on, up to half of the budget a day with what load has planned already, so that the
    other half stays free for reading; with whole, where nothing is left to read, up to all of it.
    A day that has less than that planned takes one that needs more, if the whole day holds it, and
    a day with nothing planned takes any. What comes after one that finds no such day soon does
    not wait for it. A day off takes none, nor
    does a pause that ends within ten years; where every day is one off, each takes one.
    """
    pause = budget.pause
    if pause is not None and (pause.until is None or pause.until - start > _FAR):
        budget = budget._replace(pause=None)  # somewhere they have to be
    days = _Laying(start, budget, load, 1 if whole else 2, min(minutes, default=1))
    return [days.take(need) for need in minutes]


class _Laying:
    """Revisits laid out over days: in their order, but where one is too long for what is near."""

    def __init__(
        self, start: date, budget: Budget, load: Mapping[date, int], parts: int, least: int
    ) -> None:
        """One of so many equal parts of each day's minutes is to be filled; none needs less."""
        self._day, self._budget, self._parts, self._least = start, budget, parts, least
        self._planned, self._taken = dict(load), set[date]()
        self._is_never_open = not budget.has_minutes
        self._tried: dict[int, date] = {}  # days only fill up: what had no room will have none

    def take(self, need: int) -> date:
        """Plan so many minutes, and return their day."""
        self._day = self._with_room(self._day, self._least)
        day = self._with_room(max(self._day, self._tried.get(need, self._day)), need)
        if day == self._with_room(self._day + timedelta(days=1), self._least):
            self._day = day  # not where it had to pass by days that have room for others
        self._planned[day] = self._planned.get(day, 0) + need
        self._taken.add(day)
        self._tried[need] = day
        return day

    def _with_room(self, day: date, need: int) -> date:
        while not self._has_room(day, need):
            day += timedelta(days=1)
        return day

    def _has_room(self, day: date, need: int) -> bool:
        if self._budget.is_paused(day):
            return False
        if self._is_never_open:
            return day not in self._taken
        minutes, planned = self._budget.on(day), self._planned.get(day, 0)
        if planned == 0:
            return minutes > 0
        if self._parts * (planned + need) <= minutes:
            return True
        is_full = day in self._taken or self._parts * planned >= minutes
        return not is_full and planned + need <= minutes


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
