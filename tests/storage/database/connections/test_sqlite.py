"""A statement that does not end by itself is ended, and told as damage of the library."""

import os
import signal
from threading import Timer, main_thread

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


@pytest.mark.skipif(os.name != "posix", reason="signals to a thread are of POSIX")
def test_ctrl_c_in_the_midst_of_a_statement_is_no_damage(
    sqlite_library: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "MOST_SECONDS", 60.0)
    monkeypatch.setattr(sqlite, "_STEPS", 1)  # it comes while the clock is looked at
    typed = Timer(0.05, signal.pthread_kill, (main_thread().ident, signal.SIGINT))
    typed.start()
    with pytest.raises(KeyboardInterrupt):
        sqlite_library.store.rows(ENDLESS)
    typed.join()
