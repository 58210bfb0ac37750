"""The one door to the library: reads as plain SQL, writes as whole actions."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, Self

from recall.errors import StorageError
from recall.storage.failures import storage_error
from recall.storage.location import Location, locate
from recall.storage.version import NoLibrary, check_sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

Row = tuple[Any, ...]

TIMEOUT_SECONDS = 5
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

    def __init__(self, database_url: str, timeout: float = TIMEOUT_SECONDS) -> None:
        """Open nothing yet: the first question does."""
        self.location: Location = locate(database_url)
        self.timeout = timeout
        self._light: sqlite3.Connection | None = None
        self._engine: Engine | None = None
        self._open: Connection | None = None

    def __enter__(self) -> Self:
        """Use as a with block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close at the end of the with block."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        if self._light is not None:
            self._light.close()
            self._light = None
        if self._open is not None:
            self._open.close()
            self._open = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Run a SELECT with `:name` parameters; StorageError when the database cannot."""
        try:
            if self.location.path is not None:
                return self._sqlite().execute(sql, params or {}).fetchall()
            return fetch(self._postgres(), sql, params)
        except StorageError:
            raise
        except Exception as error:
            raise storage_error(error, self.location) from error

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several reads see one and the same state."""
        if self.location.path is None:
            yield  # PostgreSQL reads run in one repeatable-read transaction as it is
            return
        self.rows("BEGIN")
        try:
            yield
        finally:
            self.rows("ROLLBACK")

    @contextmanager
    def transaction(self) -> "Iterator[Connection]":
        """Write: everything inside is kept, or nothing is."""
        if self._open is not None:  # PostgreSQL: the reading transaction must not go stale
            self._open.close()
            self._open = None
        try:
            with self.engine().connect() as connection:
                if self.location.path is None:
                    from recall.storage.version import check_postgres

                    check_postgres(connection, self.location)
                    connection.rollback()
                with connection.begin():
                    yield connection
        except (ImportError, RuntimeError, TypeError, ValueError):
            raise
        except Exception as error:
            if type(error).__module__.startswith(("sqlalchemy", "sqlite3", "psycopg")):
                raise storage_error(error, self.location) from error
            raise

    def engine(self) -> "Engine":
        """The SQLAlchemy engine, made when it is first needed."""
        if self._engine is None:
            from recall.storage.engine import make_engine

            if self.location.path is not None:
                self._sqlite()  # a file that is not a library is refused before any write
            self._engine = make_engine(self.location, self.timeout)
        return self._engine

    def _sqlite(self) -> sqlite3.Connection:
        if self._light is None:
            path = str(self.location.path)
            if not os.path.exists(path):
                raise NoLibrary(self.location)
            # Read-write, so that a journal left by a killed process can be rolled back;
            # query_only keeps this door for reading all the same.
            escaped = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
            light = sqlite3.connect(
                f"file:{escaped}?mode=rw", uri=True, timeout=self.timeout, isolation_level=None
            )
            try:
                light.execute("PRAGMA query_only = 1")
                check_sqlite(light, self.location)
            except BaseException:
                light.close()
                raise
            self._light = light
        return self._light

    def _postgres(self) -> "Connection":
        if self._open is None:
            from recall.storage.version import check_postgres

            connection = self.engine().connect()
            try:
                check_postgres(connection, self.location)
            except BaseException:
                connection.close()
                raise
            self._open = connection
        return self._open


def fetch(connection: "Connection", sql: str, params: Mapping[str, object] | None) -> list[Row]:
    """Run plain SQL on a SQLAlchemy connection."""
    from sqlalchemy import text

    return [tuple(row) for row in connection.execute(text(sql), dict(params or {}))]
