"""Reads of recorded visit times."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from recall.domain.library.timing.pace import Timed, Timing
from recall.storage.reads import Reads

_NAMES = tuple(name for name in Timed._fields if name != "minutes_given")

KNOWN = ", ".join(f"r.{name}" for name in (*_NAMES, "edited"))
"""The columns that timed() expects."""

LATEST = 500
"""The most rows of the log that are read: old times say little about today's pace."""


def timings(reads: Reads, before: date) -> list[Timing]:
    """Return the recorded times among the latest visits before a study date, oldest first.

    A day does not learn from itself, so that its plan stays the same. A first reading includes
    the minutes that its sittings took, which are minutes_read but for what they covered instead.
    """
    rows = reads.rows(
        f"SELECT {KNOWN}, v.due_before IS NOT NULL, v.retrievability, v.minutes, "
        "r.minutes_read + coalesce(s.beyond, 0) FROM "
        "(SELECT id, resource_id, due_before, retrievability, minutes FROM review "
        "WHERE study_date < :before AND void_by IS NULL ORDER BY id DESC LIMIT :latest) v "
        "JOIN resource r ON r.id = v.resource_id LEFT JOIN "
        "(SELECT resource_id, sum(minutes - progress) AS beyond FROM sitting "
        "WHERE progress IS NOT NULL AND void_by IS NULL GROUP BY resource_id) s "
        "ON s.resource_id = v.resource_id WHERE v.minutes IS NOT NULL ORDER BY v.id",
        {"before": before.isoformat(), "latest": LATEST},
    )
    found = []
    for *known, is_revisit, recall, minutes, sat in rows:
        took = minutes + (0 if is_revisit else sat)
        found.append(Timing(timed(known), bool(is_revisit), took, recall))
    return found


def timed(known: Sequence[Any]) -> Timed:
    """Return a Timed of the columns KNOWN."""
    *values, edited = known
    named: dict[str, Any] = dict(zip(_NAMES, values, strict=True))
    return Timed(**named, minutes_given="minutes" in edited.split())
