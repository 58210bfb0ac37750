"""Seven days in short: what was read, recalled and forgotten, and the minutes it took."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.library.card import Rating

DAYS = 7


class WeekVisit(NamedTuple):
    """A review or a sitting. rating is None for a sitting; finishes: a first reading ended."""

    study_date: date
    resource_id: int
    rating: Rating | None
    finishes: bool
    minutes: int


class WeekDone(NamedTuple):
    """What was done in some days.

    read, sat, recalled and forgotten have the IDs of resources, in the order of time; sat are those
    with sittings and not yet finished, and what was graded several times counts by its last
    grade. passed of the graded revisits were recalled.
    """

    read: Sequence[int]
    sat: Sequence[int]
    recalled: Sequence[int]
    forgotten: Sequence[int]
    revisits: int
    passed: int
    minutes: int
    days: int


def first_of_week(today: date) -> date:
    """Return the first of the seven days that end today."""
    return today - timedelta(days=DAYS - 1)


def week_done(visits: Iterable[WeekVisit]) -> WeekDone:
    """Sum up visits, given in the order of time."""
    every = list(visits)
    graded = [one for one in every if one.rating is not None and not one.finishes]
    last = {one.resource_id: one.rating for one in graded}
    read = dict.fromkeys(one.resource_id for one in every if one.finishes)
    sat = dict.fromkeys(one.resource_id for one in every if one.rating is None)
    return WeekDone(
        read=tuple(read),
        sat=tuple(number for number in sat if number not in read),
        recalled=tuple(number for number, rating in last.items() if rating is not Rating.AGAIN),
        forgotten=tuple(number for number, rating in last.items() if rating is Rating.AGAIN),
        revisits=len(graded),
        passed=sum(one.rating is not Rating.AGAIN for one in graded),
        minutes=sum(one.minutes for one in every),
        days=len({one.study_date for one in every}),
    )
