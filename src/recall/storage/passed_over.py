"""Reads of what was due for many days on which other things were revisited."""

from collections.abc import Iterable
from datetime import date

from recall.domain.queue import PassedOver
from recall.storage.store import Reads
from recall.storage.values import day

MOST = 5
"""So many at most are asked about on one day."""

_DAY_BEFORE = (
    "(SELECT max(v.study_date) FROM review v WHERE v.study_date < {} AND v.void_by IS NULL "
    "AND v.due_before IS NOT NULL)"
)
"""The latest day with revisits before another: one look into the index of days."""

_LATEST_DAYS = (
    f"WITH RECURSIVE days(number, day) AS (SELECT 1, {_DAY_BEFORE.format(':today')} UNION ALL "
    f"SELECT number + 1, {_DAY_BEFORE.format('days.day')} FROM days "
    "WHERE number < :most AND day IS NOT NULL) SELECT day FROM days WHERE day IS NOT NULL"
)
"""The last days with revisits before today, the latest first."""


def passed_over(
    reads: Reads, today: date, times: int, listed: Iterable[int] = ()
) -> tuple[PassedOver, ...]:
    """What was due while others were revisited on just so many days, the longest due first.

    So each is there until one more day with revisits is over, and not again. Left out is what
    the person has kept since it was due or gave a low priority, and what is listed today.
    """
    days = _latest_days(reads, today, times + 1)
    if len(days) < times:
        return ()
    numbers = ", ".join(map(str, listed)) or "0"
    before = days[times] if len(days) > times else date.min
    rows = reads.rows(
        "SELECT r.id, r.title, r.due FROM resource r WHERE r.status = 'read' "
        f"AND r.due > :before AND r.due <= :since AND r.priority <> 'low' "
        f"AND r.id NOT IN ({numbers}) "
        "AND (r.kept_on IS NULL OR r.kept_on < r.due) ORDER BY r.due, r.id LIMIT :most",
        {"before": before.isoformat(), "since": days[times - 1].isoformat(), "most": MOST},
    )
    return tuple(PassedOver(number, title, day(due)) for number, title, due in rows)


def _latest_days(reads: Reads, today: date, most: int) -> list[date]:
    rows = reads.rows(_LATEST_DAYS, {"today": today.isoformat(), "most": most})
    return sorted((day(found) for (found,) in rows), reverse=True)
