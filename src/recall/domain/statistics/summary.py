"""What the log says of a person's memory and time, counted. docs/statistics.md explains it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

_Key = TypeVar("_Key")


class Graded(NamedTuple):
    """One review that counts, as far as statistics need it.

    predicted is the recall that was expected, 0..1, and elapsed the days since the review
    before; both are None where there was no memory yet. due_before is None where the resource
    had never been due. minutes is None where the person gave none.
    """

    resource_id: int
    on: date
    action: int
    passed: bool
    minutes: int | None
    planned_minutes: int
    elapsed: int | None
    predicted: float | None
    has_memory: bool
    due_before: date | None

    @property
    def is_first_reading(self) -> bool:
        """Was it read just then? What was imported as read had been due before its first rating."""
        return not self.has_memory and self.due_before is None


class Sat(NamedTuple):
    """One sitting over a first reading, with the minutes it took."""

    resource_id: int
    on: date
    minutes: int


class Past(NamedTuple):
    """All that was done in some time: reviews and sittings, in any order."""

    graded: Sequence[Graded] = ()
    sat: Sequence[Sat] = ()

    def days(self) -> set[date]:
        """Return the study dates on which something was done."""
        return {one.on for one in self.graded} | {one.on for one in self.sat}

    def between(self, first: date, last: date) -> "Past":
        """What of it was done from one study date to another, both included."""
        return Past(
            [one for one in self.graded if first <= one.on <= last],
            [one for one in self.sat if first <= one.on <= last],
        )


class Tally(NamedTuple):
    """Counts over some time or some resources.

    revisits are the reviews of what had a memory before: neither first readings nor first
    ratings of what was imported as read. passed are those rated hard or better. minutes are
    recorded ones, and where none were recorded the planned ones: estimated_minutes of them.
    """

    revisits: int = 0
    passed: int = 0
    first_readings: int = 0
    minutes: int = 0
    estimated_minutes: int = 0

    @property
    def retention(self) -> float | None:
        """True retention: the share of revisits that were passed; None without revisits."""
        return self.passed / self.revisits if self.revisits else None


def tally(past: Past) -> Tally:
    """Count all of it."""
    revisits = [one for one in past.graded if one.has_memory]
    estimated = sum(one.planned_minutes for one in past.graded if one.minutes is None)
    recorded = sum(one.minutes or 0 for one in past.graded) + sum(one.minutes for one in past.sat)
    return Tally(
        len(revisits),
        sum(one.passed for one in revisits),
        sum(one.is_first_reading for one in past.graded),
        recorded + estimated,
        estimated,
    )


def split(past: Past, key: Callable[[Graded | Sat], _Key]) -> dict[_Key, Tally]:
    """Count by key, the most revisited first. Each visit has one key, so the tallies add up."""
    groups: dict[_Key, tuple[list[Graded], list[Sat]]] = {}
    for graded in past.graded:
        groups.setdefault(key(graded), ([], []))[0].append(graded)
    for sat in past.sat:
        groups.setdefault(key(sat), ([], []))[1].append(sat)
    tallies = {name: tally(Past(*group)) for name, group in groups.items()}
    return dict(sorted(tallies.items(), key=lambda item: item[1], reverse=True))


def by_week(past: Past, weeks: Iterable[date]) -> dict[date, Tally]:
    """Count by ISO week of the study date; weeks without anything have an empty tally."""
    found = split(past, lambda one: week_of(one.on))
    return {week: found.get(week, Tally()) for week in weeks}


def week_of(day: date) -> date:
    """Return the Monday of the ISO week that a study date lies in."""
    return day - timedelta(days=day.weekday())


def latest_weeks(today: date, count: int) -> list[date]:
    """Return the Mondays of so many ISO weeks, oldest first; the last one is today's."""
    this = week_of(today)
    return [this - timedelta(weeks=back) for back in reversed(range(count))]


def judged(past: Past) -> list[tuple[float, bool]]:
    """Return (predicted recall, passed) of each revisit a day or more after the one before."""
    return [
        (one.predicted, one.passed)
        for one in past.graded
        if one.predicted is not None and one.has_memory and one.elapsed
    ]
