"""Compares the tables of a SQLite library with those that a new one has."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from recall.storage.database.columns import TABLES, names
from recall.storage.database.connections.connection import Connection
from recall.storage.database.creating import statements

_OBJECTS = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"


def schema_faults(connection: Connection) -> Iterator[str]:
    """Give a sentence on each table, index and trigger that is missing, and on wrong columns."""
    there = set(connection.rows(_OBJECTS))
    for kind, name in _objects():
        if (kind, name) not in there:
            yield f"the {kind} {name} is missing"
    for table in TABLES:
        rows = connection.rows("SELECT name FROM pragma_table_info(:table)", {"table": table})
        found = {name for (name,) in rows}
        if found and found != set(names(table)):
            odd = ", ".join(sorted(found ^ set(names(table))))
            yield f"the table {table} has not the columns that it had: {odd}"


@cache
def _objects() -> tuple[tuple[str, str], ...]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements():
            connection.execute(statement)
        return tuple(connection.execute(_OBJECTS).fetchall())
