"""Reads of neglected revisits: due for many days on which others were done."""

from collections.abc import Iterable
from datetime import date

from recall.domain.day.queue import PassedOver
from recall.storage.database.codec import as_date
from recall.storage.store import Reads

_DAY_BEFORE = (
    "(SELECT max(v.study_date) FROM review v WHERE v.study_date < {} AND v.void_by IS NULL "
    "AND v.due_before IS NOT NULL)"
)
"""The latest day with revisits before a given day, by one lookup in the index of days."""

_SINCE = (
    f"WITH RECURSIVE days(number, day) AS (SELECT 1, {_DAY_BEFORE.format(':today')} UNION ALL "
    f"SELECT number + 1, {_DAY_BEFORE.format('days.day')} FROM days "
    "WHERE number < :times AND day IS NOT NULL) SELECT day FROM days WHERE number = :times"
)
"""The first of the last :times days with revisits before today; none if there are fewer."""


_WEEK = 7
"""The least number of days between two questions about one resource."""

_MOST = 30
"""Of the resources that share a day, this many take turns from week to week."""


def passed_over(
    reads: Reads, today: date, times: int, listed: Iterable[int] = ()
) -> PassedOver | None:
    """Return a revisit that was due on `times` days with other revisits; None if there is none.

    Each resource has its day of the week, and resources of the same day take turns from week to
    week. So all are asked about, one a day and none day after day, without a record of the
    questions. Resources that the person has kept since they were due, that have a low priority
    or are listed today are left out.
    """
    numbers = ", ".join(map(str, listed)) or "0"
    week, day = divmod(today.toordinal(), _WEEK)
    rows = reads.rows(
        "SELECT r.id, r.title, r.due FROM resource r WHERE r.status = 'read' "
        f"AND r.due <= ({_SINCE}) AND r.priority <> 'low' AND r.id NOT IN ({numbers}) "
        f"AND r.id % {_WEEK} = :day AND (r.kept_on IS NULL OR r.kept_on < r.due) "
        f"ORDER BY r.due, r.id LIMIT {_MOST}",
        {"today": today.isoformat(), "times": times, "day": day},
    )
    if not rows:
        return None
    number, title, due = rows[week % len(rows)]
    return PassedOver(number, title, as_date(due) or today)
