"""Reads for the order of revisits on a day that cannot hold all that is due."""

from datetime import date

from recall.domain.day.crowd import Crowd
from recall.domain.library.resource import revisit_minutes
from recall.domain.memory.calibration import Bucket, buckets
from recall.storage.store import Reads

LATEST_RESULTS = 1000
"""The number of results used for calibration; older ones say little about today's memory."""


def results(reads: Reads, before: date) -> list[Bucket]:
    """Return the latest revisits before a study date, in buckets of predicted recall.

    Only revisits a day or more after the previous one. A day is not calibrated by its own
    results, so that its plan stays the same.
    """
    rows = reads.rows(
        "SELECT retrievability, rating > 1 FROM review WHERE study_date < :before "
        "AND void_by IS NULL AND elapsed >= 1 ORDER BY id DESC LIMIT :latest",
        {"before": before.isoformat(), "latest": LATEST_RESULTS},
    )
    return buckets((predicted, bool(passed)) for predicted, passed in rows)


def crowd(reads: Reads, today: date) -> Crowd:
    """Return everything due as a Crowd; minutes are the default of a revisit."""
    rows = reads.rows(
        "SELECT r.id, r.stability, r.difficulty, r.last_review, r.minutes, r.priority "
        "FROM resource r WHERE r.status = 'read' AND r.due <= :today",
        {"today": today.isoformat()},
    )
    return Crowd(rows, today, revisit_minutes)
