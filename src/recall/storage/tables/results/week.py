"""Reads for the last week: its visits, the revisits that slipped, and those to come."""

from datetime import date

from recall.domain.library.card import Rating
from recall.domain.statistics.week import WeekVisit
from recall.storage.database.codec import as_date
from recall.storage.reads import Reads

_VISITS = (
    "SELECT v.study_date, v.resource_id, v.rating, CASE WHEN v.due_before IS NULL AND "
    "v.stability_before IS NULL THEN 1 ELSE 0 END AS finishes, "
    "coalesce(v.minutes, v.planned_minutes) AS minutes, v.reviewed_at AS moment "
    "FROM review v WHERE {days} UNION ALL "
    # The last sitting of what is read once and was not rated ends its reading.
    "SELECT v.study_date, v.resource_id, NULL, CASE WHEN a.kind = 'read' THEN 1 ELSE 0 END, "
    "v.minutes, a.at FROM sitting v JOIN action a ON a.id = v.action_id WHERE {days}"
).format(days="v.study_date BETWEEN :first AND :last AND v.void_by IS NULL")


def visits(reads: Reads, first: date, last: date) -> list[WeekVisit]:
    """Return what was done on the study dates from first to last, in the order of time."""
    span = {"first": first.isoformat(), "last": last.isoformat()}
    return [
        WeekVisit(
            study_date=as_date(day) or date.min,  # a row of the log always has its day
            resource_id=number,
            rating=None if rating is None else Rating(rating),
            finishes=bool(finishes),
            minutes=minutes,
        )
        for day, number, rating, finishes, minutes, _ in reads.rows(
            f"SELECT * FROM ({_VISITS}) d ORDER BY study_date, moment, resource_id", span
        )
    ]


def slipped(reads: Reads, today: date) -> list[int]:
    """Return the IDs of the revisits that were due before today, the oldest first."""
    return [
        number
        for (number,) in reads.rows(
            "SELECT id FROM resource WHERE status = 'read' AND due < :today ORDER BY due, id",
            {"today": today.isoformat()},
        )
    ]


def coming(reads: Reads, first: date, last: date) -> int:
    """Return how many revisits become due from first to last."""
    ((count,),) = reads.rows(
        "SELECT count(*) FROM resource WHERE status = 'read' AND due BETWEEN :first AND :last",
        {"first": first.isoformat(), "last": last.isoformat()},
    )
    return int(count)
