"""Reads and writes of pauses."""

from datetime import date
from typing import TYPE_CHECKING

from recall.domain.calendar.pauses import Pause
from recall.storage.database.codec import as_date
from recall.storage.store import Reads

if TYPE_CHECKING:
    from recall.storage.actions import Action


def current(reads: Reads, day: date) -> Pause | None:
    """Return the pause that a study day lies in, or else the next planned one."""
    rows = reads.rows(
        "SELECT first, until, id FROM pause WHERE until IS NULL OR until > :day "
        "ORDER BY first, id LIMIT 1",
        {"day": day.isoformat()},
    )
    return next(
        (Pause(as_date(first) or day, as_date(until), number) for first, until, number in rows),
        None,
    )


def ended(reads: Reads, since: date, day: date) -> bool:
    """Return whether a pause of at least a day ended after since and by day."""
    given = {"since": since.isoformat(), "day": day.isoformat()}
    sql = "SELECT id FROM pause WHERE until > :since AND until <= :day AND first < until LIMIT 1"
    return bool(reads.rows(sql, given))


def write(action: "Action", pause: Pause) -> None:
    """Write a new pause, or how one that is there is to be from now on."""
    values = pause._asdict()
    number = values.pop("id")
    if number:
        action.update("pause", number, values)
    else:
        action.insert("pause", [values])
