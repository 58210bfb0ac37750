"""Reads and writes of prerequisites: what one resource is to be read after."""

from collections.abc import Sequence

from recall.domain.library.prerequisites import LinkedResource
from recall.storage.actions import Action
from recall.storage.reads import Reads

_UNREAD = "e.status IN ('unread', 'reading') AND NOT e.gone"


def after(reads: Reads, resource_id: int) -> list[int]:
    """Return the IDs of what a resource is to be read after, in order."""
    rows = reads.rows(
        "SELECT after_id FROM prerequisite WHERE resource_id = :id ORDER BY after_id",
        {"id": resource_id},
    )
    return [earlier for (earlier,) in rows]


def holders(reads: Reads, resource_id: int) -> dict[int, str]:
    """Return what must be read before a reading, with titles: earlier parts and prerequisites."""
    rows = reads.rows(
        "SELECT e.id, e.title FROM resource r JOIN resource e ON e.series = r.series "
        "AND e.list_id = r.list_id AND (coalesce(e.part, 0) < coalesce(r.part, 0) "
        "OR (coalesce(e.part, 0) = coalesce(r.part, 0) AND e.ordinal < r.ordinal)) "
        f"WHERE r.id = :id AND {_UNREAD} UNION "
        "SELECT e.id, e.title FROM prerequisite q JOIN resource e ON e.id = q.after_id "
        f"WHERE q.resource_id = :id AND {_UNREAD} ORDER BY 1",
        {"id": resource_id},
    )
    return dict(tuple(row) for row in rows)


def edges(reads: Reads) -> list[tuple[int, int]]:
    """Return every prerequisite: (resource, what it comes after)."""
    rows = reads.rows("SELECT resource_id, after_id FROM prerequisite ORDER BY id")
    return [(number, earlier) for number, earlier in rows]


def links(reads: Reads) -> list[LinkedResource]:
    """Return every resource that has a prerequisite or is one."""
    rows = reads.rows(
        "SELECT id, title, series, list_id, coalesce(part, 0), ordinal FROM resource WHERE id IN "
        "(SELECT resource_id FROM prerequisite UNION SELECT after_id FROM prerequisite) "
        "ORDER BY id"
    )
    return [
        LinkedResource(
            number, title, None if series is None else (series, list_id), (part, ordinal)
        )
        for number, title, series, list_id, part, ordinal in rows
    ]


def add(action: Action, resource_id: int, earlier: Sequence[int]) -> None:
    """Let a resource wait for others."""
    rows = [{"resource_id": resource_id, "after_id": number} for number in earlier]
    action.insert("prerequisite", rows)


def remove(action: Action, resource_id: int, earlier: Sequence[int]) -> None:
    """Let a resource wait for others no longer."""
    rows = action.rows(
        "SELECT id, after_id FROM prerequisite WHERE resource_id = :id ORDER BY id",
        {"id": resource_id},
    )
    by_earlier = {after_id: number for number, after_id in rows}
    action.delete("prerequisite", [by_earlier[number] for number in earlier])
