"""Compares a SQLite library with a new one, and makes indexes and triggers again."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from typing import NamedTuple

from recall.storage.database.columns import TABLES, names
from recall.storage.database.connections.connection import Connection
from recall.storage.database.creating import statements

_OBJECTS = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master "
    "WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
)


class Part(NamedTuple):
    """A table, an index or a trigger: its kind, its name, the table that it is of, and its SQL.

    problem is what is wrong with it, in a sentence.
    """

    kind: str
    name: str
    table: str
    sql: str
    problem: str = "it is missing"


def schema_faults(connection: Connection) -> Iterator[str]:
    """Give a sentence on each table, index and trigger that is missing, and on wrong columns."""
    for part in _missing(connection):
        yield f"the {part.kind} {part.name} is missing"
    for table in TABLES:
        rows = connection.rows("SELECT name FROM pragma_table_info(:table)", {"table": table})
        found = {name for (name,) in rows}
        if found and found != set(names(table)):
            odd = ", ".join(sorted(found ^ set(names(table))))
            yield f"the table {table} has not the columns that it had: {odd}"


def remakable(connection: Connection) -> list[Part]:
    """Return the missing indexes and triggers of tables that are there; they hold no data."""
    missing = _missing(connection)
    tables = {part.name for part in missing if part.kind == "table"}
    return [part for part in missing if part.kind != "table" and part.table not in tables]


def make_again(connection: Connection, parts: Sequence[Part]) -> None:
    """Make indexes and triggers as a new library has them."""
    for part in parts:
        connection.run(part.sql)


def _missing(connection: Connection) -> list[Part]:
    there = {(kind, name) for kind, name, *_ in connection.rows(_OBJECTS)}
    return [part for part in _parts() if (part.kind, part.name) not in there]


@cache
def _parts() -> tuple[Part, ...]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements():
            connection.execute(statement)
        return tuple(Part(*row) for row in connection.execute(_OBJECTS))
