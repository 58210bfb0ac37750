"""The one door to the library: plain SQL with `:name` values, for questions and for writes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol, Self

from recall.storage.database import sqlite
from recall.storage.database.location import TIMEOUT_SECONDS, Location, locate

if TYPE_CHECKING:
    from recall.storage.database.connection import Connection, Row
    from recall.storage.database.postgres import Server


class Reads(Protocol):
    """Anything that runs plain SELECTs: the store, or an action inside it."""

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> "list[Row]":
        """Run a SELECT with `:name` parameters."""
        ...


class Store:
    """An open library. Not shared between threads; close it, or use it in a with block.

    SQL for SQLite goes straight through sqlite3, because importing SQLAlchemy costs more than
    the whole daily command; the same SQL goes to PostgreSQL through SQLAlchemy.
    """

    def __init__(
        self,
        database_url: str,
        timeout: float = TIMEOUT_SECONDS,
        inside: "Connection | None" = None,
    ) -> None:
        """Prepare a library; the first query opens it.

        With inside, everything is part of that connection's transaction, and its owner
        ends it.
        """
        self.location: Location = locate(database_url)
        self.timeout = timeout
        self._inside = inside
        self._reading: Connection | None = inside
        self._server: Server | None = None

    def __enter__(self) -> Self:
        """Use as a with block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close at the end of the with block."""
        self.close()

    def close(self) -> None:
        """Close the connections. A later query opens them again."""
        if self._reading is not None and self._reading is not self._inside:
            self._reading.close()
        self._reading, self._server = self._inside, None

    def check(self) -> None:
        """Refuse a library that is missing, or that is not of this program's revision."""
        with _translated(self.location):
            self._open()

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> "list[Row]":
        """Run a SELECT with `:name` parameters; StorageError if the database fails."""
        with _translated(self.location):
            return self._open().rows(sql, params)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several reads see the same state."""
        level = "" if self.location.path is not None else " ISOLATION LEVEL REPEATABLE READ"
        self.rows(f"BEGIN{level}")
        try:
            yield
        except BaseException:
            with suppress(Exception):  # the first error says more than that of a lost connection
                self.rows("ROLLBACK")
            raise
        self.rows("ROLLBACK")

    @contextmanager
    def transaction(self) -> "Iterator[Connection]":
        """Open a transaction for writing: everything inside is kept, or nothing."""
        with _translated(self.location):
            if self._inside is not None:
                with _nested(self._inside):
                    yield self._inside
            elif self.location.path is not None:
                with sqlite.writing(self.location, self.timeout) as light:
                    yield light
            else:
                with self._postgres().writing() as connection:
                    yield connection

    def _open(self) -> "Connection":
        if self._reading is None:
            if self.location.path is not None:
                self._reading = sqlite.reading(self.location, self.timeout)
            else:
                self._reading = self._postgres().reading()
        return self._reading

    def _postgres(self) -> "Server":
        if self._server is None:
            from recall.storage.database.postgres import Server

            self._server = Server(self.location, self.timeout)
        return self._server


@contextmanager
def _translated(location: Location) -> Iterator[None]:
    """As `failures.translated`, which is loaded only when something fails."""
    try:
        yield
    except Exception as error:
        from recall.storage.database.failures import translation

        told = translation(error, location)
        if told is None:
            raise
        raise told from error


@contextmanager
def _nested(connection: "Connection") -> Iterator[None]:
    """Let a part of a transaction fail without the rest."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        with suppress(Exception):  # all of it is rolled back already, as on a full disk
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")
