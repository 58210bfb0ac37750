"""Reads and writes of pauses and of the minutes of single dates."""

from __future__ import annotations

from recall.domain.calendar.pauses import Pause
from recall.named_tuples import NamedTuple
from recall.storage.database.codec import as_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from recall.storage.actions import Action
    from recall.storage.reads import Reads


class Calendar(NamedTuple):
    """The minutes of single dates, and the pauses in the order of their first days."""

    dates: dict[date, int]
    pauses: tuple[Pause, ...]


def calendar(reads: Reads, since: date) -> Calendar:
    """Return all from a study date on: one question, because each plan of a day asks it."""
    rows = reads.rows(
        "SELECT first, until, id, NULL FROM pause WHERE until IS NULL OR until > :since UNION ALL "
        "SELECT study_date, NULL, id, minutes FROM day_minutes WHERE study_date >= :since "
        "ORDER BY 1, 3",
        {"since": since.isoformat()},
    )
    days = [(as_date(first) or since, as_date(until), *rest) for first, until, *rest in rows]
    return Calendar(
        {day: minutes for day, _, _, minutes in days if minutes is not None},
        tuple(Pause(*pause) for *pause, minutes in days if minutes is None),
    )


def write_pause(action: Action, pause: Pause) -> None:
    """Write a new pause, or the new dates of an existing one."""
    values = pause._asdict()
    number = values.pop("id")
    if number:
        action.update("pause", number, values)
    else:
        action.insert("pause", [values])


def remove_pauses(action: Action, pauses: Sequence[Pause]) -> None:
    """Take pauses out."""
    action.delete("pause", [pause.id for pause in pauses])


def write_minutes(action: Action, day: date, minutes: int | None) -> None:
    """Give a study date minutes of its own; None takes them out, if it has any."""
    values = {"study_date": day, "minutes": minutes}
    rows = action.rows(
        "SELECT id FROM day_minutes WHERE study_date = :day", {"day": day.isoformat()}
    )
    numbers = [int(number) for (number,) in rows]
    if minutes is None:
        action.delete("day_minutes", numbers)
    elif numbers:
        action.update_many("day_minutes", dict.fromkeys(numbers, values))
    else:
        action.insert("day_minutes", [values])
