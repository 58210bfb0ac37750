"""Policies with fixed or simple rules, each as good as the minutes allow.

All do due revisits first, the longest overdue before the rest, and read in the time left.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.simulation.year import Day, Step


def reading(day: Day) -> Iterator[None]:
    """Yield readings as long as there are any."""
    before = -1.0
    while day.spent > before:
        before = day.spent
        yield None


class ByDueDate:
    """The common base: keeps due dates, which subclasses compute from outcomes."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._due: dict[int, int] = {}

    def plan(self, day: Day) -> Iterator[Step]:
        """Yield due revisits, then readings."""
        due = [one for one, on in self._due.items() if on <= day.number]
        yield from sorted(due, key=lambda one: (self._due[one], one))
        yield from reading(day)


class Steps(ByDueDate):
    """Fixed intervals: a pass moves one step up, a failure back to the first."""

    def __init__(self, days: Sequence[int]) -> None:
        """Take the steps in days."""
        super().__init__()
        self._days = days
        self._step: dict[int, int] = {}

    def read(self, resource: int, day: int) -> None:
        """Begin at the first step."""
        self._set(resource, day, 0)

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        """Move a step up or to the first."""
        up = min(self._step[resource] + 1, len(self._days) - 1)
        self._set(resource, day, up if recalled else 0)

    def _set(self, resource: int, day: int, step: int) -> None:
        self._step[resource] = step
        self._due[resource] = day + self._days[step]


class _Learned(NamedTuple):
    repetitions: int
    interval: int
    ease: float


class Sm2(ByDueDate):
    """SuperMemo 2 with answers of quality 4 and 2.

    Source: https://www.supermemo.com/en/blog/application-of-a-computer-to-improve-the-results-obtained-in-working-with-the-supermemo-method
    """

    _HARDER = 0.1 - 3 * (0.08 + 3 * 0.02)
    _LEAST_EASE = 1.3

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self._learned: dict[int, _Learned] = {}

    def read(self, resource: int, day: int) -> None:
        """Count the reading as the first repetition."""
        self._set(resource, day, _Learned(1, 1, 2.5))

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        """Schedule: 1 day, 6 days, then times the ease; a failure starts over."""
        repetitions, interval, ease = self._learned[resource]
        if not recalled:
            after = _Learned(1, 1, max(self._LEAST_EASE, ease + self._HARDER))
        elif repetitions == 1:
            after = _Learned(2, 6, ease)
        else:
            after = _Learned(repetitions + 1, round(interval * ease), ease)
        self._set(resource, day, after)

    def _set(self, resource: int, day: int, learned: _Learned) -> None:
        self._learned[resource] = learned
        self._due[resource] = day + learned.interval


class Rotation(ByDueDate):
    """Revisits the resource unseen the longest, every day."""

    def read(self, resource: int, day: int) -> None:
        """Mark as seen; due again from tomorrow."""
        self._due[resource] = day + 1

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        """Mark as seen."""
        del recalled
        self._due[resource] = day + 1


class Never(ByDueDate):
    """No revisits at all."""

    def read(self, resource: int, day: int) -> None:
        """Schedule nothing."""

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        """Never called."""


def ladder() -> Steps:
    """Return the steps of today's URL schedulers."""
    return Steps((1, 3, 7, 14, 30, 90))


def leitner() -> Steps:
    """Return seven boxes, each twice as long as the one before."""
    return Steps((1, 2, 4, 8, 16, 32, 64))
