"""Snapshots and transactions of a store. A command that only looks does not load this."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from recall.storage.database.failures import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recall.storage.database.connections.connection import Connection, Views
    from recall.storage.store import Store


@contextmanager
def snapshot(store: Store) -> Iterator[None]:
    """Let several reads see the same state, as they do inside a transaction anyway."""
    if store.inside is not None:
        yield
        return
    level = "" if store.location.path is not None else " ISOLATION LEVEL REPEATABLE READ"
    store.rows(f"BEGIN{level}")
    try:
        yield
    except BaseException:
        with suppress(Exception):  # the first error says more than that of a lost connection
            store.rows("ROLLBACK")
        raise
    store.rows("ROLLBACK")


@contextmanager
def transaction(store: Store, wait: float | None, views: Views) -> Iterator[Connection]:
    """Open a transaction for writing; wait is None for the store's timeout.

    views stand for tables in its questions.
    """
    with translated(store.location, store.standing()):
        if store.inside is not None:
            with _nested(store.inside):
                yield store.inside
            return  # its owner commits
        if store.location.path is not None:
            from recall.storage.database.connections.sqlite_writing import writing

            seconds = store.timeout if wait is None else wait
            with writing(store.location, seconds, store.told) as light:
                yield _seen_through(light, views)
        else:
            with store.server().writing(wait) as connection:
                yield _seen_through(connection, views)
        store.has_done = True


def _seen_through(connection: Connection, views: Views) -> Connection:
    if not views:
        return connection
    from recall.storage.database.connections.standing_views import seen_through

    return seen_through(connection, views)


@contextmanager
def _nested(connection: Connection) -> Iterator[None]:
    """Let a part of a transaction fail without the rest."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        with suppress(Exception):  # all of it is rolled back already, as on a full disk
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")
