"""PostgreSQL, through SQLAlchemy's engine and `text()`. Loaded only for a library there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection as SqlConnection
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from recall.storage.database.connections import patience as patiences
from recall.storage.database.connections.committing import committed
from recall.storage.database.connections.connection import Connection, Row, Values, Views
from recall.storage.database.connections.engine import make_engine
from recall.storage.database.connections.patience import Patience
from recall.storage.database.connections.standing_views import made_already, make
from recall.storage.database.location import TIMEOUT_SECONDS, Location
from recall.storage.database.version import check

_END_OF_SNAPSHOT = "ROLLBACK"


class PostgresConnection:
    """A connection to a PostgreSQL library."""

    is_postgres = True

    def __init__(self, connection: SqlConnection) -> None:
        """Work on a connection of SQLAlchemy."""
        self._connection = connection

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run one statement and return its rows; none if it is not a question."""
        result = self._connection.execute(text(sql), dict(values or {}))
        return [tuple(row) for row in result] if result.returns_rows else []

    def stored_rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run a question about the tables as they are stored."""
        return self.rows(sql, values)

    def execute(self, sql: str, values: Values | None = None) -> int:
        """Run one statement that writes; return how many rows it touched."""
        return self._connection.execute(text(sql), dict(values or {})).rowcount

    def execute_many(self, sql: str, values: Sequence[Values]) -> None:
        """Run one statement that writes, once for each set of values; there must be some."""
        self._connection.execute(text(sql), [dict(value) for value in values])

    def run(self, sql: str) -> None:
        """Run one statement as it is written."""
        self._connection.exec_driver_sql(sql)

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()


class Server:
    """The server of one library; its engine is made once for all connections."""

    def __init__(self, location: Location, timeout: float) -> None:
        """Connect to nothing yet. timeout: seconds to wait for whoever holds the library."""
        self._location = location
        self._engine = make_engine(location, timeout, Patience(patiences.LIMIT_SECONDS))

    def reading(self, views: Views | None = None) -> Connection:
        """Connect to a library that is there; nothing can be written through this connection.

        views stand for tables in its questions.
        """
        there = views or {}
        return made_already(ReadingConnection(self._engine, self._location, there), there)

    @contextmanager
    def writing(self, wait: float | None = None) -> Iterator[PostgresConnection]:
        """One transaction: everything inside is kept, or nothing is.

        wait: seconds to wait for a lock; None is the engine's timeout.
        """
        with committed(self._engine, lambda: fate_engine(self._location)) as connection:
            # Another process may have upgraded it since. Asked apart, because the question would
            # already fix what a repeatable read sees, before it has its lock.
            check(connection, self._location)
            connection.rollback()
            if wait is not None:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(wait * 1000)}")
            yield PostgresConnection(connection)


class ReadingConnection(PostgresConnection):
    """A connection for questions. Each stands by itself, unless a snapshot is open.

    A transaction left open would show an ever older state. If the server has ended the connection,
    as it does when it is started again, the question is asked once more on a new one.
    """

    def __init__(self, engine: Engine, location: Location, views: Views) -> None:
        """Connect, and check the library."""
        self._engine = engine
        self._location = location
        self._views = views
        super().__init__(self._connected())
        self._is_open = True

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run one statement and return its rows; none if it is not a question."""
        if not self._is_open:
            if sql == _END_OF_SNAPSHOT:  # which went with its connection
                return []
            self._open()
        is_alone = not _is_in_transaction(self._connection)
        try:
            return super().rows(sql, values)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            self.close()
            if not is_alone or _is_silent(error):
                raise
        self._open()
        return super().rows(sql, values)

    def close(self) -> None:
        """Let go of the server; the next question connects again."""
        self._is_open = False
        with suppress(Exception):  # it may be lost already
            super().close()

    def _open(self) -> None:
        self._connection = self._connected()
        self._is_open = True

    def _connected(self) -> SqlConnection:
        connection = self._engine.connect()
        try:
            connection = connection.execution_options(isolation_level="AUTOCOMMIT")
            make(PostgresConnection(connection), self._views)
            connection.exec_driver_sql("SET default_transaction_read_only = on")
            check(connection, self._location)
        except BaseException:
            with suppress(Exception):
                connection.close()
            raise
        return connection


def fate_engine(location: Location) -> Engine:
    """Return an engine with a patience of its own, to ask for the outcome of a transaction."""
    return make_engine(location, TIMEOUT_SECONDS, Patience(patiences.FATE_SECONDS))


def _is_in_transaction(connection: SqlConnection) -> bool:
    from psycopg.pq import TransactionStatus

    driver: Any = connection.connection.driver_connection
    return bool(driver.info.transaction_status != TransactionStatus.IDLE)


def _is_silent(error: DBAPIError) -> bool:
    from recall.storage.database.connections.patient import SilentServer

    return isinstance(error.orig, SilentServer)
