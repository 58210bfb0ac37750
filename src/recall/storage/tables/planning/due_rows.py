"""Due revisits as plain rows, for a day that cannot look at all of them as resources."""

from datetime import date
from typing import NamedTuple

from recall.domain.library.resource import Priority
from recall.storage.database.codec import as_date
from recall.storage.reads import Reads


class DueRow(NamedTuple):
    """A due revisit: its memory and what decides its place on a full day.

    stability is in days, None if it was never graded; minutes are the list's, of a whole reading.
    """

    id: int
    stability: float | None
    difficulty: float | None
    last_review: date | None
    minutes: int
    priority: Priority


def due_rows(reads: Reads, day: date) -> list[DueRow]:
    """Return everything due by a study day, from the index alone."""
    rows = reads.rows(
        "SELECT r.id, r.stability, r.difficulty, r.last_review, r.minutes, r.priority "
        "FROM resource r WHERE r.status = 'read' AND r.due <= :day",
        {"day": day.isoformat()},
    )
    dates = {row[3]: as_date(row[3]) for row in rows}
    return [
        DueRow(number, stability, difficulty, dates[last], minutes=minutes, priority=priority)
        for number, stability, difficulty, last, minutes, priority in rows
    ]
