"""The one door that commits on a server, and knows afterwards whether the server did.

If the conversation ends while a commit is answered, the server may have done it or not. It keeps
the outcome of each transaction by its number, so a new connection can ask.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import sleep
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

_PAUSE_SECONDS = 0.05

_OUTCOMES = {"committed": True, "aborted": False}


class MaybeDone(Exception):
    """A transaction was cut off while it was committed, and nothing could be learned of it."""


class _Mark(NamedTuple):
    """What a transaction is found by: its number, none if it wrote nothing, and its process."""

    number: int | None
    process: int


@contextmanager
def committed(engine: Engine, others: Callable[[], Engine]) -> Iterator[Connection]:
    """Yield a connection; what is written on it is kept, or nothing is.

    others makes the engine that asks for the outcome if the conversation ends while the commit is
    answered. MaybeDone if it gets no answer.
    """
    with connected(engine) as connection:
        driver: Any = connection.connection.driver_connection
        process = driver.info.backend_pid
        try:
            yield connection
            number = connection.exec_driver_sql("SELECT txid_current_if_assigned()").scalar_one()
        except BaseException:
            if driver.is_given_up:
                _let_go(others(), process)
            raise
        _commit(connection, _Mark(number, process), others)


def _commit(connection: Connection, mark: _Mark, others: Callable[[], Engine]) -> None:
    try:
        connection.commit()
    except DBAPIError as error:
        # A server that goes on talking has refused it.
        if mark.number is None or not error.connection_invalidated:
            raise
        if not _is_done(others(), mark, error):
            raise


@contextmanager
def connected(engine: Engine) -> Iterator[Connection]:
    """Yield a connection that is closed afterwards; what was not committed is lost.

    An error is not hidden by another one of the same connection, which is lost by then.
    """
    connection = engine.connect()
    try:
        yield connection
    except BaseException:
        with suppress(Exception):
            connection.rollback()
        raise
    finally:
        with suppress(Exception):
            connection.close()


def _is_done(engine: Engine, mark: _Mark, error: Exception) -> bool:
    """Return whether a transaction was committed; MaybeDone if that cannot be learned."""
    try:
        with connected(engine) as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            while (state := _state(connection, mark)) == "in progress":
                _end(connection, mark)
                sleep(_PAUSE_SECONDS)
            return _OUTCOMES[state]  # a server forgets, after millions of transactions
    except Exception:
        raise MaybeDone from error


def _state(connection: Connection, mark: _Mark) -> str:
    asked = connection.exec_driver_sql("SELECT txid_status(%s)", (mark.number,))
    return str(asked.scalar_one())


def _end(connection: Connection, mark: _Mark) -> None:
    """End the process of a transaction, which may still wait for a word of ours, locks and all."""
    connection.exec_driver_sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid = %s AND backend_xid::text::bigint = %s %% 4294967296",
        (mark.process, mark.number),
    )


def _let_go(engine: Engine, process: int) -> None:
    """End the process of a server that was given up, if it can be reached by another way.

    It may wait for the rest of a question for ever, and others for its locks.
    """
    with suppress(Exception), connected(engine) as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid = %s AND usename = current_user AND datname = current_database()",
            (process,),
        )
