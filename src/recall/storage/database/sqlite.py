"""SQLite, through sqlite3 itself: importing SQLAlchemy takes longer than a whole daily command."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from recall.storage.database.location import Location
from recall.storage.database.version import NoLibrary, check_sqlite

if TYPE_CHECKING:
    from recall.storage.database.connection import Row, Values


class SqliteConnection:
    """A connection to a SQLite library."""

    is_postgres = False

    def __init__(self, raw: sqlite3.Connection) -> None:
        """Work on a connection of sqlite3 in autocommit mode."""
        self._raw = raw

    def rows(self, sql: str, values: "Values | None" = None) -> "list[Row]":
        """Run one statement and return its rows; none if it is not a question."""
        return self._raw.execute(sql, values or {}).fetchall()

    def execute(self, sql: str, values: "Values | None" = None) -> int:
        """Run one statement that writes; return how many rows it touched."""
        return self._raw.execute(sql, values or {}).rowcount

    def execute_many(self, sql: str, values: "Sequence[Values]") -> None:
        """Run one statement that writes, once for each set of values."""
        self._raw.executemany(sql, values)

    def ask(self, sql: str) -> sqlite3.Cursor:
        """Run one question and return its cursor."""
        return self._raw.execute(sql)

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()


def reading(location: Location, timeout: float) -> SqliteConnection:
    """Open a library that is there; nothing can be written through this connection.

    It is not opened read-only, so that a journal left by a killed process can be rolled back.
    """
    raw = _open(location, timeout)
    try:
        raw.execute("PRAGMA query_only = 1")
        check_sqlite(raw.execute, location)
    except BaseException:
        raw.close()
        raise
    return SqliteConnection(raw)


@contextmanager
def writing(location: Location, timeout: float) -> Iterator[SqliteConnection]:
    """Hold the library alone: everything inside is kept, or nothing is.

    The lock is taken at once, so that a read inside sees what it will change; sqlite3 by itself
    would begin a transaction only at the first INSERT.
    """
    with _transaction(_open(location, timeout)) as connection:
        check_sqlite(connection.ask, location)  # inside, as another process may have upgraded it
        yield connection


@contextmanager
def creating(location: Location, timeout: float) -> Iterator[SqliteConnection]:
    """Like `writing`, of a file that need not be there or be a library."""
    raw = sqlite3.connect(str(location.path), timeout=timeout, isolation_level=None)
    with _transaction(raw) as connection:
        yield connection


@contextmanager
def _transaction(raw: sqlite3.Connection) -> Iterator[SqliteConnection]:
    connection = SqliteConnection(raw)
    try:
        raw.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raw.close()


def _open(location: Location, timeout: float) -> sqlite3.Connection:
    path = str(location.path)
    if not os.path.exists(path):  # sqlite3 would make it
        raise NoLibrary(location)
    return sqlite3.connect(path, timeout=timeout, isolation_level=None)
