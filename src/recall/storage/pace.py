"""Reads of how long visits took, where the person or a session said so."""

from datetime import date

from recall.domain.pace import Timing
from recall.storage.resources import COLUMNS, WIDTH, to_resource
from recall.storage.store import Reads

LATEST = 500
"""Rows of the log that are looked at: an old pace says little of today's."""


def timings(reads: Reads, before: date) -> list[Timing]:
    """The timed visits among the latest before a study date, oldest first.

    A day does not learn from itself, so that its plan stays the same. A first reading counts
    with its sittings.
    """
    rows = reads.rows(
        f"SELECT {COLUMNS}, v.due_before IS NOT NULL, v.minutes FROM "
        "(SELECT id, resource_id, due_before, minutes FROM review "
        "WHERE study_date < :before AND void_by IS NULL ORDER BY id DESC LIMIT :latest) v "
        "JOIN resource r ON r.id = v.resource_id WHERE v.minutes IS NOT NULL ORDER BY v.id",
        {"before": before.isoformat(), "latest": LATEST},
    )
    found = []
    for row in rows:
        resource, is_revisit, minutes = to_resource(row), bool(row[WIDTH]), row[WIDTH + 1]
        sat = 0 if is_revisit else resource.minutes_read
        found.append(Timing(resource, is_revisit, minutes + sat))
    return found
