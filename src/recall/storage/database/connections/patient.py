"""A connection of psycopg that does not wait for ever. Loaded only for a library on a server.

Neither keepalives nor the driver notice a server that is alive and says nothing: one that was
stopped, or one behind a tunnel that has died.
"""

from collections.abc import Generator
from concurrent.futures import Future, wait
from threading import Thread
from typing import Any

import psycopg

from recall.storage.database.connections.patience import Patience

_LOOK_SECONDS = 0.1


class SilentServer(psycopg.OperationalError):
    """The server has kept recall waiting for too long."""

    def __init__(self, limit: float) -> None:
        super().__init__(f"the server has not answered for {limit:g} seconds")
        self.limit = limit


class NoConnection(psycopg.OperationalError):
    """There is no connection; is_of_server is False if an option of the URL is not one."""

    def __init__(self, error: psycopg.Error) -> None:
        super().__init__(str(error))
        self.is_of_server = isinstance(error, psycopg.OperationalError)


class PatientConnection(psycopg.Connection[Any]):
    """Gives up each answer that takes longer than the patience that is left."""

    patience: Patience | None = None
    is_given_up = False

    def wait(self, gen: Any, *args: Any, **given: Any) -> Any:
        """Wait for an answer as psycopg does, and close the connection if none comes."""
        if self.patience is None:
            return super().wait(gen, *args, **given)
        try:
            return super().wait(_limited(gen, self.patience), *args, **given)
        except SilentServer:
            self.is_given_up = True
            self.pgconn.finish()  # what was asked may still come, and would be taken for the next
            raise


def _limited(gen: Generator[Any, Any, Any], patience: Patience) -> Generator[Any, Any, Any]:
    """Go on with a wait of psycopg, which looks here ten times a second, while there is time."""
    ready = None
    patience.begin()
    while True:
        if patience.is_over():
            raise SilentServer(patience.limit)
        try:
            wanted = gen.send(ready)
        except StopIteration as done:
            return done.value
        ready = yield wanted
        if ready:
            patience.heard()


def connect(patience: Patience, *args: Any, **given: Any) -> PatientConnection:
    """Connect within the patience that is left; NoConnection if that fails.

    In a thread, because the system's look-up of a name cannot be ended; it is left behind then.
    """
    coming: Future[PatientConnection] = Future()
    patience.begin()
    Thread(target=_make, args=(coming, args, given), name="connecting", daemon=True).start()
    try:
        connection = _waited_for(coming, patience)
    except SilentServer:
        raise
    except psycopg.Error as error:
        raise NoConnection(error) from error
    finally:
        patience.heard()
    connection.patience = patience
    return connection


def _waited_for(coming: Future[PatientConnection], patience: Patience) -> PatientConnection:
    try:
        while not wait([coming], _LOOK_SECONDS).done:
            if patience.is_over():
                raise SilentServer(patience.limit)
    except BaseException:
        coming.add_done_callback(_close)
        raise
    return coming.result()


def _make(coming: Future[PatientConnection], args: Any, given: Any) -> None:
    try:
        coming.set_result(PatientConnection.connect(*args, **given))
    except BaseException as error:  # raised again in the thread that waits
        coming.set_exception(error)


def _close(coming: Future[PatientConnection]) -> None:
    """Close a connection that has come too late."""
    if coming.exception() is None:
        coming.result().close()
