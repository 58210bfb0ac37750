"""Makes the SQLAlchemy engine that writes go through."""

import sqlite3
from collections.abc import Mapping

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url

from recall.errors import StorageError
from recall.storage.database.location import Location

SHORTEST_CONNECT_SECONDS = 2
"""Seconds; libpq takes less for no limit at all."""

_WHILE_IT_LIVES = {
    "keepalives": 1,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # the others are seconds, this is milliseconds
}
"""A server that is gone without a word is given up within a minute; the system waits for hours.

There is no statement_timeout: it would be kept by the server, which is the one that is gone; and
a long import or migration on a slow server is no fault. Waiting for others has lock_timeout.
"""


def make_engine(location: Location, timeout: float) -> Engine:
    """An engine whose transactions on SQLite take the write lock at once.

    sqlite3 by itself begins a transaction only at the first INSERT and never for DDL; with
    an explicit BEGIN IMMEDIATE a read inside an action sees what it will change, and a
    failed migration leaves nothing behind.
    """
    if location.path is None:
        return _postgres(str(location.url), timeout)
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
    """What libpq is told besides the URL, in which a person may have said it otherwise."""
    # Options are such as the schema to work in; the last one of a name counts.
    options = f"-c lock_timeout={int(timeout * 1000)} {own.get('options', '')}"
    usual = {**_WHILE_IT_LIVES, "connect_timeout": max(SHORTEST_CONNECT_SECONDS, int(timeout))}
    unsaid = {name: value for name, value in usual.items() if name not in own}
    return {**unsaid, "options": options.strip()}
