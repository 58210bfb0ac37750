"""Makes the SQLAlchemy engine that writes go through."""

import sqlite3

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url

from recall.errors import StorageError
from recall.storage.location import Location

SHORTEST_CONNECT = 2
"""Seconds; libpq takes less for no limit at all."""


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
    own = make_url(url).query.get("options", "")  # such as the schema to work in
    options = f"{own} -c lock_timeout={int(timeout * 1000)}"
    limits = {"connect_timeout": max(SHORTEST_CONNECT, int(timeout)), "options": options.strip()}
    try:
        return create_engine(
            url, poolclass=NullPool, isolation_level="REPEATABLE READ", connect_args=limits
        )
    except ImportError as error:
        raise StorageError(
            "PostgreSQL needs its driver; install it with: pip install 'recall-reading[postgres]'"
        ) from error
