"""Reads and writes of what recall has written in the file of a list, line by line."""

import json

from recall.domain.lists.syncing.own_lines import Own
from recall.storage.database import rows
from recall.storage.database.connections.connection import Connection
from recall.storage.reads import Reads
from recall.storage.tables.syncing.packing import packed, unpacked


def of(reads: Reads, list_id: int, machine: str) -> tuple[bytes, Own]:
    """Return the bytes of a file when it was last looked at, and which lines in it are recall's."""
    found = reads.rows(
        "SELECT text, lines FROM own_lines WHERE list_id = :list AND machine = :machine",
        {"list": list_id, "machine": machine},
    )
    if not found:
        return b"", Own()
    ((text, lines),) = found
    return unpacked(text), Own.of(json.loads(unpacked(lines)))


def is_known(reads: Reads, list_id: int, machine: str) -> bool:
    """Return whether recall has recorded which lines of a file are its own, even if none are."""
    sql = "SELECT 1 FROM own_lines WHERE list_id = :list AND machine = :machine"
    return bool(reads.rows(sql, {"list": list_id, "machine": machine}))


def keep(connection: Connection, list_id: int, machine: str, data: bytes, own: Own) -> None:
    """Write which lines of a file, with these bytes, are recall's, in place of what was known."""
    where = {"list": list_id, "machine": machine}
    sql = "SELECT id FROM own_lines WHERE list_id = :list AND machine = :machine"
    found = connection.rows(sql, where)
    values = {"text": packed(data), "lines": packed(json.dumps(own, ensure_ascii=False).encode())}
    if found:
        rows.change(connection, "own_lines", {found[0][0]: values})
    else:
        rows.add(connection, "own_lines", [{"list_id": list_id, "machine": machine, **values}])
