"""Reads for the order of revisits on a day that cannot hold all that is due."""

from datetime import date

from recall.domain.calibration import Bucket, buckets
from recall.domain.resource import PRIORITIES, revisit_minutes
from recall.domain.worth import Plain
from recall.storage.store import Reads
from recall.storage.values import as_date

LATEST = 1000
"""Results that tell how true predictions are; older ones say little of today's memory."""


def results(reads: Reads, before: date) -> list[Bucket]:
    """The latest revisits a day or more apart, before a study date, by predicted recall.

    A day is not corrected by its own results, so that its plan stays the same.
    """
    rows = reads.rows(
        "SELECT retrievability, rating > 1 FROM review WHERE study_date < :before "
        "AND void_by IS NULL AND elapsed >= 1 ORDER BY id DESC LIMIT :latest",
        {"before": before.isoformat(), "latest": LATEST},
    )
    return buckets((predicted, bool(passed)) for predicted, passed in rows)


def candidates(reads: Reads, today: date) -> list[Plain]:
    """Everything that is due, as the rule looks at it; minutes are the default of a revisit.

    How long each is overdue is left at 0: what a minute buys does not depend on it.
    """
    rows = reads.rows(
        "SELECT r.id, r.stability, r.difficulty, r.last_review, r.minutes, r.priority "
        "FROM resource r WHERE r.status = 'read' AND r.due <= :today",
        {"today": today.isoformat()},
    )
    ages = {last: (today - (as_date(last) or today)).days for last in {row[3] for row in rows}}
    ranks = {name: rank for rank, name in enumerate(PRIORITIES)}
    minutes = {number: revisit_minutes(number) for number in {row[4] for row in rows}}
    return [
        (number, stability, difficulty, ages[last], 0, minutes[reading], ranks[priority])
        for number, stability, difficulty, last, reading, priority in rows
    ]
