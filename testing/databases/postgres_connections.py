"""Keeps connections to PostgreSQL for the next one who connects with the same parameters.

Each transaction of a library has a connection of its own, and the server starts a process for it
that reads the catalog anew: that takes longer than most questions of a test.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from recall.storage.database.connections.patient import PatientConnection

_AS_NEW = b"RESET ALL; DEALLOCATE ALL"

_kept: dict[str, list[Any]] = {}
"""Connections of psycopg that nobody uses, by the parameters that they were opened with."""

_opened_with: dict[int, str] = {}


@contextmanager
def keeping() -> Iterator[None]:
    """Meanwhile connections are kept when SQLAlchemy closes them, and given out again."""
    event.listen(Engine, "do_connect", _take)
    try:
        with patch.object(PGDialect_psycopg, "do_close", _keep):
            yield
    finally:
        event.remove(Engine, "do_connect", _take)


def kept() -> list[int]:
    """Return the process IDs of the connections that nobody uses."""
    return [one.info.backend_pid for free in _kept.values() for one in free]


def close() -> None:
    """Close the connections that are kept."""
    for free in _kept.values():
        while free:
            free.pop().close()


def _take(dialect: Any, _record: object, args: Any, given: dict[str, Any]) -> Any:
    """Return a connection that was kept, or a new one; None leaves other databases alone."""
    if not isinstance(dialect, PGDialect_psycopg):
        return None
    # The context holds the types that every engine registers, and so says nothing.
    parameters = repr((args, sorted({**given, "context": None}.items())))
    free = _kept.setdefault(parameters, [])
    connection = free.pop() if free else PatientConnection.connect(*args, **given)
    _opened_with[id(connection)] = parameters
    return connection


def _keep(_dialect: object, connection: Any) -> None:
    """Keep a connection, in the state of a new one; close it if that is not possible."""
    parameters = _opened_with.pop(id(connection), None)
    try:
        connection.rollback()
        connection.autocommit = True
        connection.execute(_AS_NEW)
        connection.autocommit = False
        connection.isolation_level = None
    except Exception:  # it was cut off, or it is in the middle of something
        connection.close()
        return
    if parameters is None:
        connection.close()
    else:
        _kept[parameters].append(connection)
