"""Reads of the days as they were lived: what was done on them, and what was planned."""

from __future__ import annotations

from datetime import date

from recall.domain.ahead.habits import LivedDay
from recall.named_tuples import NamedTuple
from recall.storage.database.codec import as_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from recall.storage.reads import Reads

LATEST_VISITS = 1000
"""The rows of the log that the pace of reading comes from; a plan needs it at once."""

_VISITS = (
    "SELECT v.study_date, v.resource_id, coalesce(v.minutes, v.planned_minutes) AS minutes, "
    "CASE WHEN v.due_before IS NULL THEN 1 ELSE 0 END AS reading FROM {reviews} v "
    "WHERE {between} UNION ALL SELECT study_date, resource_id, minutes, 1 FROM sitting v "
    "WHERE {between}"
)
_BETWEEN = "v.study_date >= :since AND v.study_date < :before AND v.void_by IS NULL"
_LATEST_REVIEWS = f"(SELECT * FROM review ORDER BY id DESC LIMIT {LATEST_VISITS})"


class ReadingPace(NamedTuple):
    """The minutes of first readings since a day."""

    since: date
    minutes: int


def lived_days(reads: Reads, since: date, before: date) -> list[LivedDay]:
    """Return the study days from `since` on and before another on which something was done."""
    spent: dict[str, dict[int, int]] = {}
    visits = _VISITS.format(reviews="review", between=_BETWEEN)
    for day, number, minutes, _ in reads.rows(visits, _span(since, before)):
        of_day = spent.setdefault(day, {})
        of_day[number] = of_day.get(number, 0) + minutes
    plans = _plans(reads, since, before)
    return [_lived(day, of_day, plans.get(day, [])) for day, of_day in sorted(spent.items())]


def reading_pace(reads: Reads, since: date, before: date) -> ReadingPace | None:
    """Return the minutes of first readings between two days, and since when; None if no visits."""
    visits = _VISITS.format(reviews=_LATEST_REVIEWS, between=_BETWEEN)
    ((first, minutes),) = reads.rows(
        f"SELECT min(d.study_date), sum(d.minutes * d.reading) FROM ({visits}) d",
        _span(since, before),
    )
    day = as_date(first)
    return None if day is None else ReadingPace(day, int(minutes))


def first_day(reads: Reads) -> date | None:
    """Return the first study day of the log and of the kept plans; None if there is none."""
    rows = reads.rows(
        "SELECT min(study_date) FROM review UNION ALL SELECT min(study_date) FROM sitting "
        "UNION ALL SELECT min(study_date) FROM plan"
    )
    return min((day for (stored,) in rows if (day := as_date(stored))), default=None)


_Plan = dict[int, int]
"""Planned minutes by resource ID."""


def _plans(reads: Reads, since: date, before: date) -> dict[str, list[_Plan]]:
    """Return the revisions of each day's plan, in order."""
    rows = reads.rows(
        "SELECT n.study_date, n.revision, v.resource_id, v.minutes FROM plan n "
        "JOIN planned_visit v ON v.plan_id = n.id "
        "WHERE n.study_date >= :since AND n.study_date < :before ORDER BY n.revision",
        _span(since, before),
    )
    found: dict[str, dict[int, _Plan]] = {}
    for day, revision, number, minutes in rows:
        found.setdefault(day, {}).setdefault(revision, {})[number] = minutes
    return {day: list(revisions.values()) for day, revisions in found.items()}


def _lived(day: str, spent: _Plan, plans: list[_Plan]) -> LivedDay:
    """Return a day; its last plan says what a visit was to take, its first what it was to hold."""
    first, last = (plans[0], plans[-1]) if plans else ({}, {})
    done = last.keys() & spent.keys()
    return LivedDay(
        study_date=as_date(day) or date.min,  # a row of the log always has its day
        planned=sum(first.values()),
        done=_sum(last, done),
        used=_sum(spent, done),
    )


def _sum(minutes: _Plan, numbers: Iterable[int]) -> int:
    return sum(minutes[number] for number in numbers)


def _span(since: date, before: date) -> dict[str, object]:
    return {"since": since.isoformat(), "before": before.isoformat()}
