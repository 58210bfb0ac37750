"""All rows of all tables: read for an export, and brought back into a library without any."""

from datetime import datetime
from typing import NamedTuple

from recall.domain.library.export import LibraryRows, Rows
from recall.errors import DamagedLibrary
from recall.storage.database import rows as written
from recall.storage.database.codec import from_stored, instant
from recall.storage.database.columns import TABLES, names
from recall.storage.database.connections.connection import Connection
from recall.storage.database.version import HEAD
from recall.storage.reads import Reads

_IN_USE = ("resource", "action", "reading_list", "prerequisite", "section_rule")
"""A library with a row of these holds what a person did."""


class Counts(NamedTuple):
    """How many resources, valid reviews and actions there are."""

    resources: int
    reviews: int
    actions: int


def everything(reads: Reads, now: datetime) -> LibraryRows:
    """Return every row of every table, by ID; StorageError for a row that cannot be read."""
    return LibraryRows(HEAD, instant(now), stored(reads))


def stored(reads: Reads) -> dict[str, Rows]:
    """Return the rows of every table, by its name."""
    return {table: _rows(reads, table) for table in TABLES}


def counts(library: LibraryRows) -> Counts:
    """Count what a person would ask for in a checked export."""
    resources = [row for row in library.tables["resource"] if row["status"] != "removed"]
    reviews = [row for row in library.tables["review"] if row["void_by"] is None]
    return Counts(len(resources), len(reviews), len(library.tables["action"]))


def is_in_use(reads: Reads) -> bool:
    """Return whether the library holds anything that a person did."""
    found = " UNION ALL ".join(f"SELECT count(*) FROM {table}" for table in _IN_USE)
    return any(number for (number,) in reads.rows(found))


def bring_back(connection: Connection, library: LibraryRows) -> None:
    """Write the rows of a checked export in place of the few that an unused library has.

    They keep their IDs, and an ID that any of them had, or that the history names, is not given
    again.
    """
    for table in reversed(TABLES):
        connection.execute(f'DELETE FROM "{table}"')
    for table in TABLES:
        if library.tables[table]:
            written.add(connection, table, library.tables[table])
        _count_on(connection, table)


def _rows(reads: Reads, table: str) -> Rows:
    columns = ", ".join(f't."{name}"' for name in names(table))
    kinds = [(column.name, column.type) for column in TABLES[table]]
    found = reads.rows(f'SELECT {columns} FROM "{table}" t ORDER BY t.id')
    try:
        return [
            {name: from_stored(kind, value) for (name, kind), value in zip(kinds, row, strict=True)}
            for row in found
        ]
    except TypeError as bad:
        raise DamagedLibrary(
            f"the library is damaged: a row of {table} cannot be read; 'recall doctor' says more"
        ) from bad


def _count_on(connection: Connection, table: str) -> None:
    """Let the next ID of a table come after all that there were."""
    named = "SELECT coalesce(max(row_id), 0) FROM change WHERE table_name = :table"
    own = f'SELECT coalesce(max(id), 0) FROM "{table}"'
    ((newest,), *_) = connection.rows(f"{own} UNION ALL {named} ORDER BY 1 DESC", {"table": table})
    if connection.is_postgres:
        sequence = f"setval(pg_get_serial_sequence('\"{table}\"', 'id'), :next, false)"
        connection.rows(f"SELECT {sequence}", {"next": newest + 1})
        return
    connection.execute("DELETE FROM sqlite_sequence WHERE name = :table", {"table": table})
    values = {"table": table, "newest": newest}
    connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :newest)", values)
