"""Reads of neglected revisits: due on the days of several plans, and in none of them."""

from __future__ import annotations

from recall.domain.day.plan import NeglectedRevisit
from recall.storage.database.codec import as_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from recall.storage.reads import Reads

_WEEK = 7
"""The least number of days between two questions about one resource."""

_MOST = 30
"""Of the resources that share a day, this many take turns from week to week."""


def neglected(
    reads: Reads, today: date, times: int, listed: Iterable[int] = ()
) -> NeglectedRevisit | None:
    """Return a revisit that the last `times` plans left out, though it was due; None if none.

    Each resource has its day of the week, and resources of the same day take turns from week to
    week. So all are asked about, one a day and none day after day, without a record of the
    questions. Resources that the person has kept since they were due, that have a low priority
    or are listed today are left out.
    """
    numbers = ", ".join(map(str, listed)) or "0"
    week, day = divmod(today.toordinal(), _WEEK)
    last = (
        "SELECT study_date FROM plan WHERE study_date < :today GROUP BY study_date "
        "ORDER BY study_date DESC LIMIT :times"
    )
    rows = reads.rows(
        f"WITH days AS ({last}) SELECT r.id, r.title, r.due FROM resource r "
        "WHERE r.status = 'read' AND (SELECT count(*) FROM days) = :times "
        "AND r.due <= (SELECT min(study_date) FROM days) AND r.priority <> 'low' "
        f"AND r.id NOT IN ({numbers}) AND r.id % {_WEEK} = :day "
        "AND (r.kept_on IS NULL OR r.kept_on < r.due) AND r.id NOT IN (SELECT v.resource_id "
        "FROM plan n JOIN planned_visit v ON v.plan_id = n.id "
        "WHERE n.study_date IN (SELECT study_date FROM days)) "
        f"ORDER BY r.due, r.id LIMIT {_MOST}",
        {"today": today.isoformat(), "times": times, "day": day},
    )
    if not rows:
        return None
    number, title, due = rows[week % len(rows)]
    return NeglectedRevisit(number, title, as_date(due) or today)
