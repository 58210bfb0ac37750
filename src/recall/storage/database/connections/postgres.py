"""PostgreSQL, through SQLAlchemy's engine and `text()`. Loaded only for a library there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, text

from recall.storage.database.connections.connection import Row, Values, Views
from recall.storage.database.connections.engine import make_engine
from recall.storage.database.location import Location
from recall.storage.database.version import check


class PostgresConnection:
    """A connection to a PostgreSQL library."""

    is_postgres = True

    def __init__(self, connection: Connection) -> None:
        """Work on a connection of SQLAlchemy."""
        self._connection = connection
        self._views: Views = {}

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run one statement and return its rows; none if it is not a question."""
        if self._views and sql.startswith("INSERT"):
            return self.stored_rows(sql, values)
        result = self._connection.execute(text(sql), dict(values or {}))
        return [tuple(row) for row in result] if result.returns_rows else []

    def stored_rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run a question about the tables as they are stored, also where rows are set aside."""
        views = self._views
        self._without(views)
        found = self.rows(sql, values)
        self.set_aside(views)
        return found

    def set_aside(self, views: Views) -> None:
        """Let questions see these views in place of the tables; what writes sees the tables."""
        for table, sql in views.items():
            self._connection.exec_driver_sql(f'CREATE TEMP VIEW "{table}" AS {sql}')
        self._views = views

    def _without(self, views: Views) -> None:
        for table in views:
            self._connection.exec_driver_sql(f'DROP VIEW pg_temp."{table}"')
        self._views = {}

    def execute(self, sql: str, values: Values | None = None) -> int:
        """Run one statement that writes; return how many rows it touched."""
        views = self._views
        self._without(views)
        touched = self._connection.execute(text(sql), dict(values or {})).rowcount
        self.set_aside(views)
        return touched

    def execute_many(self, sql: str, values: Sequence[Values]) -> None:
        """Run one statement that writes, once for each set of values; there must be some."""
        views = self._views
        self._without(views)
        self._connection.execute(text(sql), [dict(one) for one in values])
        self.set_aside(views)

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()


class Server:
    """The server of one library; its engine is made once for all connections."""

    def __init__(self, location: Location, timeout: float) -> None:
        """Connect to nothing yet. timeout: seconds to wait for whoever holds the library."""
        self._location = location
        self._engine = make_engine(location, timeout)

    def reading(self, views: Views | None = None) -> PostgresConnection:
        """Connect to a library that is there; nothing can be written through this connection.

        Each question stands by itself: a transaction left open would show an ever older state.
        """
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            check(connection, self._location)
            made = PostgresConnection(connection)
            made.set_aside(views or {})
            connection.exec_driver_sql("SET default_transaction_read_only = on")
        except BaseException:
            connection.close()
            raise
        return made

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
