"""The two logs, read and appended to, and the history of actions."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from recall.domain.library.card import Rating
from recall.domain.library.past_action import PastAction
from recall.domain.library.review import Review, Sitting
from recall.storage.actions import Action
from recall.storage.database.codec import as_date, instant
from recall.storage.database.connections.connection import Row
from recall.storage.reads import Reads, rows_of_each
from recall.storage.unasked import UNASKED

_REVIEW = [name for name in Review._fields if name != "void"]
_COLUMNS = ", ".join(f"v.{name}" for name in (*_REVIEW, "void_by"))
_SITTING = ", ".join(Sitting._fields)

_ACTION = (
    "a.id, a.kind, a.at, a.study_date, a.resource_id, a.summary, a.undone_by, r.title "
    "FROM action a LEFT JOIN resource r ON r.id = a.resource_id"
)

NOT_UNDOABLE = ("init", "undo", UNASKED)
"""Kinds of actions that are no steps of undo: what nobody ordered, and undo itself."""


def reviews(reads: Reads, resource_id: int) -> list[Review]:
    """Return the valid reviews of one resource, oldest first."""
    sql = (
        f"SELECT {_COLUMNS} FROM review v WHERE v.resource_id = :id AND v.void_by IS NULL "
        "ORDER BY v.id"
    )
    return [_to_review(row) for row in reads.rows(sql, {"id": resource_id})]


def all_reviews(reads: Reads) -> dict[int, list[Review]]:
    """Return all valid reviews by resource, oldest first."""
    log: dict[int, list[Review]] = {}
    sql = f"SELECT {_COLUMNS} FROM review v WHERE v.void_by IS NULL ORDER BY v.id"
    for review in map(_to_review, reads.rows(sql)):
        log.setdefault(review.resource_id, []).append(review)
    return log


def sittings(reads: Reads, resource_id: int) -> list[Sitting]:
    """Return the valid sittings of one resource, oldest first."""
    rows = reads.rows(
        f"SELECT {_SITTING} FROM sitting WHERE resource_id = :id AND void_by IS NULL ORDER BY id",
        {"id": resource_id},
    )
    return [_to_sitting(row) for row in rows]


def last_sittings(reads: Reads, resource_ids: Iterable[int]) -> dict[int, Sitting]:
    """Return the last valid sitting of each of these resources that has any, by resource.

    It is the one of the latest study date, and of that day the one that was entered last.
    """
    listed = ", ".join(map(str, resource_ids))
    if not listed:
        return {}
    rows = reads.rows(
        f"SELECT {_SITTING} FROM sitting WHERE resource_id IN ({listed}) AND void_by IS NULL "
        "ORDER BY study_date, id"
    )
    return {sitting.resource_id: sitting for sitting in map(_to_sitting, rows)}


def last_visits(reads: Reads, resources: Collection[int]) -> dict[int, date]:
    """Return the study date of the last valid review or sitting of each resource that has any."""
    valid = "SELECT resource_id, study_date FROM {} WHERE void_by IS NULL"
    some = f"{valid} AND resource_id IN (:each)"
    rows = rows_of_each(
        reads,
        "SELECT resource_id, max(study_date) FROM "
        f"({some.format('review')} UNION ALL {some.format('sitting')}) AS visit "
        "GROUP BY resource_id",
        resources,
    )
    return {number: as_date(day) or date.min for number, day in rows}


def history(reads: Reads, limit: int) -> list[PastAction]:
    """Return the latest actions, newest first."""
    rows = reads.rows(
        f"SELECT {_ACTION} ORDER BY a.id DESC LIMIT :limit",
        {"limit": limit},
    )
    return [_to_action(row) for row in rows]


def beginning(reads: Reads) -> list[Row]:
    """Return what identifies a library: its creation time and its first action."""
    made = reads.rows("SELECT created_at FROM parameters ORDER BY id LIMIT 1")
    return made + reads.rows("SELECT kind, at, summary FROM action ORDER BY id LIMIT 1")


def extent(reads: Reads) -> tuple[int, int, str]:
    """Return how many resources and valid reviews there are, and when the last action was."""
    ((resources, reviews, at),) = reads.rows(
        "SELECT (SELECT count(*) FROM resource WHERE status <> 'removed'), "
        "(SELECT count(*) FROM review WHERE void_by IS NULL), "
        "(SELECT coalesce(max(at), '') FROM action)"
    )
    return int(resources), int(reviews), str(at)


def made_at(reads: Reads) -> str:
    """Return the instant at which the library was made; "" if it is damaged."""
    ((first,),) = reads.rows("SELECT coalesce(min(created_at), '') FROM parameters")
    return str(first)


def last_action(reads: Reads) -> PastAction | None:
    """Return the newest action that can be undone."""
    kinds = ", ".join(f"'{kind}'" for kind in NOT_UNDOABLE)
    rows = reads.rows(
        f"SELECT {_ACTION} WHERE a.undone_by IS NULL AND a.kind NOT IN ({kinds}) "
        "ORDER BY a.id DESC LIMIT 1"
    )
    return _to_action(rows[0]) if rows else None


def done_since(reads: Reads, resource_id: int, after: int) -> PastAction | None:
    """Return the newest action on a resource that came after another action; None without any."""
    rows = reads.rows(
        f"SELECT {_ACTION} WHERE a.id > :after AND a.resource_id = :id AND a.undone_by IS NULL "
        "ORDER BY a.id DESC LIMIT 1",
        {"after": after, "id": resource_id},
    )
    return _to_action(rows[0]) if rows else None


def has_action(reads: Reads, resource_id: int, kinds: Iterable[str], at: datetime) -> bool:
    """Return whether an action of these kinds was done to a resource at a moment, undone or not."""
    named = ", ".join(f"'{kind}'" for kind in kinds)
    rows = reads.rows(
        "SELECT id FROM action WHERE resource_id = :resource AND at = :at "
        f"AND kind IN ({named}) LIMIT 1",
        {"resource": resource_id, "at": instant(at)},
    )
    return bool(rows)


def append(action: Action, review: Review, at: datetime) -> Review:
    """Write a review at the end of the log, at this moment; return it as it is there."""
    review = review._replace(reviewed_at=instant(at))
    values = review._asdict()
    del values["id"], values["void"]
    return review._replace(id=action.append("review", values))


def append_sitting(action: Action, sitting: Sitting, at: datetime) -> None:
    """Write a sitting at the end of the log; at is the moment of writing."""
    values = sitting._asdict() | {"at": instant(at)}
    del values["id"]
    action.append("sitting", values)


def void(action: Action, review: Review) -> None:
    """Mark a review as no longer counting."""
    action.void("review", review.id)


def _to_review(row: Row) -> Review:
    *values, void_by = row
    named: dict[str, Any] = dict(zip(_REVIEW, values, strict=True))
    for name in ("study_date", "due_before", "due"):
        named[name] = as_date(named[name])
    named["rating"] = Rating(named["rating"])
    return Review(**named, void=void_by is not None)


def _to_sitting(row: Row) -> Sitting:
    number, resource_id, on, *rest = row
    return Sitting(number, resource_id, as_date(on) or date.min, *rest)


def _to_action(row: Row) -> PastAction:
    number, kind, at, day, resource_id, summary, undone_by, title = row
    return PastAction(
        id=number,
        kind=kind,
        at=at,
        study_date=as_date(day) or date.min,
        resource_id=resource_id,
        summary=summary,
        undone=undone_by is not None,
        title=title,
    )
