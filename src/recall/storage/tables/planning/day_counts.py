"""Counts for one study day: how much waits in all, and when the person was last there."""

from __future__ import annotations

from recall.named_tuples import NamedTuple
from recall.storage.database.codec import as_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from recall.storage.reads import Reads

_MINUTES = (
    "CASE WHEN d.minutes <= 12 THEN 3 WHEN d.minutes >= 117 THEN 30 ELSE (d.minutes + 3) / 4 END"
)
"""The default minutes of a revisit: `domain.library.resource.revisit_minutes`."""


MOST_SUMMED = 1000
"""Due revisits whose minutes are added up: they take more than two days, whatever a day has."""


class DayCounts(NamedTuple):
    """What waits on a study day, including what is planned.

    due_minutes are the default minutes of the due revisits, of at most the first 1,000.
    last_active is the last day before with a review or a sitting, or else the first with a plan;
    None if there is none.
    """

    due: int
    due_minutes: int
    last_active: date | None


def counts(reads: Reads, day: date) -> DayCounts:
    """Count everything that is due by a study day, by one question."""
    ((due, minutes, reviewed, sat, planned),) = reads.rows(
        f"SELECT count(*), (SELECT coalesce(sum({_MINUTES}), 0) FROM (SELECT minutes FROM resource "
        "WHERE status = 'read' AND due <= :day ORDER BY due LIMIT :most) d), "
        "(SELECT max(study_date) FROM review WHERE study_date < :day AND void_by IS NULL), "
        "(SELECT max(study_date) FROM sitting WHERE study_date < :day AND void_by IS NULL), "
        "(SELECT min(study_date) FROM plan WHERE study_date < :day) "
        "FROM resource r WHERE r.status = 'read' AND r.due <= :day",
        {"day": day.isoformat(), "most": MOST_SUMMED},
    )
    active = [found for found in (as_date(reviewed), as_date(sat)) if found is not None]
    return DayCounts(int(due), int(minutes), max(active, default=as_date(planned)))


def unread(reads: Reads) -> int:
    """Count everything that is still to be read. In a long list this takes longer than a plan."""
    ((number,),) = reads.rows(
        "SELECT count(*) FROM resource r WHERE r.status IN ('unread', 'reading') AND r.gone = false"
    )
    return int(number)
