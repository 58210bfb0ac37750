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
    graded = [visit for visit in every if visit.rating is not None and not visit.finishes]
    last = {visit.resource_id: visit.rating for visit in graded}
    read = dict.fromkeys(visit.resource_id for visit in every if visit.finishes)
    sat = dict.fromkeys(visit.resource_id for visit in every if visit.rating is None)
    return WeekDone(
        read=tuple(read),
        sat=tuple(number for number in sat if number not in read),
        recalled=tuple(number for number, rating in last.items() if rating is not Rating.AGAIN),
        forgotten=tuple(number for number, rating in last.items() if rating is Rating.AGAIN),
        revisits=len(graded),
        passed=sum(visit.rating is not Rating.AGAIN for visit in graded),
        minutes=sum(visit.minutes for visit in every),
        days=len({visit.study_date for visit in every}),
    )
