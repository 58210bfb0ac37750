"""Lays out revisits that wait over days, within their minutes: after an import, or a break."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from recall.domain.calendar.budget import Budget

HORIZON = timedelta(days=3650)
"""How far ahead revisits are planned; a pause that ends later counts as open."""


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
    if pause is not None and (pause.until is None or pause.until - start > HORIZON):
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
