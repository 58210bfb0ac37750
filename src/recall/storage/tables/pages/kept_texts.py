"""Reads and writes of the texts that are kept of pages, compressed, one for each resource."""

from collections.abc import Container, Iterator
from datetime import datetime
from typing import NamedTuple

from recall.domain.lists.catalog_rules import UNSTORABLE
from recall.errors import DamagedLibrary
from recall.storage.actions import Action
from recall.storage.database.codec import decompressed, instant, moment
from recall.storage.reads import Reads

_SELECT = "SELECT resource_id, kept_at, text FROM kept_text"


class KeptText(NamedTuple):
    """The text of a resource's page, in lines, and when it was kept."""

    resource_id: int
    kept_at: datetime
    text: str


def keep(action: Action, resource_id: int, text: str, now: datetime) -> None:
    """Keep a text of a resource in place of the one before; undo brings that back.

    Characters that no database takes are left out.
    """
    row = {"kept_at": instant(now), "text": UNSTORABLE.sub("", text)}
    there = _numbers(action, resource_id)
    if there:
        action.update("kept_text", there[0], row)
    else:
        action.insert("kept_text", [{"resource_id": resource_id, **row}])


def move(action: Action, old: int, new: int) -> None:
    """Give the text of a resource to another that has none; otherwise it stays where it is."""
    there = _numbers(action, old)
    if there and not _numbers(action, new):
        action.update("kept_text", there[0], {"resource_id": new})


def of(reads: Reads, resource_id: int) -> KeptText | None:
    """Return the text that is kept of a resource; StorageError if it is damaged."""
    rows = reads.rows(f"{_SELECT} WHERE resource_id = :id", {"id": resource_id})
    return _decoded(*rows[0]) if rows else None


def moment_of(reads: Reads, resource_id: int) -> datetime | None:
    """Return when a text of a resource was kept, None if none is."""
    rows = reads.rows("SELECT kept_at FROM kept_text WHERE resource_id = :id", {"id": resource_id})
    return moment(rows[0][0]) if rows else None


def every(reads: Reads, *, but: Container[int] = ()) -> Iterator[KeptText]:
    """Give the texts of all resources that are not removed, by ID; StorageError for damage.

    One text at a time is decompressed, so that thousands need little memory. Those of the
    resources in `but` are left out.
    """
    rows = reads.rows(
        "SELECT k.resource_id, k.kept_at, k.text FROM kept_text k JOIN resource r "
        "ON r.id = k.resource_id WHERE r.status <> 'removed' ORDER BY k.resource_id"
    )
    for row in rows:
        if row[0] not in but:
            yield _decoded(*row)


def damaged(reads: Reads) -> list[int]:
    """Return the IDs of resources whose text cannot be read."""
    found = []
    for number, _, text in reads.rows(f"{_SELECT} ORDER BY resource_id"):
        try:
            decompressed(text)
        except TypeError:
            found.append(number)
    return found


def _decoded(resource_id: int, kept_at: str, text: bytes) -> KeptText:
    try:
        return KeptText(resource_id, moment(kept_at), decompressed(text))
    except (TypeError, ValueError) as bad:
        raise DamagedLibrary(
            f"the library is damaged: the kept text of {resource_id} cannot be read; "
            f"'recall fetch {resource_id} --keep-text' keeps it anew"
        ) from bad


def _numbers(reads: Reads, resource_id: int) -> list[int]:
    sql = "SELECT id FROM kept_text WHERE resource_id = :id"
    return [number for (number,) in reads.rows(sql, {"id": resource_id})]
