"""People: which days they have, how long things take them, and the luck of their revisits.

Everything is drawn from the seed and the person's number, so every driver gets the same days. The
shares are those of the notes on the nine rules; where the notes are silent, they were chosen so
that the nine rules come out as they did there: the days on which somebody goes on, the spread of
the memories, the kinds that are added, and the weeks in which the holiday falls.
"""

import csv
from functools import lru_cache
from random import Random
from typing import Literal, NamedTuple

from bench.lived.listed import Listed, addition, shipped_list
from bench.lived.minds import MINDS, REAL, Mind, real

BUSY_MINUTES = 15

GOES_ON = 0.8
"""The share of days on which a person does the whole plan, even if it takes longer than planned."""

_MISSED, _BROKEN_OFF, _BUSY = 0.2, 0.2, 0.1

_HOLIDAY_DAYS = 14
_HOLIDAY_BEGINS = (0.2, 0.55)
"""It begins between these shares of all days."""

_ADDITIONS_A_WEEK = 3
PACES = (0.7, 2.0)
"""Actual minutes of a visit over those that it is expected to take."""

_READ_BEFORE = (30, 700)
"""Days since the reading of what the list has as read."""


Stream = tuple[int, bool]
"""The readings (False) or the revisits (True) of a resource: each has luck of its own."""


Takes = Literal["list", "planned"]


class Trial(NamedTuple):
    """What is simulated: people, days, the minutes of a usual day, a seed, and who goes on.

    The actual minutes of a visit are a multiple, drawn between both paces, of those that it takes:
    of the minutes of the list, or of those that were planned, whoever planned them. truths are
    the kinds of memory that people have, in turn; real ones take their numbers from the file of
    deviations. retention is the desired one.
    """

    people: int
    days: int = 180
    minutes: int = 45
    seed: int = 1
    goes_on: float = GOES_ON
    takes: Takes = "list"
    paces: tuple[float, float] = PACES
    truths: tuple[str, ...] = ("fsrs", "perturbed", "exponential")
    deviations: str = ""
    retention: float = 0.9


@lru_cache
def deviations_of(path: str) -> list[list[float]]:
    """Read how people's parameters differ from the average ones, from CSV with a line a person."""
    with open(path, encoding="utf-8", newline="") as file:
        return [list(map(float, row)) for row in list(csv.reader(file))[1:]]


class Habits(NamedTuple):
    """The days of a person, by number from 0; added has what is added on the evening of a day."""

    missed: frozenset[int]
    broken_off: frozenset[int]
    busy: frozenset[int]
    goes_on: frozenset[int]
    holiday: range
    added: dict[int, Listed]


class Person:
    """A person, with their list, days and luck."""

    def __init__(self, number: int, trial: Trial) -> None:
        """Draw everything that does not depend on the plans."""
        self._number, self._name = number, f"{trial.seed} {number}"
        self._paces, self._truths, self._deviations = trial.paces, trial.truths, trial.deviations
        draw = Random(f"read before {self._name}")
        self.resources = [_with_its_reading(resource, draw) for resource in shipped_list()]
        self.habits = self._habits(Random(f"days {self._name}"), trial)
        self._visits: dict[Stream, list[tuple[float, float]]] = {}
        self._draws: dict[Stream, Random] = {}

    @property
    def memory(self) -> str:
        """The kind of memory; as many people have each."""
        return self._truths[self._number % len(self._truths)]

    def mind(self) -> Mind:
        """Return the true memory on the first day, of what was read before."""
        if self.memory == REAL:
            mind = real(self._name, deviations_of(self._deviations))
        else:
            mind = MINDS[self.memory](self._name)
        for resource in self.resources:
            if resource.read:
                mind.read(resource.number, -resource.read_ago)
        return mind

    def works(self, day: int) -> bool:
        """Return whether anything is done on a day."""
        return day not in self.habits.missed and day not in self.habits.holiday

    def visit(self, stream: Stream, nth: int) -> tuple[float, float]:
        """Return the luck (0..1, recalled if below the true recall) and the pace of a visit."""
        drawn = self._visits.setdefault(stream, [])
        draw = self._draws.setdefault(stream, Random(f"visits {self._name} {stream}"))
        while len(drawn) <= nth:
            drawn.append((draw.random(), draw.uniform(*self._paces)))
        return drawn[nth]

    def _habits(self, draw: Random, trial: Trial) -> Habits:
        days = trial.days
        begins = draw.randint(*(round(days * share) for share in _HOLIDAY_BEGINS))
        missed, broken_off, busy, goes_on = (
            frozenset(day for day in range(days) if draw.random() < share)
            for share in (_MISSED, _BROKEN_OFF, _BUSY, trial.goes_on)
        )
        return Habits(
            missed=missed,
            broken_off=broken_off,
            busy=busy,
            goes_on=goes_on,
            holiday=range(begins, begins + _HOLIDAY_DAYS),
            added=self._added(draw, days),
        )

    def _added(self, draw: Random, days: int) -> dict[int, Listed]:
        weeks = range(0, days, 7)
        evenings = [
            week + day for week in weeks for day in draw.sample(range(7), _ADDITIONS_A_WEEK)
        ]
        first = len(self.resources) + 1
        return {day: addition(number, draw) for number, day in enumerate(sorted(evenings), first)}


def _with_its_reading(resource: Listed, draw: Random) -> Listed:
    """Draw on which day before the first something was read that the list has as read."""
    least, most = _READ_BEFORE
    return (
        resource._replace(read_ago=round(least * (most / least) ** draw.random()))
        if resource.read
        else resource
    )
