"""Reads of the two logs and of the history of actions."""

from datetime import date

from recall.domain.library.card import Rating
from recall.domain.library.past_action import PastAction
from recall.domain.library.review import Review, Sitting
from recall.storage.database.codec import as_date
from recall.storage.database.connection import Row
from recall.storage.store import Reads

_COLUMNS = (
    "v.id, v.resource_id, v.parameters_id, v.rating, v.study_date, v.reviewed_at, v.minutes, "
    "v.planned_minutes, v.note, v.elapsed, v.retrievability, v.stability_before, v.stability, "
    "v.difficulty_before, v.difficulty, v.interval, v.due_before, v.due, v.desired_retention, "
    "v.maximum_interval, v.source, v.void_by"
)

_ACTION = (
    "a.id, a.kind, a.at, a.study_date, a.resource_id, a.summary, a.undone_by, r.title "
    "FROM action a LEFT JOIN resource r ON r.id = a.resource_id"
)

NOT_UNDOABLE = ("init", "undo")


def reviews(reads: Reads, resource_id: int) -> list[Review]:
    """The log of one resource, oldest first, without what is void."""
    sql = (
        f"SELECT {_COLUMNS} FROM review v WHERE v.resource_id = :id AND v.void_by IS NULL "
        "ORDER BY v.id"
    )
    return [_to_review(row) for row in reads.rows(sql, {"id": resource_id})]


def all_reviews(reads: Reads) -> dict[int, list[Review]]:
    """The whole log by resource, oldest first, without what is void."""
    log: dict[int, list[Review]] = {}
    sql = f"SELECT {_COLUMNS} FROM review v WHERE v.void_by IS NULL ORDER BY v.id"
    for row in reads.rows(sql):
        log.setdefault(row[1], []).append(_to_review(row))
    return log


def sittings(reads: Reads, resource_id: int) -> list[Sitting]:
    """The sittings over one resource, oldest first."""
    rows = reads.rows(
        "SELECT id, resource_id, study_date, minutes, note FROM sitting "
        "WHERE resource_id = :id AND void_by IS NULL ORDER BY id",
        {"id": resource_id},
    )
    return [Sitting(row[0], row[1], as_date(row[2]) or date.min, *row[3:]) for row in rows]


def history(reads: Reads, limit: int) -> list[PastAction]:
    """The latest actions, newest first."""
    rows = reads.rows(
        f"SELECT {_ACTION} ORDER BY a.id DESC LIMIT :limit",
        {"limit": limit},
    )
    return [_to_action(row) for row in rows]


def beginning(reads: Reads) -> list[Row]:
    """What tells one library from another: when it was made and what was done in it first."""
    made = reads.rows("SELECT created_at FROM parameters ORDER BY id LIMIT 1")
    return made + reads.rows("SELECT kind, at, summary FROM action ORDER BY id LIMIT 1")


def last_action(reads: Reads) -> PastAction | None:
    """The newest action that can be taken back."""
    kinds = ", ".join(f"'{kind}'" for kind in NOT_UNDOABLE)
    rows = reads.rows(
        f"SELECT {_ACTION} WHERE a.undone_by IS NULL AND a.kind NOT IN ({kinds}) "
        "ORDER BY a.id DESC LIMIT 1"
    )
    return _to_action(rows[0]) if rows else None


def _to_review(row: Row) -> Review:
    values = list(row)
    values[3] = Rating(row[3])
    for index in (4, 16, 17):
        values[index] = as_date(row[index])
    values[-1] = row[-1] is not None
    return Review(*values)


def _to_action(row: Row) -> PastAction:
    number, kind, at, day, resource_id, summary, undone_by, title = row
    undone = undone_by is not None
    return PastAction(
        number, kind, at, as_date(day) or date.min, resource_id, summary, undone, title
    )
