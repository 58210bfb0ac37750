"""Creates and upgrades libraries with Alembic. Imported only for that."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection as SqlConnection
from sqlalchemy import func, select

from recall.errors import StorageError
from recall.storage.database import version
from recall.storage.database.connections.committing import committed
from recall.storage.database.connections.connection import Connection, Fill
from recall.storage.database.connections.engine import make_engine
from recall.storage.database.connections.postgres import PostgresConnection, fate_engine
from recall.storage.database.connections.sqlite import SqliteConnection
from recall.storage.database.creating import Created, make_file
from recall.storage.database.failures import translated
from recall.storage.database.library_file.backup import copy_sqlite
from recall.storage.database.location import TIMEOUT_SECONDS, Location, locate

MIGRATIONS = Path(__file__).parent / "migrations"


def create(database_url: str, fill: Fill, revision: str = "head") -> Created:
    """Create a library by all migrations and fill it, in one transaction, if there is none.

    If two processes try at once, one creates it and the other finds it there. revision is that
    of an older library, such as `0007`.
    """
    location = locate(database_url)
    if location.path is not None:
        return make_file(location, lambda draft: _make(draft, fill, revision))
    with _alone(location) as connection:
        is_missing = _is(version.NoLibrary, connection, location)
        if is_missing:
            _migrate(connection, fill, revision)
    return Created(is_missing)


def _make(location: Location, fill: Fill, revision: str) -> None:
    with _alone(location) as connection:
        _migrate(connection, fill, revision)


def _migrate(connection: SqlConnection, fill: Fill, revision: str) -> None:
    command.upgrade(configuration(connection), revision)
    fill(_plain(connection))


def upgrade(database_url: str, scripts: Path = MIGRATIONS) -> Path | None:
    """Bring a library to the newest revision; return the path of the copy made before.

    None if no copy was made: on PostgreSQL, or if another process was first.
    """
    location = locate(database_url)
    with _alone(location) as connection:
        if not _is(version.OldLibrary, connection, location):
            return None
        backup = _copy(location)
        command.upgrade(configuration(connection, scripts), "head")
        return backup


def configuration(connection: SqlConnection, scripts: Path = MIGRATIONS) -> Config:
    """Return Alembic's configuration for this connection and its transaction."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _alone(location: Location) -> Iterator[SqlConnection]:
    """Open a transaction in which no other process can create or migrate the library."""
    engine = make_engine(location, TIMEOUT_SECONDS)
    with translated(location):
        if location.path is not None:
            with engine.connect() as connection, connection.begin():
                yield connection
            return
        with committed(engine, lambda: fate_engine(location)) as connection:
            # Read committed, to see what others did while this one waited for the lock.
            connection.execution_options(isolation_level="READ COMMITTED")
            connection.execute(select(func.pg_advisory_xact_lock(version.APPLICATION_ID)))
            yield connection


def _plain(connection: SqlConnection) -> Connection:
    """The same transaction for plain SQL, on SQLite without SQLAlchemy in between."""
    raw = connection.connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        return SqliteConnection(raw)
    return PostgresConnection(connection)


def _is(state: type[StorageError], connection: SqlConnection, location: Location) -> bool:
    try:
        version.check(connection, location)
    except state:
        return True
    return False


def _copy(location: Location) -> Path | None:
    if location.path is None:
        return None
    backup = Path(f"{location.path}.before-{version.HEAD:04d}")
    copy_sqlite(Path(location.path), backup)
    return backup
