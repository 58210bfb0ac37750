"""Makes the SQLAlchemy engine."""

import logging
import sqlite3
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url

from recall.errors import BadInput, StorageError
from recall.loggers import ours_alone
from recall.storage.database.connections import patience as patiences
from recall.storage.database.connections.patience import Patience
from recall.storage.database.location import SERVER_SECONDS, Location

_CONNECT_SECONDS = range(2, 8)
"""libpq takes a smaller value to mean no limit."""

_WHILE_IT_LIVES = {
    "keepalives": 1,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # in milliseconds; the others are in seconds
    "client_encoding": "utf8",  # else the server's own, in which a text may not be told
}
"""What notices a network that is gone; `patience` notices a server that is there and silent."""

_OF_THE_SERVER = {
    "statement_timeout": 30_000,
    "idle_in_transaction_session_timeout": 30_000,
    "tcp_keepalives_idle": 20,
    "tcp_keepalives_interval": 5,
    "tcp_keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
"""How the server notices that recall is gone, so that nobody else waits for its locks.

Each is longer than recall itself waits for a server.
"""

for _logger in ("sqlalchemy", "psycopg", "alembic"):
    # Python writes what nobody listens to on the terminal; here it is told by the error itself.
    logging.getLogger(_logger).addHandler(logging.NullHandler())


def make_engine(location: Location, timeout: float, patience: Patience | None = None) -> Engine:
    """Return an engine whose transactions on SQLite take the write lock at once.

    timeout: seconds to wait for others. patience: that of the server, a new one by default.

    By default sqlite3 begins a transaction only at the first INSERT and never for DDL. With an
    explicit BEGIN IMMEDIATE, reads inside an action see the state it will change, and a failed
    migration leaves nothing behind.
    """
    ours_alone()
    if location.path is None:
        new = Patience(patiences.LIMIT_SECONDS) if patience is None else patience
        return _postgres(str(location.url), min(timeout, SERVER_SECONDS), new)
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


def _postgres(url: str, timeout: float, patience: Patience) -> Engine:
    try:
        engine = create_engine(
            url,
            poolclass=NullPool,
            isolation_level="REPEATABLE READ",
            use_native_hstore=False,  # which would be asked for at each start
            connect_args=_limits(make_url(url).query, timeout),
        )
        from recall.storage.database.connections.patient import connect
    except ImportError as error:
        raise StorageError(
            "PostgreSQL needs its driver; install it with: pip install 'recall-reading[postgres]'"
        ) from error

    except ValueError as error:  # SQLAlchemy may read the address otherwise than `problem` did
        raise BadInput(
            "the database URL is not one recall can use; the port behind its host must be a number"
        ) from error

    def connect_patiently(_dialect: object, _record: object, args: Any, given: Any) -> Any:
        return connect(patience, *args, **given)

    event.listen(engine, "do_connect", connect_patiently)
    return engine


def _limits(own: Mapping[str, object], timeout: float) -> dict[str, object]:
    """Return libpq's connection parameters, unless the URL sets them itself."""
    told = {"lock_timeout": int(timeout * 1000), **_OF_THE_SERVER}
    # The URL's options, such as the schema, come last: the last setting of a name counts.
    options = " ".join([*(f"-c {name}={value}" for name, value in told.items())])
    usual = {**_WHILE_IT_LIVES, "connect_timeout": _connect_seconds(timeout)}
    unsaid = {name: value for name, value in usual.items() if name not in own}
    return {**unsaid, "options": f"{options} {own.get('options', '')}".strip()}


def _connect_seconds(timeout: float) -> int:
    return max(_CONNECT_SECONDS[0], min(int(timeout), _CONNECT_SECONDS[-1]))
