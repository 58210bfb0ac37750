"""Reads of what was due for many days on which other things were revisited."""

from collections.abc import Iterable
from datetime import date

from recall.domain.queue import PassedOver
from recall.storage.store import Reads
from recall.storage.values import as_date

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


def passed_over(
    reads: Reads, today: date, times: int, listed: Iterable[int] = ()
) -> PassedOver | None:
    """What has waited longest while others were revisited on so many days; None where nothing has.

    What the person has kept since it was due, or gave a low priority, is not asked about again.
    What is listed today has its turn.
    """
    numbers = ", ".join(map(str, listed)) or "0"
    rows = reads.rows(
        "SELECT r.id, r.title, r.due FROM resource r WHERE r.status = 'read' "
        f"AND r.due <= ({_SINCE}) AND r.priority <> 'low' AND r.id NOT IN ({numbers}) "
        "AND (r.kept_on IS NULL OR r.kept_on < r.due) ORDER BY r.due, r.id LIMIT 1",
        {"today": today.isoformat(), "times": times},
    )
    return next((PassedOver(row[0], row[1], as_date(row[2]) or today) for row in rows), None)
