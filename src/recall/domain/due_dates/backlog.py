"""Spreads a backlog of revisits over days, within their minutes: after an import or a break."""

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
    """Return the date of a first revisit for each resource that was read on an unknown date.

    minutes holds the minutes of each revisit, in the order in which they are to come. They fill
    the days from start on, up to half of each day's budget together with the minutes in load,
    so that the other half stays free for reading; with whole (nothing is left to read), up to
    all of it. A revisit that needs more goes to a day below that limit if the whole day holds it,
    or to a day with nothing planned. If it finds no such day soon, later revisits do not wait
    for it. A day off takes none, nor does a pause that ends within ten years; if every day of the
    week is off, each takes one.
    """
    in_sight = (pause for pause in budget.pauses if pause.until and pause.until - start <= HORIZON)
    budget = budget._replace(pauses=tuple(in_sight))  # they need a date, pause or not
    days = _Laying(start, budget, load, parts=1 if whole else 2, shortest=min(minutes, default=1))
    return [days.take(need) for need in minutes]


class _Laying:
    """Puts revisits on days in their order; a revisit too long for the next days is overtaken."""

    def __init__(
        self, start: date, budget: Budget, load: Mapping[date, int], *, parts: int, shortest: int
    ) -> None:
        """Fill 1/parts of each day; a day with less room than the shortest need is skipped."""
        self._day, self._budget, self._parts, self._shortest = start, budget, parts, shortest
        self._planned, self._taken = dict(load), set[date]()
        self._is_never_open = not budget.has_minutes
        self._tried: dict[int, date] = {}  # days only fill up, so a day without room stays so

    def take(self, need: int) -> date:
        """Plan `need` minutes, and return their day."""
        self._day = self._with_room(self._day, self._shortest)
        day = self._with_room(max(self._day, self._tried.get(need, self._day)), need)
        if day == self._with_room(self._day + timedelta(days=1), self._shortest):
            self._day = day  # unless it skipped days that have room for others
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
