"""The one door to the library: reads as plain SQL, writes as whole actions."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, Self

from recall.storage.database.failures import translated
from recall.storage.database.location import Location, locate
from recall.storage.database.version import NoLibrary, check, check_sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

Row = tuple[Any, ...]

TIMEOUT_SECONDS = 5.0
"""How long to wait for another process that holds the library."""


class Reads(Protocol):
    """Whatever can answer a plain SQL question: the store, or an action inside it."""

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Run a SELECT with `:name` parameters."""
        ...


class Store:
    """An open library. Not shared between threads; close it, or use it in a with block.

    On SQLite, reads go straight through sqlite3, because importing SQLAlchemy costs more
    than the whole daily command; on PostgreSQL the same SQL runs through SQLAlchemy.
    """

    def __init__(
        self,
        database_url: str,
        timeout: float = TIMEOUT_SECONDS,
        inside: "Connection | None" = None,
    ) -> None:
        """Open nothing yet: the first question does.

        With inside given, everything is part of that connection's transaction, which
        whoever began it ends.
        """
        self.location: Location = locate(database_url)
        self.timeout = timeout
        self._inside = inside
        self._light: sqlite3.Connection | None = None
        self._engine: Engine | None = None
        self._reading: Connection | None = None

    def __enter__(self) -> Self:
        """Use as a with block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close at the end of the with block."""
        self.close()

    def close(self) -> None:
        """Let go of the database. A question asked later opens it again."""
        for held in (self._light, self._reading):
            if held is not None:
                held.close()
        self._light = self._reading = self._engine = None

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Run a SELECT with `:name` parameters; StorageError when the database cannot."""
        with translated(self.location):
            if self._inside is not None:
                return fetch(self._inside, sql, params)
            if self.location.path is not None:
                return self._sqlite().execute(sql, params or {}).fetchall()
            return fetch(self._postgres(), sql, params)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several reads see one and the same state."""
        level = "" if self.location.path is not None else " ISOLATION LEVEL REPEATABLE READ"
        self.rows(f"BEGIN{level}")
        try:
            yield
        finally:
            self.rows("ROLLBACK")

    @contextmanager
    def transaction(self) -> "Iterator[Connection]":
        """Write: everything inside is kept, or nothing is."""
        with translated(self.location):
            if self._inside is not None:
                with self._inside.begin_nested():
                    yield self._inside
                return
            with self.engine().connect() as connection:
                # Another process may have upgraded it since. Asked apart, because the question
                # would already fix what a repeatable read sees, before it has its lock.
                check(connection, self.location)
                connection.rollback()
                with connection.begin():
                    yield connection

    def engine(self) -> "Engine":
        """The SQLAlchemy engine, made when it is first needed."""
        if self._engine is None:
            from recall.storage.database.engine import make_engine

            if self.location.path is not None:
                self._sqlite()  # a missing file would be made by the first write
            self._engine = make_engine(self.location, self.timeout)
        return self._engine

    def _sqlite(self) -> sqlite3.Connection:
        if self._light is None:
            path = str(self.location.path)
            if not os.path.exists(path):
                raise NoLibrary(self.location)
            # Not opened read-only, so that a journal left by a killed process can be rolled
            # back; query_only keeps this door for reading all the same.
            light = sqlite3.connect(path, timeout=self.timeout, isolation_level=None)
            try:
                light.execute("PRAGMA query_only = 1")
                check_sqlite(light.execute, self.location)
            except BaseException:
                light.close()
                raise
            self._light = light
        return self._light

    def _postgres(self) -> "Connection":
        if self._reading is None:
            # Each question by itself: a transaction left open would show an ever older state.
            connection = self.engine().connect().execution_options(isolation_level="AUTOCOMMIT")
            try:
                connection.exec_driver_sql("SET default_transaction_read_only = on")
                check(connection, self.location)
            except BaseException:
                connection.close()
                raise
            self._reading = connection
        return self._reading


def fetch(connection: "Connection", sql: str, params: Mapping[str, object] | None) -> list[Row]:
    """Run plain SQL on a SQLAlchemy connection."""
    from sqlalchemy import text

    result = connection.execute(text(sql), dict(params or {}))
    return [tuple(row) for row in result] if result.returns_rows else []
