"""Transactions that write to a SQLite library."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from recall.storage.database.connections.sqlite import SqliteConnection, open_file, set_timeout
from recall.storage.database.connections.waiting import nothing, wait_for
from recall.storage.database.location import Location
from recall.storage.database.version import check_sqlite


@contextmanager
def writing(
    location: Location, timeout: float, told: Callable[[], None] = nothing
) -> Iterator[SqliteConnection]:
    """Hold the library alone: everything inside is kept, or nothing is.

    timeout: seconds to wait for others; told is called if that takes a while.

    The lock is taken at once, so that a read inside sees what it will change; sqlite3 by itself
    would begin a transaction only at the first INSERT.
    """
    with _transaction(open_file(location, timeout), timeout, told) as connection:
        check_sqlite(connection.ask, location)  # inside, as another process may have upgraded it
        yield connection


@contextmanager
def filling(location: Location) -> Iterator[SqliteConnection]:
    """Like `writing`, of an empty file that nobody else uses; no journal is kept beside it."""
    raw = sqlite3.connect(str(location.path), isolation_level=None)
    raw.execute("PRAGMA journal_mode = MEMORY")
    with _transaction(raw, 0, nothing) as connection:
        yield connection


@contextmanager
def _transaction(
    raw: sqlite3.Connection, timeout: float, told: Callable[[], None]
) -> Iterator[SqliteConnection]:
    connection = SqliteConnection(raw)
    try:
        raw.execute("PRAGMA foreign_keys = ON")
        set_timeout(raw, 0)
        wait_for(lambda: connection.execute("BEGIN IMMEDIATE"), timeout, told)
        set_timeout(raw, timeout)  # the commit waits for those who read
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # the first error says more
            if raw.in_transaction:
                raw.execute("ROLLBACK")
        raise
    finally:
        raw.close()
