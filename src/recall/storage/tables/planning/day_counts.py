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
    None if there is none. can_be_spread: a revisit is overdue, or due by its own date; there is
    none right after `resume` has moved all of them to the day.
    """

    due: int
    due_minutes: int
    last_active: date | None
    can_be_spread: bool = False


def counts(reads: Reads, day: date) -> DayCounts:
    """Count everything that is due by a study day, by one question."""
    ((due, minutes, reviewed, sat, planned, is_overdue, is_unmoved),) = reads.rows(
        f"SELECT count(*), (SELECT coalesce(sum({_MINUTES}), 0) FROM (SELECT minutes FROM resource "
        "WHERE status = 'read' AND due <= :day ORDER BY due LIMIT :most) d), "
        "(SELECT max(study_date) FROM review WHERE study_date < :day AND void_by IS NULL), "
        "(SELECT max(study_date) FROM sitting WHERE study_date < :day AND void_by IS NULL), "
        "(SELECT min(study_date) FROM plan WHERE study_date < :day), "
        "EXISTS (SELECT 1 FROM resource WHERE status = 'read' AND due < :day), "
        "EXISTS (SELECT 1 FROM resource WHERE status = 'read' AND due = :day "
        "AND postponed_from IS NULL) "
        "FROM resource r WHERE r.status = 'read' AND r.due <= :day",
        {"day": day.isoformat(), "most": MOST_SUMMED},
    )
    active = [found for found in (as_date(reviewed), as_date(sat)) if found is not None]
    last = max(active, default=as_date(planned))
    return DayCounts(int(due), int(minutes), last, bool(is_overdue or is_unmoved))


class RestOfLibrary(NamedTuple):
    """What there is besides the plan of a day on which nothing is left to do.

    unread: readings still to be done. aside: suspended or archived resources. next_due: the first
    study date after the day on which a revisit is due, None if there is none. has_hold: a section
    is on hold.
    """

    unread: int = 0
    aside: int = 0
    is_empty: bool = False
    next_due: date | None = None
    has_hold: bool = False


_UNREAD = (
    "SELECT count(*) FROM resource r WHERE r.status IN ('unread', 'reading') AND r.gone = false"
)


def rest_of_library(reads: Reads, day: date) -> RestOfLibrary:
    """Count what is not in the plan of a day. In a long list this takes longer than a plan."""
    ((number, aside, has_resources, next_due, has_hold),) = reads.rows(
        f"SELECT ({_UNREAD}), "
        "(SELECT count(*) FROM resource WHERE status IN ('suspended', 'archived')), "
        "EXISTS (SELECT 1 FROM resource WHERE status <> 'removed'), "
        "(SELECT min(due) FROM resource WHERE status = 'read' AND due > :day), "
        "EXISTS (SELECT 1 FROM section_rule WHERE turn = 'hold')",
        {"day": day.isoformat()},
    )
    return RestOfLibrary(
        unread=int(number),
        aside=int(aside),
        is_empty=not has_resources,
        next_due=as_date(next_due),
        has_hold=bool(has_hold),
    )


def unread(reads: Reads) -> int:
    """Count everything that is still to be read."""
    ((number,),) = reads.rows(_UNREAD)
    return int(number)
