"""Loses a PostgreSQL server just before a commit is sent, or just after it was done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import psycopg
from sqlalchemy import Connection, Engine, event

Driver = psycopg.Connection[object]


@contextmanager
def before_commit(then: Callable[[Driver], None]) -> Iterator[None]:
    """Meanwhile something happens to each connection just before its commit is sent."""

    def see(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        then(driver)

    event.listen(Engine, "commit", see)
    try:
        yield
    finally:
        event.remove(Engine, "commit", see)


def end(driver: Driver) -> None:
    """End the server's side of a connection, so that a commit does not arrive."""
    with psycopg.connect(driver.info.dsn, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (driver.info.backend_pid,))


def commit_and_end(driver: Driver) -> None:
    """Let the server commit, and lose its answer."""
    driver.execute("COMMIT")
    end(driver)
    with suppress(psycopg.OperationalError):  # so that the driver notices
        driver.execute("SELECT 1")
