"""Waiting for others: for a time, and with a word to the person who waits."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from recall.errors import StorageError
from recall.storage.actions import alone
from recall.storage.database.connections import waiting
from recall.storage.database.connections.waiting import nothing, wait_for
from recall.storage.store import Store


class Told:
    """Counts how often a person was told that somebody waits."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "TOLD_SECONDS", 0.05)
    monkeypatch.setattr("recall.storage.actions.TOLD_SECONDS", 0.05)


@contextmanager
def held(url: str, how: str, seconds: float) -> Iterator[None]:
    """Let another hold a SQLite library for a time."""
    path = Path(url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute(f"BEGIN {how}")
        timer = threading.Timer(seconds, other.execute, ["ROLLBACK"])
        timer.start()
        yield
        timer.join()


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
@pytest.mark.usefixtures("impatient")
def test_whoever_waits_is_told_once_and_served(sqlite_library_url: str, how: str) -> None:
    with held(sqlite_library_url, how, 0.2), Store(sqlite_library_url) as store:
        store.told = told = Told()
        with alone(store) as connection:
            assert connection.rows("SELECT count(*) FROM resource") == [(6,)]
        assert told.times == 1


@pytest.mark.usefixtures("impatient")
def test_a_reader_waits_for_a_commit_and_is_told(sqlite_library_url: str) -> None:
    with held(sqlite_library_url, "EXCLUSIVE", 0.2), Store(sqlite_library_url) as store:
        store.told = told = Told()
        assert store.rows("SELECT count(*) FROM resource") == [(6,)]
        assert told.times == 1


def test_nobody_is_told_of_a_moment(sqlite_library_url: str) -> None:
    with held(sqlite_library_url, "IMMEDIATE", 0.05), Store(sqlite_library_url) as store:
        store.told = told = Told()
        with alone(store):
            pass
        assert told.times == 0


def test_after_the_time_nothing_is_done(sqlite_library_url: str) -> None:
    with (
        held(sqlite_library_url, "IMMEDIATE", 0.3),
        Store(sqlite_library_url, timeout=0.05) as store,
        pytest.raises(StorageError, match="is in use by another process"),
        alone(store),
    ):
        raise AssertionError


def test_whoever_waits_looks_equally_often_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    now, pauses = [0.0], []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        now[0] += seconds

    def busy() -> None:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    monkeypatch.setattr(waiting, "monotonic", lambda: now[0])
    monkeypatch.setattr(waiting, "sleep", sleep)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        wait_for(busy, 12, nothing)
    assert set(pauses) == {waiting.LOOK_SECONDS}
    assert 12 <= now[0] < 12.01


def test_another_error_is_raised_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "sleep", time.monotonic)  # with an argument it would fail
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError, match="no such table"),
    ):
        wait_for(lambda: connection.execute("SELECT 1 FROM none_such"), 12, nothing)


@pytest.mark.usefixtures("impatient")
def test_on_a_server_whoever_waits_is_told_too(postgres_library_url: str) -> None:
    told = Told()
    with Store(postgres_library_url) as first, Store(postgres_library_url) as second:
        second.told = told
        with alone(first):
            waits = threading.Thread(target=lambda: _pass(second))
            waits.start()
            end = time.monotonic() + 20
            while not told.times and time.monotonic() < end:
                time.sleep(0.01)
        waits.join()
    assert told.times == 1


def _pass(store: Store) -> None:
    with alone(store):
        pass
