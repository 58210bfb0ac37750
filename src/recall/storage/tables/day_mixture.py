"""The mixture of a study day, kept because it takes time to make it from the whole log."""

from __future__ import annotations

from recall.named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from recall.domain.memory.mixture import Mixture
    from recall.storage.database.connections.connection import Connection
    from recall.storage.reads import Reads

_KEPT = (
    "SELECT m.mixture FROM day_mixture m JOIN parameters p ON p.id = m.parameters_id "
    "WHERE m.study_date = :day AND p.in_use = true AND NOT EXISTS "
    "(SELECT 1 FROM review v WHERE v.study_date < :day AND v.action_id > m.action_id) "
    "AND NOT EXISTS "
    "(SELECT 1 FROM review v WHERE v.study_date < :day AND v.void_by > m.action_id)"
)
"""A change of the log before a day writes a review of that time or makes one void. So does undo:
where it lets a review count again, it makes the review void that had taken its place."""


class DayMixture(NamedTuple):
    """The mixture of a study day under a parameter set, from the log up to an action."""

    day: date
    parameters_id: int
    action_id: int
    mixture: Mixture


def is_kept(reads: Reads, day: date) -> bool:
    """Whether there is a mixture of a study day, made from the present log; it may be damaged."""
    return bool(reads.rows(_KEPT, {"day": day.isoformat()}))


def kept(reads: Reads, day: date) -> Mixture | None:
    """Return the mixture of a study day; None if there is none of the present log."""
    from recall.domain.memory.mixture import AVERAGE, from_text

    rows = reads.rows(_KEPT, {"day": day.isoformat()})
    if not rows:
        return None
    try:
        return AVERAGE if rows[0][0] == "" else from_text(rows[0][0])
    except ValueError:
        return None


def last_action(reads: Reads) -> int:
    """Return the ID of the last action, up to which the log is seen."""
    ((number,),) = reads.rows("SELECT coalesce(max(id), 0) FROM action")
    return int(number)


def keep(connection: Connection, made: DayMixture) -> None:
    """Store the mixture of a study day, in place of those of days up to it."""
    from recall.domain.memory.mixture import to_text

    day = made.day.isoformat()
    connection.execute("DELETE FROM day_mixture WHERE study_date <= :day", {"day": day})
    connection.execute(
        "INSERT INTO day_mixture (study_date, parameters_id, action_id, mixture) "
        "VALUES (:day, :parameters, :action, :mixture)",
        {
            "day": day,
            "parameters": made.parameters_id,
            "action": made.action_id,
            "mixture": to_text(made.mixture) or "",
        },
    )
