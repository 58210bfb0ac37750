"""Reads and writes of rows that tell nothing, because their resource was deleted by hand."""

from collections.abc import Mapping, Sequence

from recall.storage.actions import Action
from recall.storage.reads import Reads

LOST = {
    "place": ("a place of no resource", ("resource_id",)),
    "prerequisite": ("a prerequisite of no resource", ("resource_id", "after_id")),
}
"""By table: the fault in words, and the columns that point at a resource."""

LostRows = Mapping[str, Sequence[int]]
"""The IDs of lost rows by table."""


def lost_rows(reads: Reads) -> LostRows:
    """Return the lost rows of each table that has some."""
    found = {table: _ids(reads, table, columns) for table, (_, columns) in LOST.items()}
    return {table: ids for table, ids in found.items() if ids}


def counted(lost: LostRows) -> dict[str, int]:
    """Return each fault in words, with its number."""
    return {LOST[table][0]: len(ids) for table, ids in lost.items()}


def drop(action: Action, lost: LostRows) -> None:
    """Take lost rows out; undo does not restore them, because they point at nothing."""
    for table, ids in lost.items():
        action.drop(table, ids)


def _ids(reads: Reads, table: str, columns: Sequence[str]) -> list[int]:
    missing = " OR ".join(
        f"NOT EXISTS (SELECT 1 FROM resource r WHERE r.id = t.{column})" for column in columns
    )
    rows = reads.rows(f"SELECT t.id FROM {table} t WHERE {missing} ORDER BY t.id")
    return [number for (number,) in rows]
