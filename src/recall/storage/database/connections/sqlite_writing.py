"""Transactions that write to a SQLite library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from recall.storage.database.connections.sqlite import SqliteConnection, open_file
from recall.storage.database.location import Location
from recall.storage.database.version import check_sqlite


@contextmanager
def writing(location: Location, timeout: float) -> Iterator[SqliteConnection]:
    """Hold the library alone: everything inside is kept, or nothing is.

    The lock is taken at once, so that a read inside sees what it will change; sqlite3 by itself
    would begin a transaction only at the first INSERT.
    """
    with _transaction(open_file(location, timeout)) as connection:
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
    except BaseException:
        with suppress(sqlite3.Error):  # the first error says more
            if raw.in_transaction:
                raw.execute("ROLLBACK")
        raise
    finally:
        raw.close()
