"""A statement that does not end by itself is ended, and told as damage of the library."""

import pytest

from recall.errors import DamagedLibrary
from recall.storage.database.connections import sqlite
from recall.usecases.context import Context

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture(autouse=True)
def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give statements no time, so that the first look at the clock ends them."""
    monkeypatch.setattr(sqlite, "MOST_SECONDS", 0.0)


def test_a_question_is_ended(sqlite_library: Context) -> None:
    with pytest.raises(DamagedLibrary, match="an index leads in a circle"):
        sqlite_library.store.rows(ENDLESS)
    assert sqlite_library.store.rows("SELECT 1") == [(1,)]


def test_a_statement_that_writes_is_ended_and_changes_nothing(sqlite_library: Context) -> None:
    written = f"UPDATE resource SET note = ({ENDLESS})"
    with (
        pytest.raises(DamagedLibrary, match="an index leads in a circle"),
        sqlite_library.store.transaction() as connection,
    ):
        connection.execute(written)
    assert sqlite_library.store.rows("SELECT count(*) FROM resource WHERE note <> ''") == [(0,)]
