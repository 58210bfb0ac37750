"""A person's year under one policy, day by day."""

from collections.abc import Iterator
from statistics import fmean
from typing import NamedTuple, Protocol

from bench.simulation.person import BREAK_DAYS, DAYS, FAILED_SHARE, RECALLED_SHARE, Person
from bench.simulation.truths import Mind

LAST_DAYS = 90
KEPT = 0.8

PACE = 5 / 7
"""First readings a day, if they do not use the day's minutes."""


class Task(NamedTuple):
    """Minutes a day, the number of resources, and whether the minutes pay for reading them.

    If they do not, five readings a week are added without using minutes.
    """

    minutes: int
    resources: int
    pays_for_reading: bool = False


class Reading(NamedTuple):
    """A first reading to continue, for some minutes or to its end."""

    resource: int
    minutes: int | None = None


Step = int | Reading | None
"""The next step: a revisit, a certain reading, or (None) the current or next reading."""


class Day:
    """A day's minutes. A revisit may take longer than expected, so spent can exceed budget."""

    def __init__(self, number: int, budget: float) -> None:
        """Begin a day."""
        self.number = number
        self.budget = budget
        self.spent = 0.0

    @property
    def left(self) -> float:
        """Minutes left, at least 0."""
        return max(0.0, self.budget - self.spent)


class Policy(Protocol):
    """A way to revisit; it learns the outcomes, never the true memory."""

    def read(self, resource: int, day: int) -> None:
        """Record a finished first reading."""

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        """Record the outcome of a revisit."""

    def plan(self, day: Day) -> Iterator[Step]:
        """Yield the day's revisits and readings in order."""


class Diary:
    """The record of a year.

    minutes are by day, for days on which anything could be done. kept and recall are by day, for
    the last days: the number of resources truly kept, and the mean recall of all that were read.
    recovered counts the days after the break until as much was kept as before it.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self.minutes: list[float] = []
        self.past_item_in_hand = 0
        self.revisit_minutes = 0.0
        self.revisits = 0
        self.failed = 0
        self.read = 0
        self.kept: list[int] = []
        self.recall: list[float] = []
        self.recovered: int | None = None


class Year:
    """One person, one mind, one policy."""

    def __init__(self, task: Task, person: Person, mind: Mind, policy: Policy) -> None:
        """Begin on the first day, with nothing read."""
        self._task, self._person, self._mind, self._policy = task, person, mind, policy
        self._visits = [0] * task.resources
        self._finished: dict[int, None] = {}
        self._begun = [0.0] * task.resources
        self._owed = 0.0
        self._in_hand = 0.0
        self._kept_before_break = 0
        self.diary = Diary()

    def live(self) -> Diary:
        """Simulate all days and return the record."""
        for number in range(DAYS):
            if not self._person.away(number):
                self._owed += PACE
            if self._person.active(number):
                self._day(number)
            self._look(number)
        self.diary.read = len(self._finished)
        return self.diary

    def _day(self, number: int) -> None:
        day = Day(number, self._task.minutes)
        for resource in self._policy.plan(day):
            if day.spent >= day.budget:
                break
            if resource is None or isinstance(resource, Reading):
                self._sit(day, resource or Reading(self._next()))
            elif self._fits(resource, day):
                self._revisit(resource, day)
        if not self._task.pays_for_reading:
            self._arrive(number)
        self.diary.minutes.append(day.spent)
        self.diary.past_item_in_hand += day.spent - self._in_hand > day.budget + 1e-9

    def _fits(self, resource: int, day: Day) -> bool:
        """Return whether a revisit is expected to fit; the first of a day always may begin."""
        return day.spent == 0 or self._person.revisit_minutes(resource) <= day.left

    def _revisit(self, resource: int, day: Day) -> None:
        luck, pace = self._person.visit(resource, self._visits[resource])
        recalled = luck < self._mind.recall(resource, day.number)
        share = RECALLED_SHARE if recalled else FAILED_SHARE
        minutes = self._person.minutes[resource] * share * pace
        self._visits[resource] += 1
        self._mind.revisit(resource, day.number, recalled=recalled)
        self._policy.revisited(resource, day.number, recalled=recalled)
        day.spent += minutes
        self._in_hand = minutes
        self.diary.revisits += 1
        self.diary.failed += not recalled
        self.diary.revisit_minutes += minutes

    def _sit(self, day: Day, reading: Reading) -> None:
        """Continue a reading, without set minutes to its end or the day's."""
        one, most = reading
        if not self._task.pays_for_reading or one == self._task.resources:
            return
        minutes = min(self._person.minutes[one] - self._begun[one], day.left, most or day.left)
        self._begun[one] += minutes
        day.spent += minutes
        self._in_hand = minutes
        if self._begun[one] >= self._person.minutes[one] - 1e-9:
            self._finish(one, day.number)

    def _arrive(self, number: int) -> None:
        while self._owed >= 1 and len(self._finished) < self._task.resources:
            self._owed -= 1
            self._finish(self._next(), number)

    def _finish(self, resource: int, number: int) -> None:
        self._mind.read(resource, number)
        self._policy.read(resource, number)
        self._finished[resource] = None

    def _next(self) -> int:
        """Return the first unread resource of the list, or its length if all are read."""
        resources = range(self._task.resources)
        return next((one for one in resources if one not in self._finished), len(resources))

    def _look(self, number: int) -> None:
        """Record what is truly known, on the days that count."""
        since_break = number - self._person.break_start
        if since_break == -1:
            self._kept_before_break = _kept(self._recalls(number))
        if since_break >= BREAK_DAYS and self.diary.recovered is None and self._is_back(number):
            self.diary.recovered = since_break - BREAK_DAYS
        if number >= DAYS - LAST_DAYS:
            recalls = self._recalls(number)
            self.diary.kept.append(_kept(recalls))
            self.diary.recall.append(fmean(recalls))

    def _is_back(self, number: int) -> bool:
        return _kept(self._recalls(number)) >= self._kept_before_break

    def _recalls(self, number: int) -> list[float]:
        return [self._mind.recall(resource, number) for resource in self._finished]


def _kept(recalls: list[float]) -> int:
    return sum(recall >= KEPT for recall in recalls)
