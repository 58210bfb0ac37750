"""One value of a library is replaced by one that it may not be, or a row is deleted or doubled."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random

from recall.storage.database.columns import TABLES, StoredColumn
from testing.faults.damage.hostile import hostile

Rows = dict[str, set[tuple[object, ...]]]
"""Rows by table, as they are stored."""

_WAYS = ("delete", "double", *("set",) * 14)


def damage(library: Path, random: Random) -> str:
    """Damage one to three values or rows; return what was done."""
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            _without(connection, name)
        did = [_one(connection, random) for _ in range(random.choice((1, 1, 1, 1, 2, 3)))]
        _with_again(connection)
    return "; ".join(did)


def _without(connection: sqlite3.Connection, trigger: str) -> None:
    """Put a trigger away for as long as the damage is done."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS away (sql TEXT)")
    where = "FROM sqlite_master WHERE name = ?"
    connection.execute(f"INSERT INTO away SELECT sql {where}", (trigger,))
    connection.execute(f'DROP TRIGGER "{trigger}"')


def _with_again(connection: sqlite3.Connection) -> None:
    for (sql,) in connection.execute("SELECT sql FROM away").fetchall():
        connection.execute(sql)


def _one(connection: sqlite3.Connection, random: Random) -> str:
    table = random.choice(list(TABLES))
    ids = [one for (one,) in connection.execute(f'SELECT id FROM "{table}" ORDER BY id')]
    if not ids:
        return f"{table} is empty"
    number = random.choice(ids)
    way = random.choice(_WAYS)
    if way == "delete":
        connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (number,))
        return f"deleted {table} {number}"
    if way == "double":
        return _doubled(connection, table, number)
    column = random.choice(TABLES[table][1:])
    return _set(connection, table, number, column, random)


def _set(
    connection: sqlite3.Connection, table: str, number: int, column: StoredColumn, random: Random
) -> str:
    value = random.choice(hostile(column))
    sql = f'UPDATE "{table}" SET "{column.name}" = ? WHERE id = ?'
    if isinstance(value, bytes) and column.type == "str" and random.choice((True, False)):
        sql = sql.replace("= ? WHERE", "= CAST(? AS TEXT) WHERE")
    try:
        connection.execute(sql, (value, number))
    except sqlite3.IntegrityError as refused:  # null, or a double, where the table has none
        return f"could not set {table} {number} {column.name}: {refused}"
    return f"set {table} {number} {column.name} to {value!r}"


def _doubled(connection: sqlite3.Connection, table: str, number: int) -> str:
    names = ", ".join(f'"{column.name}"' for column in TABLES[table][1:])
    try:
        connection.execute(
            f'INSERT INTO "{table}" ({names}) SELECT {names} FROM "{table}" WHERE id = ?',
            (number,),
        )
    except sqlite3.IntegrityError as refused:
        return f"could not double {table} {number}: {refused}"
    return f"doubled {table} {number}"


def rows_of(library: Path, but: Sequence[str] = ()) -> Rows:
    """Return the rows of every table, as they are stored."""
    with closing(sqlite3.connect(library)) as connection:
        connection.text_factory = bytes
        return {
            table: {tuple(row) for row in connection.execute(f'SELECT * FROM "{table}"')}
            for table in TABLES
            if table not in but
        }
