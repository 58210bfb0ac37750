"""Reads and writes of where the file of a list is on a machine, and when it was looked at."""

from typing import NamedTuple

from recall.storage.database import rows
from recall.storage.database.connections.connection import Connection, Row
from recall.storage.reads import Reads
from recall.storage.unasked import UNASKED


class ListFile(NamedTuple):
    """The file of a list on one machine.

    may_write is whether the person allowed recall to write it. waits: a sync was undone, and the
    file is as it was then. seen is what the system said of the file when it was last looked at,
    known_action the newest action then. copies are the digests of the conflicted copies that were
    taken in.
    """

    list_id: int
    machine: str
    path: str
    may_write: bool = False
    waits: bool = False
    seen: str = ""
    known_action: int = 0
    copies: tuple[str, ...] = ()


_COLUMNS = ", ".join(ListFile._fields)


def here(reads: Reads, machine: str) -> dict[int, ListFile]:
    """Return the files on a machine, by list."""
    sql = f"SELECT {_COLUMNS} FROM list_file WHERE machine = :machine ORDER BY list_id"
    found = map(_file, reads.rows(sql, {"machine": machine}))
    return {file.list_id: file for file in found}


def of_list(reads: Reads, list_id: int, machine: str) -> ListFile | None:
    """Return the file of a list on a machine; None if nothing is known of it."""
    found = reads.rows(
        f"SELECT {_COLUMNS} FROM list_file WHERE list_id = :list AND machine = :machine",
        {"list": list_id, "machine": machine},
    )
    return _file(found[0]) if found else None


def elsewhere(reads: Reads, list_id: int, machine: str) -> bool:
    """Return whether another machine has a file of a list."""
    sql = "SELECT count(*) FROM list_file WHERE list_id = :list AND machine <> :machine"
    ((number,),) = reads.rows(sql, {"list": list_id, "machine": machine})
    return bool(number)


def of_action(reads: Reads, action_id: int) -> list[ListFile]:
    """Return the files, on all machines, of the lists whose places an action wrote."""
    found = reads.rows(
        f"SELECT {_COLUMNS} FROM list_file WHERE list_id IN (SELECT p.list_id FROM change c "
        "JOIN place p ON p.id = c.row_id WHERE c.table_name = 'place' AND c.action_id = :action) "
        "ORDER BY id",
        {"action": action_id},
    )
    return list(map(_file, found))


def newest_action(reads: Reads) -> int:
    """Return the ID of the newest action of the person, 0 if there is none yet."""
    sql = "SELECT coalesce(max(id), 0) FROM action WHERE kind <> :unasked"
    ((newest,),) = reads.rows(sql, {"unasked": UNASKED})
    return int(newest)


def keep(connection: Connection, file: ListFile) -> None:
    """Write what is known of a file, in place of what was known."""
    values = {**file._asdict(), "copies": " ".join(file.copies)}
    found = connection.rows(
        "SELECT id FROM list_file WHERE list_id = :list AND machine = :machine",
        {"list": file.list_id, "machine": file.machine},
    )
    if found:
        rows.change(connection, "list_file", {found[0][0]: values})
    else:
        rows.add(connection, "list_file", [values])


def forget(connection: Connection, list_id: int, machine: str) -> None:
    """Take out what is known of a file and of the states in which it agreed."""
    where = {"list": list_id, "machine": machine}
    for table in ("agreement", "own_lines", "list_file"):
        connection.execute(
            f"DELETE FROM {table} WHERE list_id = :list AND machine = :machine", where
        )


def _file(row: Row) -> ListFile:
    file = ListFile(*row)
    return file._replace(
        may_write=bool(file.may_write),
        waits=bool(file.waits),
        copies=tuple(str(file.copies).split()),
    )
