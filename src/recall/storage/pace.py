"""Reads of how long visits took, where the person or a session said so."""

from datetime import date

from recall.domain.pace import Timed, Timing
from recall.storage.store import Reads

LATEST = 500
"""Rows of the log that are looked at: an old pace says little of today's."""


def timings(reads: Reads, before: date) -> list[Timing]:
    """The timed visits among the latest before a study date, oldest first.

    A day does not learn from itself, so that its plan stays the same. A first reading counts
    with its sittings.
    """
    rows = reads.rows(
        "SELECT r.id, r.kind, r.canonical_url, r.language, r.minutes, r.length, r.edited, "
        "v.due_before IS NOT NULL, v.minutes, r.minutes_read FROM "
        "(SELECT id, resource_id, due_before, minutes FROM review "
        "WHERE study_date < :before AND void_by IS NULL ORDER BY id DESC LIMIT :latest) v "
        "JOIN resource r ON r.id = v.resource_id WHERE v.minutes IS NOT NULL ORDER BY v.id",
        {"before": before.isoformat(), "latest": LATEST},
    )
    found = []
    for *known, edited, is_revisit, minutes, sat in rows:
        one = Timed._make([*known, "minutes" in edited.split()])
        found.append(Timing(one, bool(is_revisit), minutes + (0 if is_revisit else sat)))
    return found
