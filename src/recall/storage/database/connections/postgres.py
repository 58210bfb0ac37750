"""PostgreSQL, through SQLAlchemy's engine and `text()`. Loaded only for a library there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, text

from recall.storage.database.connections.connection import Row, Values
from recall.storage.database.connections.engine import make_engine
from recall.storage.database.location import Location
from recall.storage.database.version import check


class PostgresConnection:
    """A connection to a PostgreSQL library."""

    is_postgres = True

    def __init__(self, connection: Connection) -> None:
        """Work on a connection of SQLAlchemy."""
        self._connection = connection

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run one statement and return its rows; none if it is not a question."""
        result = self._connection.execute(text(sql), dict(values or {}))
        return [tuple(row) for row in result] if result.returns_rows else []

    def execute(self, sql: str, values: Values | None = None) -> int:
        """Run one statement that writes; return how many rows it touched."""
        return self._connection.execute(text(sql), dict(values or {})).rowcount

    def execute_many(self, sql: str, values: Sequence[Values]) -> None:
        """Run one statement that writes, once for each set of values; there must be some."""
        self._connection.execute(text(sql), [dict(one) for one in values])

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()


class Server:
    """The server of one library; its engine is made once for all connections."""

    def __init__(self, location: Location, timeout: float) -> None:
        """Connect to nothing yet. timeout: seconds to wait for whoever holds the library."""
        self._location = location
        self._engine = make_engine(location, timeout)

    def reading(self) -> PostgresConnection:
        """Connect to a library that is there; nothing can be written through this connection.

        Each question stands by itself: a transaction left open would show an ever older state.
        """
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            connection.exec_driver_sql("SET default_transaction_read_only = on")
            check(connection, self._location)
        except BaseException:
            connection.close()
            raise
        return PostgresConnection(connection)

    @contextmanager
    def writing(self, wait: float | None = None) -> Iterator[PostgresConnection]:
        """One transaction: everything inside is kept, or nothing is.

        wait: seconds to wait for a lock; None is the engine's timeout.
        """
        with self._engine.connect() as connection:
            # Another process may have upgraded it since. Asked apart, because the question would
            # already fix what a repeatable read sees, before it has its lock.
            check(connection, self._location)
            connection.rollback()
            with connection.begin():
                if wait is not None:
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(wait * 1000)}")
                yield PostgresConnection(connection)
