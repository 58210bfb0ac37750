"""The logs are append-only where the data itself is, whoever opens the database."""

import pytest

from recall.domain.library.card import Rating
from recall.errors import StorageError
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from testing.databases.tables import dump
from testing.libraries.factories import TODAY, titled


@pytest.fixture
def graded(library: Context) -> Context:
    """One review and one sitting."""
    grade(library, titled(library, "Resource 1"), Grade(Rating.GOOD, TODAY, note="kept"))
    sit(library, titled(library, "Resource 3"), Grade(Rating.GOOD, TODAY, minutes=7))
    return library


FORBIDDEN = [
    "UPDATE review SET rating = 4",
    "UPDATE review SET note = 'changed'",
    "UPDATE review SET id = 9",
    "UPDATE review SET void_by = 1, stability = 5",
    "DELETE FROM review",
    "UPDATE sitting SET minutes = 1",
    "DELETE FROM sitting WHERE id = 1",
]

REPLACES = [
    "INSERT OR REPLACE INTO sitting (id, resource_id, action_id, study_date, at, minutes) "
    "VALUES (1, 1, 1, '2026-01-01', '', 1)",
    "UPDATE OR REPLACE sitting SET id = 1",
]


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_a_log_entry_can_be_neither_changed_nor_deleted(graded: Context, sql: str) -> None:
    refused(graded, sql)


@pytest.mark.parametrize("sql", REPLACES)
def test_sqlite_cannot_replace_a_log_entry(graded: Context, sql: str) -> None:
    if graded.store.location.path is not None:
        refused(graded, sql)


@pytest.mark.parametrize("table", ["review", "sitting"])
def test_postgresql_cannot_empty_a_log(graded: Context, table: str) -> None:
    if graded.store.location.path is None:
        refused(graded, f"TRUNCATE {table}")


def test_the_void_mark_alone_can_be_set_and_taken_off(graded: Context) -> None:
    for mark in ("2", "NULL"):
        with graded.store.transaction() as connection:
            changed = connection.execute(f"UPDATE review SET void_by = {mark}")
        assert changed == 1


def refused(context: Context, sql: str) -> None:
    before = dump(context.store)
    with (
        pytest.raises(StorageError, match=r"log of sittings|review log"),
        context.store.transaction() as connection,
    ):
        connection.execute(sql)
    assert dump(context.store) == before
