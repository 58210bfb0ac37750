"""The one door to the library: plain SQL with `:name` values, for questions and for writes."""

from __future__ import annotations

from recall.errors import StorageError
from recall.storage.database.connections import sqlite
from recall.storage.database.connections.waiting import nothing
from recall.storage.database.location import TIMEOUT_SECONDS, Location, locate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from typing import NoReturn, Self

    from recall.storage.database.connections.connection import Connection, Row, Views
    from recall.storage.database.connections.postgres import Server


class Store:
    """An open library. Not shared between threads; close it, or use it in a with block.

    SQL for SQLite goes straight through sqlite3, because importing SQLAlchemy costs more than
    the whole daily command; the same SQL goes to PostgreSQL through SQLAlchemy.
    """

    def __init__(
        self,
        database_url: str,
        timeout: float = TIMEOUT_SECONDS,
        inside: Connection | None = None,
    ) -> None:
        """Prepare a library; the first query opens it.

        With inside, everything is part of that connection's transaction, and its owner
        ends it.
        """
        self.location: Location = locate(database_url)
        self.timeout = timeout
        self.inside = inside
        self._reading: Connection | None = inside
        self._server: Server | None = None
        self._is_for_looking = False
        self._views: Views = {}
        self.acted: list[str] = []
        """The kinds of the actions that were done through this store, and copies of it."""
        self.told: Callable[[], None] = nothing
        """Called if others keep the library locked for a while."""
        self.has_done = False
        """Whether anything was stored through this: an error that follows must not deny it."""

    def __enter__(self) -> Self:
        """Use as a with block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close at the end of the with block."""
        self.close()

    def close(self) -> None:
        """Close the connections. A later query opens them again."""
        if self._reading is not None and self._reading is not self.inside:
            self._reading.close()
        self._reading, self._server = self.inside, None

    def check(self) -> None:
        """Refuse a library that is missing, or that is not of this program's revision.

        An error says nothing of changes: a page is opened after what another request has changed.
        """
        try:
            self.open()
        except Exception as error:
            from recall.storage.database.failures import ONLY_LOOKED

            self._raise_translated(error, ONLY_LOOKED)

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Run a SELECT with `:name` parameters; StorageError if the database fails."""
        try:
            return self.open().rows(sql, params)
        except Exception as error:
            self._raise_translated(error, self.standing())

    def snapshot(self) -> AbstractContextManager[None]:
        """Let several reads see the same state."""
        from recall.storage.transactions import snapshot

        return snapshot(self)

    def transaction(self, wait: float | None = None) -> AbstractContextManager[Connection]:
        """Open a transaction for writing: everything inside is kept, or nothing.

        wait: seconds to wait for whoever writes now; None is the store's timeout.
        """
        if self._is_for_looking:
            raise StorageError("the library was opened to look at it; nothing was changed")
        from recall.storage.transactions import transaction

        return transaction(self, wait, self._views)

    def set_aside(self, views: Views) -> None:
        """Let questions see these views in place of the tables that damage has touched."""
        self.close()
        self._views = views

    def within(self, connection: Connection) -> Store:
        """Return this library as a part of a connection's transaction, which its owner ends."""
        from copy import copy

        part = copy(self)
        part.inside = part._reading = connection
        return part

    def for_looking(self) -> Store:
        """Return the same library, in which nothing can be written: StorageError says so."""
        from copy import copy

        looking = copy(self)
        looking._is_for_looking = True
        return looking

    def open(self) -> Connection:
        """Return the connection that reads; it is opened once."""
        if self._reading is None:
            if self.location.path is not None:
                reading = sqlite.reading
                self._reading = reading(self.location, self.timeout, self.told, self._views)
            else:
                self._reading = self.server().reading(self._views)
        return self._reading

    def server(self) -> Server:
        """Return the PostgreSQL server of the library."""
        if self._server is None:
            from recall.storage.database.connections.postgres import Server

            self._server = Server(self.location, self.timeout)
        return self._server

    def standing(self) -> str:
        """Return what an error can truthfully say about changes."""
        from recall.storage.database import failures

        if self._is_for_looking:
            return failures.ONLY_LOOKED
        return failures.DONE_BEFORE if self.has_done else failures.NOTHING_DONE

    def _raise_translated(self, error: Exception, standing: str) -> NoReturn:
        """Raise a database's error as a sentence for a person; any other as it is."""
        from recall.storage.database.failures import translation

        sentence = translation(error, self.location, standing)
        if sentence is None:
            raise error
        raise sentence from error


def give_up() -> None:
    """Wait for no database server any more, in any thread, because this process ends."""
    from recall.storage.database.connections.patience import give_up_all

    give_up_all()
