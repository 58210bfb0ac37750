"""SQLite, through sqlite3 itself: importing SQLAlchemy takes longer than a whole daily command."""

from __future__ import annotations

import os
import sqlite3
from time import thread_time

from recall.storage.database.connections.waiting import nothing, wait_for
from recall.storage.database.location import Location
from recall.storage.database.version import NoLibrary, check_sqlite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recall.storage.database.connections.connection import Connection, Row, Values, Views

MOST_SECONDS = 10.0
"""Processor time of a statement; none takes a tenth of it on a sound library. A damaged index may
lead in a circle, which SQLite would follow for ever."""

_STEPS = 1_000_000
"""Instructions of SQLite between two looks at the clock: some hundredths of a second."""


class SqliteConnection:
    """A connection to a SQLite library."""

    is_postgres = False

    def __init__(self, raw: sqlite3.Connection) -> None:
        """Work on a connection of sqlite3 in autocommit mode."""
        self._raw = raw
        self._clock = _StatementClock()
        raw.set_progress_handler(self._clock.is_over, _STEPS)

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run one statement and return its rows; none if it is not a question.

        A text that damage has made unreadable comes as what can be read of it.
        """
        with self._clock:
            try:
                return self._raw.execute(sql, values or {}).fetchall()
            except sqlite3.OperationalError as error:
                from recall.storage.database.connections import broken_text

                if not broken_text.is_broken_text(error):
                    raise
                return broken_text.rows_with_broken_text(self._raw, sql, values or {})

    stored_rows = rows
    """Questions see the tables themselves."""

    def execute(self, sql: str, values: Values | None = None) -> int:
        """Run one statement that writes; return how many rows it touched."""
        with self._clock:
            return self._raw.execute(sql, values or {}).rowcount

    def execute_many(self, sql: str, values: Sequence[Values]) -> None:
        """Run one statement that writes, once for each set of values.

        Values are bound by place: sqlite3 takes twice as long to look up each by its name.
        """
        import re
        from operator import itemgetter

        names = re.findall(r":(\w+)", sql)
        with self._clock:
            if not names[1:]:  # itemgetter gives a tuple of two or more
                self._raw.executemany(sql, values)
            else:
                by_place = re.sub(r":\w+", "?", sql)
                self._raw.executemany(by_place, map(itemgetter(*names), values))

    def run(self, sql: str) -> None:
        """Run one statement as it is written."""
        with self._clock:
            self._raw.execute(sql)

    def ask(self, sql: str) -> sqlite3.Cursor:
        """Run one question and return its cursor."""
        with self._clock:
            return self._raw.execute(sql)

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()


class _StatementClock:
    """The processor time of one statement, for sqlite3's progress handler.

    It is read only once the handler runs: most statements end before that, and asking the system
    for it takes longer than many of them.

    Ctrl-C that comes while the handler runs ends the statement too, and sqlite3 forgets why.
    """

    def __init__(self) -> None:
        """Begin with no statement."""
        self._began: float | None = None
        self._has_ended_it = False

    def __enter__(self) -> None:
        """Begin a statement."""
        self._began = None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """End it; KeyboardInterrupt if it was ended before its time."""
        if error is not None and not self._has_ended_it and str(error) == _ENDED:
            raise KeyboardInterrupt from error

    def is_over(self) -> bool:
        """Return whether the statement has had its time."""
        if self._began is None:
            self._began = thread_time()
        self._has_ended_it = thread_time() - self._began > MOST_SECONDS
        return self._has_ended_it


_ENDED = "interrupted"
"""What sqlite3 says of a statement that its progress handler has ended."""


def reading(
    location: Location,
    timeout: float,
    told: Callable[[], None] = nothing,
    views: Views | None = None,
) -> Connection:
    """Open a library that is there; nothing can be written through this connection.

    It is not opened read-only, so that a journal left by a killed process can be rolled back.
    told is called if others have kept it locked for a while.
    """
    raw = open_file(location, timeout)
    connection: Connection = SqliteConnection(raw)
    try:
        set_timeout(raw, 0)
        wait_for(lambda: check_sqlite(raw.execute, location), timeout, told)
        if views:
            from recall.storage.database.connections.standing_views import seen_through

            connection = seen_through(connection, views)
        raw.execute("PRAGMA query_only = 1")
        set_timeout(raw, timeout)
    except BaseException:
        raw.close()
        raise
    return connection


def open_file(location: Location, timeout: float) -> sqlite3.Connection:
    """Open the file of a library that is there."""
    path = str(location.path)
    if not os.path.exists(path):  # sqlite3 would make it
        raise NoLibrary(location)
    return sqlite3.connect(path, timeout=timeout, isolation_level=None)


def set_timeout(raw: sqlite3.Connection, seconds: float) -> None:
    """Let every statement from now on wait for others as SQLite does; 0 is not at all."""
    raw.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
