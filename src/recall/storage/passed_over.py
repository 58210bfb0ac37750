"""Reads of what was due for many days on which other things were revisited."""

from datetime import date

from recall.domain.queue import PassedOver
from recall.storage.store import Reads
from recall.storage.values import as_date

TIMES = 5
"""Study days with revisits on which a thing was passed over, before the person is asked."""


def passed_over(reads: Reads, today: date) -> PassedOver | None:
    """What has waited longest while others were revisited on TIMES days; None where nothing has.

    What the person has kept since it was due, or gave a low priority, is not asked about again.
    """
    since: date | None = today
    for _ in range(TIMES):
        since = since and _busy_before(reads, since)
    if since is None:
        return None
    rows = reads.rows(
        "SELECT r.id, r.title, r.due FROM resource r WHERE r.status = 'read' AND r.due <= :since "
        "AND r.priority <> 'low' AND (r.kept_on IS NULL OR r.kept_on < r.due) "
        "ORDER BY r.due, r.id LIMIT 1",
        {"since": since.isoformat()},
    )
    return next((PassedOver(row[0], row[1], as_date(row[2]) or since) for row in rows), None)


def _busy_before(reads: Reads, day: date) -> date | None:
    """The last study day before one on which something was revisited."""
    rows = reads.rows(
        "SELECT study_date FROM review WHERE study_date < :day AND void_by IS NULL "
        "AND due_before IS NOT NULL ORDER BY study_date DESC LIMIT 1",
        {"day": day.isoformat()},
    )
    return as_date(rows[0][0]) if rows else None
