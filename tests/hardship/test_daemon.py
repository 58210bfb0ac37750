"""A library that is locked, away, newer or gone in the middle: told once, waited for, and sent."""

import logging
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from recall.daemon.reminder_loop import LOGGER
from recall.domain.reminders.message import Delivery, Message
from recall.storage.database.connections import patience
from testing.databases import postgres
from testing.desktop.daemons import Recorder, Stepped
from testing.faults.servers.proxy import Fault, proxy
from testing.libraries.factories import catalog, entry, make_library


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def stepped(due_library: Path, recorder: Recorder, caplog: pytest.LogCaptureFixture) -> Stepped:
    caplog.set_level(logging.INFO, LOGGER)
    return Stepped(f"sqlite:///{due_library}", [recorder])


@contextmanager
def locked(due_library: Path) -> Iterator[None]:
    with closing(sqlite3.connect(due_library, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def away(due_library: Path) -> Iterator[None]:
    elsewhere = due_library.rename(due_library.with_suffix(".elsewhere"))
    yield
    elsewhere.rename(due_library)


@contextmanager
def newer(due_library: Path) -> Iterator[None]:
    with closing(sqlite3.connect(due_library, isolation_level=None)) as other:
        ((revision,),) = other.execute("PRAGMA user_version").fetchall()
        other.execute("PRAGMA user_version = 99")
        yield
        other.execute(f"PRAGMA user_version = {revision}")


HARDSHIPS = [
    (locked, "is in use by another process"),
    (away, "there is no library at"),
    (newer, "was written by a newer recall"),
]


@pytest.mark.parametrize(("hardship", "sentence"), HARDSHIPS)
def test_it_is_told_once_and_the_reminder_arrives_afterwards(
    stepped: Stepped,
    due_library: Path,
    recorder: Recorder,
    caplog: pytest.LogCaptureFixture,
    hardship: Callable[[Path], AbstractContextManager[None]],
    sentence: str,
) -> None:
    with hardship(due_library):
        problems = [stepped.tick() for _ in range(3)]
        assert all(problem and sentence in problem for problem in problems), problems
        assert not recorder.shown
        assert caplog.text.count(sentence) == 1
    assert [stepped.tick() for _ in range(3)] == [None] * 3
    assert len(recorder.shown) == 1
    assert caplog.messages.count("all is well again") == 1


@pytest.mark.parametrize("hardship", [locked, away])
def test_what_arrived_while_the_library_went_is_noted_and_not_sent_again(
    stepped: Stepped,
    due_library: Path,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    hardship: Callable[[Path], AbstractContextManager[None]],
) -> None:
    trouble = hardship(due_library)
    send = recorder.send

    def send_and_lose(message: Message) -> Delivery:
        delivery = send(message)
        trouble.__enter__()
        return delivery

    monkeypatch.setattr(recorder, "send", send_and_lose)
    stepped.tick()
    assert stepped.tick()
    trouble.__exit__(None, None, None)
    monkeypatch.undo()
    assert [stepped.tick(timedelta(minutes=5)) for _ in range(3)] == [None] * 3
    assert len(recorder.shown) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="its server listens on a socket with a name")
def test_a_postgresql_server_that_is_away_is_waited_for(
    postgres_server: postgres.Server, postgres_url: str, recorder: Recorder
) -> None:
    listed = catalog(entry("VLLM论文", read=True))
    make_library(postgres_url, listed).store.close()
    stepped = Stepped(postgres_url, [recorder], timeout=2)
    with postgres_server.away():
        problems = {stepped.tick() for _ in range(2)}
        assert len(problems) == 1
        assert "cannot be reached" in str(problems)
    assert [stepped.tick() for _ in range(2)] == [None] * 2
    assert len(recorder.shown) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="its server listens on a socket with a name")
def test_a_silent_postgresql_server_is_given_up_and_asked_again_later(
    postgres_server: postgres.Server,
    postgres_url: str,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(patience, "LIMIT_SECONDS", 0.2)
    make_library(postgres_url, catalog(entry("VLLM论文", read=True))).store.close()
    name = postgres_url.partition("@/")[2].partition("?")[0]
    with proxy(postgres_server.socket) as between:
        stepped = Stepped(
            f"postgresql://postgres@127.0.0.1:{between.port}/{name}", [recorder], timeout=2
        )
        between.arm(Fault("silent", "to client", 600, comes_back=False))
        problems = {stepped.tick() for _ in range(2)}
        assert len(problems) == 1
        assert "has not answered for 0.2 seconds" in str(problems)
        between.arm(None)
        monkeypatch.setattr(patience, "LIMIT_SECONDS", 20.0)
        assert [stepped.tick() for _ in range(2)] == [None] * 2
    assert len(recorder.shown) == 1


def test_what_nobody_foresaw_is_logged_once_and_the_next_tick_works(
    stepped: Stepped,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def break_(*_: object) -> None:
        raise ZeroDivisionError("by\nnothing")

    with monkeypatch.context() as patch:
        patch.setattr("recall.usecases.reminding.remind", break_)
        assert [stepped.tick() for _ in range(3)] == [
            "unexpected ZeroDivisionError: by nothing"
        ] * 3
    assert caplog.text.count("Traceback") == 1
    assert stepped.tick() is None
    assert len(recorder.shown) == 1


def test_a_machine_without_a_screen_leaves_it_to_another(
    stepped: Stepped, due_library: Path, recorder: Recorder
) -> None:
    blind = Recorder()
    blind.is_there = False
    headless = Stepped(f"sqlite:///{due_library}", [blind])
    assert headless.tick() == "cannot deliver: recorder: no screen (buy one)"
    assert stepped.tick() is None
    assert headless.tick() == "cannot deliver: recorder: no screen (buy one)", "that is as it was"
    assert (len(blind.shown), len(recorder.shown)) == (0, 1)
