"""Reads of what the days to come are planned to hold."""

from collections.abc import Iterable
from datetime import date

from recall.domain.library.pace import Pace
from recall.domain.library.resource import revisit_minutes
from recall.storage.database.codec import as_date
from recall.storage.store import Reads
from recall.storage.tables.pace import KNOWN, timed

_COMING = "r.status = 'read' AND r.due BETWEEN :first AND :last AND r.id <> :besides"

MANY = 500
"""Above so many, what was learned of each weighs on one day about as much as on another."""

Load = dict[date, int]
"""Minutes by day."""


def planned(reads: Reads, first: date, last: date, pace: Pace, besides: int = 0) -> Load:
    """Minutes of revisits due on each day from first to last, one resource left out."""
    rows = reads.rows(
        f"SELECT {KNOWN}, r.due FROM resource r WHERE {_COMING}", _given(first, last, besides)
    )
    return _by_day((due, pace.revisit_minutes(timed(known))) for *known, due in rows)


def about(reads: Reads, first: date, last: date, pace: Pace, besides: int) -> Load:
    """Like planned(), but of very many by the minutes of their lists, from an index alone."""
    rows = reads.rows(
        f"SELECT r.due, r.minutes, count(*) FROM resource r WHERE {_COMING} "
        "GROUP BY r.due, r.minutes",
        _given(first, last, besides),
    )
    if sum(number for _, _, number in rows) <= MANY:
        return planned(reads, first, last, pace, besides)
    return _by_day((due, number * revisit_minutes(minutes)) for due, minutes, number in rows)


def next_due(reads: Reads, after: date) -> date | None:
    """The first day after a date on which a revisit is due."""
    rows = reads.rows(
        "SELECT r.due FROM resource r WHERE r.status = 'read' AND r.due > :after "
        "ORDER BY r.due LIMIT 1",
        {"after": after.isoformat()},
    )
    return as_date(rows[0][0]) if rows else None


def _given(first: date, last: date, besides: int) -> dict[str, object]:
    return {"first": first.isoformat(), "last": last.isoformat(), "besides": besides}


def _by_day(revisits: Iterable[tuple[object, int]]) -> Load:
    load: Load = {}
    for due, minutes in revisits:
        day = as_date(due) or date.min  # they were looked up by their days: each has one
        load[day] = load.get(day, 0) + minutes
    return load
