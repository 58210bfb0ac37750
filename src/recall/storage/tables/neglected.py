"""Reads of what was due for many days on which other things were revisited."""

from collections.abc import Iterable
from datetime import date

from recall.domain.day.queue import PassedOver
from recall.storage.database.codec import as_date
from recall.storage.store import Reads

_DAY_BEFORE = (
    "(SELECT max(v.study_date) FROM review v WHERE v.study_date < {} AND v.void_by IS NULL "
    "AND v.due_before IS NOT NULL)"
)
"""The latest day with revisits before another: one look into the index of days."""

_SINCE = (
    f"WITH RECURSIVE days(number, day) AS (SELECT 1, {_DAY_BEFORE.format(':today')} UNION ALL "
    f"SELECT number + 1, {_DAY_BEFORE.format('days.day')} FROM days "
    "WHERE number < :times AND day IS NOT NULL) SELECT day FROM days WHERE number = :times"
)
"""The first of the last so many days with revisits before today; none where there are fewer."""


_WEEK = 7
"""Nothing is asked about twice in so many days."""

_MOST = 30
"""Of what has its day in common, so many take turns from week to week."""


def passed_over(
    reads: Reads, today: date, times: int, listed: Iterable[int] = ()
) -> PassedOver | None:
    """One thing that was due while others were revisited on so many days; None where none was.

    Each has one day a week, and shares it with others week by week: so all of them are asked
    about, one a day, and none day after day, though it is kept nowhere that one was. What the
    person has kept since it was due, or gave a low priority, is not asked about again. What is
    listed today has its turn.
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
