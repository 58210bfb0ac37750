"""Makes the tables of new libraries: Alembic does it once, and its statements are repeated.

Reading the migrations and working through them takes ten times as long as what they do. On
PostgreSQL a later library of the same database takes the tables that are ready there. The tests of
the migrations themselves have Alembic at work each time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, event

from recall.storage.database.migrate import MIGRATIONS
from testing.databases import postgres_tables

Statement = tuple[str, Any]
"""SQL as the driver gets it, and its parameters."""

COUNT_TABLES = {
    "sqlite": "SELECT count(*) FROM sqlite_master",
    "postgresql": "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()",
}

_alembic = command.upgrade
_seen: dict[str, list[Statement]] = {}


@contextmanager
def fast() -> Iterator[None]:
    """Meanwhile new libraries get their tables by the statements that were seen before."""
    with patch.object(command, "upgrade", _upgrade):
        yield


def _upgrade(config: Config, revision: str) -> None:
    connection: Connection = config.attributes["connection"]
    name = connection.dialect.name
    if revision != "head" or not _is_new(connection, config):
        _alembic(config, revision)
    elif name == "postgresql":
        _take_or_make(connection, config, revision)
    else:
        _make(connection, config, revision)


def _take_or_make(connection: Connection, config: Config, revision: str) -> None:
    cursor = connection.connection.cursor()
    if not postgres_tables.take(cursor):
        _make(connection, config, revision)
        postgres_tables.mark(cursor)
    cursor.close()


def _make(connection: Connection, config: Config, revision: str) -> None:
    name = connection.dialect.name
    if name in _seen:
        _repeat(connection, _seen[name])
        return
    with _recording(connection) as statements:
        _alembic(config, revision)
    _seen[name] = statements


def _is_new(connection: Connection, config: Config) -> bool:
    own = config.get_main_option("script_location") == str(MIGRATIONS)
    sql = COUNT_TABLES[connection.dialect.name]
    return own and connection.exec_driver_sql(sql).scalar_one() == 0


@contextmanager
def _recording(connection: Connection) -> Iterator[list[Statement]]:
    statements: list[Statement] = []

    def see(_: Connection, __: object, sql: str, parameters: Any, *___: object) -> None:
        if not sql.lstrip().startswith("SELECT"):
            statements.append((sql, parameters))

    event.listen(connection, "before_cursor_execute", see)
    yield statements
    event.remove(connection, "before_cursor_execute", see)


def _repeat(connection: Connection, statements: list[Statement]) -> None:
    cursor = connection.connection.cursor()
    for sql, parameters in statements:
        cursor.execute(sql, parameters)
    cursor.close()
