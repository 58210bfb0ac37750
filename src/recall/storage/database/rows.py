"""Rows of any table, by the table's name: added, changed and taken out, values bound by column."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING

from recall.storage.database.codec import as_it_is, bound
from recall.storage.database.columns import types
from recall.storage.database.connections.connection import Connection, Row, Values

if TYPE_CHECKING:
    from recall.storage.database.columns import Type

CHUNK = 500
"""Rows named in one IN list; databases bound how long a statement may be."""


def add(connection: Connection, table: str, rows: Sequence[Values]) -> None:
    """Add rows; those with the same columns go by one statement.

    A column that is empty in all of them is left out: to bind it for each row takes time.
    """
    for columns, alike in _alike(table, rows):
        filled = tuple(name for name in columns if any(row[name] is not None for row in alike))
        connection.execute_many(_insertion(table, filled), alike)


def add_one(connection: Connection, table: str, row: Values) -> int:
    """Add a row; return its ID."""
    ((columns, values),) = _alike(table, [row])
    ((number,),) = connection.rows(f"{_insertion(table, columns)} RETURNING id", values[0])
    return int(number)


def change(connection: Connection, table: str, rows: Mapping[int, Values]) -> None:
    """Set values of rows by ID; those with the same columns go by one statement."""
    for columns, alike in _alike(table, [{**row, "id": key} for key, row in rows.items()]):
        _update(connection, table, columns, alike)


def restore(connection: Connection, table: str, images: Mapping[int, Values]) -> None:
    """Put rows back by ID, whether they are still there or not.

    Values are not checked: a row that was damaged before a change must be restored too.
    """
    kept = there(connection, table, list(images))
    for columns, alike in _grouped({**images[key], "id": key} for key in images if key in kept):
        try:
            _update(connection, table, columns, alike)
        except sqlite3.IntegrityError:
            with _unchecked(connection):
                _update(connection, table, columns, alike)
    for columns, alike in _grouped(images[key] for key in images if key not in kept):
        connection.execute_many(_insertion(table, columns), alike)


@contextmanager
def _unchecked(connection: Connection) -> Iterator[None]:
    """Let SQLite take values that its tables refuse; PostgreSQL never had any."""
    connection.execute("PRAGMA ignore_check_constraints = 1")
    try:
        yield
    finally:
        connection.execute("PRAGMA ignore_check_constraints = 0")


def take_out(connection: Connection, table: str, row_ids: Sequence[int]) -> None:
    """Delete rows by ID."""
    for named in _chunks(row_ids):
        connection.execute(f'DELETE FROM "{table}" WHERE {named}')


def whole(connection: Connection, table: str, row_ids: Sequence[int]) -> Iterator[Row]:
    """Give rows by ID, values in the order of the table's columns; missing ones are left out."""
    # With its table named: SQLite takes a quoted name of no column for a text. Dates of PostgreSQL
    # as text, since it has some that Python has not.
    columns = ", ".join(
        f'CAST(t."{name}" AS TEXT)' if of == "date" and connection.is_postgres else f't."{name}"'
        for name, of in types(table).items()
    )
    for named in _chunks(row_ids):
        yield from connection.stored_rows(f'SELECT {columns} FROM "{table}" t WHERE {named}')


def newest(connection: Connection, table: str) -> int:
    """Return the highest ID of a table, 0 if it is empty."""
    ((found,),) = connection.stored_rows(f'SELECT coalesce(max(id), 0) FROM "{table}"')
    return int(found)


def there(connection: Connection, table: str, row_ids: Sequence[int]) -> set[int]:
    """Return those of the IDs that the table has."""
    found: set[int] = set()
    for named in _chunks(row_ids):
        sql = f'SELECT id FROM "{table}" WHERE {named}'
        found |= {key for (key,) in connection.stored_rows(sql)}
    return found


def _chunks(row_ids: Sequence[int]) -> Iterator[str]:
    """Conditions that together name all of these rows."""
    for start in range(0, len(row_ids), CHUNK):
        yield f"id IN ({', '.join(map(str, row_ids[start : start + CHUNK]))})"


def _alike(
    table: str, rows: Sequence[Values]
) -> Iterator[tuple[tuple[str, ...], Sequence[Values]]]:
    """The rows in groups with the same columns, and these; values as the columns take them."""
    of = types(table)
    for columns, alike in _grouped(rows):
        unlike = [name for name in columns if not _fits(alike, name, of[name])]
        yield (
            columns,
            [{**row, **{name: bound(of[name], row[name]) for name in unlike}} for row in alike]
            if unlike
            else alike,
        )


def _grouped(rows: Iterable[Values]) -> Iterator[tuple[tuple[str, ...], list[Values]]]:
    groups: dict[tuple[str, ...], list[Values]] = {}
    for row in rows:
        groups.setdefault(tuple(row), []).append(row)
    yield from groups.items()


def _update(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Values]
) -> None:
    settings = ", ".join(f'"{name}" = :{name}' for name in columns if name != "id")
    if settings:
        connection.execute_many(f'UPDATE "{table}" SET {settings} WHERE id = :id', rows)


def _fits(rows: Sequence[Values], name: str, column: "Type") -> bool:
    """Return whether the database takes the values of a column as they are, as nearly always."""
    return set(map(type, map(itemgetter(name), rows))) <= as_it_is(column)


def _insertion(table: str, columns: Sequence[str]) -> str:
    quoted = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(f":{name}" for name in columns)
    return f'INSERT INTO "{table}" ({quoted}) VALUES ({values})'
