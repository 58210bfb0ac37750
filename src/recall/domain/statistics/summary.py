"""Counts of a person's revisits, readings and minutes. docs/statistics.md explains them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

_Key = TypeVar("_Key")


class Tally(NamedTuple):
    """Counts over some time or some resources.

    revisits are the reviews of resources that had a memory before: neither first readings nor
    first ratings of resources imported as read. passed are those rated hard or better. minutes
    are the recorded ones, and the planned ones if none were recorded; estimated_minutes says how
    many of them were planned.
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


def summed(tallies: Iterable[Tally]) -> Tally:
    """Return the counts of all of them together."""
    return Tally(*map(sum, zip(Tally(), *tallies, strict=True)))


def most_revisited_first(tallies: Mapping[_Key, Tally]) -> dict[_Key, Tally]:
    """Return the same tallies, the largest first."""
    return dict(sorted(tallies.items(), key=lambda item: item[1], reverse=True))


def by_week(days: Mapping[date, Tally], weeks: Iterable[date]) -> dict[date, Tally]:
    """Return the tally of each ISO week, from those of its days; an empty week has an empty one."""
    held: dict[date, list[Tally]] = {}
    for day, tally in days.items():
        held.setdefault(week_of(day), []).append(tally)
    return {week: summed(held.get(week, ())) for week in weeks}


def by_month(days: Mapping[date, Tally]) -> dict[date, Tally]:
    """Return the tally of each month by its first day, oldest first; none of an empty month."""
    held: dict[date, list[Tally]] = {}
    for day in sorted(days):
        held.setdefault(day.replace(day=1), []).append(days[day])
    return {month: summed(tallies) for month, tallies in held.items()}


def week_of(day: date) -> date:
    """Return the Monday of the ISO week that a study date lies in."""
    return day - timedelta(days=day.weekday())


def latest_weeks(today: date, count: int) -> list[date]:
    """Return the Mondays of the latest `count` ISO weeks, oldest first; the last is today's."""
    this = week_of(today)
    return [this - timedelta(weeks=back) for back in reversed(range(count))]
