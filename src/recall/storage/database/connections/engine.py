"""Makes the SQLAlchemy engine."""

import sqlite3
from collections.abc import Mapping

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url

from recall.errors import StorageError
from recall.loggers import ours_alone
from recall.storage.database.location import SERVER_SECONDS, Location

SHORTEST_CONNECT_SECONDS = 2
"""Seconds; libpq takes a smaller value to mean no limit."""

_WHILE_IT_LIVES = {
    "keepalives": 1,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # in milliseconds; the others are in seconds
}
"""Limits that give up on an unresponsive server within a minute; the system would wait for hours.

There is no statement_timeout: the server would have to enforce it, and the server is what is gone;
and a long import or migration on a slow server is no error. lock_timeout limits waiting for others.
"""


def make_engine(location: Location, timeout: float) -> Engine:
    """Return an engine whose transactions on SQLite take the write lock at once.

    By default sqlite3 begins a transaction only at the first INSERT and never for DDL. With an
    explicit BEGIN IMMEDIATE, reads inside an action see the state it will change, and a failed
    migration leaves nothing behind.
    """
    ours_alone()
    if location.path is None:
        return _postgres(str(location.url), min(timeout, SERVER_SECONDS))
    path = location.path

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(path, timeout=timeout, isolation_level=None)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "connect", _foreign_keys)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _foreign_keys(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgres(url: str, timeout: float) -> Engine:
    try:
        return create_engine(
            url,
            poolclass=NullPool,
            isolation_level="REPEATABLE READ",
            connect_args=_limits(make_url(url).query, timeout),
        )
    except ImportError as error:
        raise StorageError(
            "PostgreSQL needs its driver; install it with: pip install 'recall-reading[postgres]'"
        ) from error


def _limits(own: Mapping[str, object], timeout: float) -> dict[str, object]:
    """Return libpq's connection parameters, unless the URL sets them itself."""
    # The URL's options, such as the schema, come last: the last setting of a name counts.
    options = f"-c lock_timeout={int(timeout * 1000)} {own.get('options', '')}"
    usual = {**_WHILE_IT_LIVES, "connect_timeout": max(SHORTEST_CONNECT_SECONDS, int(timeout))}
    unsaid = {name: value for name, value in usual.items() if name not in own}
    return {**unsaid, "options": options.strip()}
