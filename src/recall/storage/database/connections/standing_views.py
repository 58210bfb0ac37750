"""Views that stand for damaged tables, the same on either database."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from recall.storage.database.connections.connection import Connection, Row, Values, Views

T = TypeVar("T")


def seen_through(connection: Connection, views: Views) -> Connection:
    """Return a connection whose questions see these views in place of the tables."""
    make(connection, views)
    return _Viewed(connection, views)


def made_already(connection: Connection, views: Views) -> Connection:
    """Return the same for a connection on which `make` has made the views."""
    return _Viewed(connection, views) if views else connection


def make(connection: Connection, views: Views) -> None:
    """Make temporary views with the names of tables; questions find these first."""
    for table, sql in views.items():
        connection.run(f'CREATE TEMP VIEW "{table}" AS {sql}')


class _Viewed:
    """A connection whose questions see views. What writes sees the tables."""

    def __init__(self, inner: Connection, views: Views) -> None:
        self._inner = inner
        self._views = views
        self.is_postgres = inner.is_postgres

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        if sql.startswith("INSERT"):
            return self.stored_rows(sql, values)
        return self._inner.rows(sql, values)

    def stored_rows(self, sql: str, values: Values | None = None) -> list[Row]:
        return self._without(self._inner.rows, sql, values)

    def execute(self, sql: str, values: Values | None = None) -> int:
        return self._without(self._inner.execute, sql, values)

    def execute_many(self, sql: str, values: Sequence[Values]) -> None:
        self._without(self._inner.execute_many, sql, values)

    def run(self, sql: str) -> None:
        self._inner.run(sql)

    def close(self) -> None:
        self._inner.close()

    def _without(self, do: Callable[..., T], sql: str, values: object) -> T:
        schema = "pg_temp" if self.is_postgres else "temp"
        for table in self._views:
            self._inner.run(f'DROP VIEW {schema}."{table}"')
        done = do(sql, values)
        make(self._inner, self._views)
        return done
