"""Reads and writes of prerequisites: what one resource is to be read after."""

from collections.abc import Sequence

from recall.domain.library.prerequisites import LinkedResource
from recall.storage.actions import Action
from recall.storage.store import Reads


def after(reads: Reads, resource_id: int) -> list[int]:
    """Return the IDs of what a resource is to be read after, in order."""
    rows = reads.rows(
        "SELECT after_id FROM prerequisite WHERE resource_id = :id ORDER BY after_id",
        {"id": resource_id},
    )
    return [earlier for (earlier,) in rows]


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
