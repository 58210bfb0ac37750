"""A signal to stop: whenever it comes, what has begun is finished first."""

import os
import signal
import sys
import threading
from collections.abc import Callable

import pytest

from recall.daemon import service
from recall.daemon.process import signals
from recall.daemon.reminder_loop import ReminderLoop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a signal ends a process there")


def tell(number: int) -> None:
    os.kill(os.getpid(), number)


class Told(ReminderLoop):
    """A daemon that is told to stop in the middle of something, and writes down what it did."""

    def __init__(self, **when: Callable[[], None]) -> None:
        """when: what happens in the middle of begin, tick or listen."""
        self.did: list[str] = []
        self._when = when
        self.ticked = threading.Event()

    def _do(self, what: str) -> None:
        self._when.get(what, lambda: None)()
        self.did.append(what)

    def begin(self, pid: int) -> None:
        assert pid == os.getpid()
        self._do("begin")

    def tick(self) -> None:
        self._do("tick")
        self.ticked.set()

    def listen(self) -> None:
        self.ticked.wait(10)
        self._do("listen")

    def end(self) -> None:
        self._do("end")


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "_LOOK_SECONDS", 0.01)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("what", ["begin", "tick", "listen"])
def test_what_has_begun_is_finished(number: int, what: str) -> None:
    daemon = Told(**{what: lambda: tell(number)})
    service.run(daemon)
    assert what in daemon.did
    assert daemon.did[-1] == "end"
    assert daemon.did.count("end") == 1


def test_a_second_signal_changes_nothing() -> None:
    daemon = Told(listen=lambda: tell(signal.SIGTERM), end=lambda: tell(signal.SIGTERM))
    service.run(daemon)
    assert daemon.did == ["begin", "tick", "listen", "end"]


@pytest.mark.parametrize("what", ["tick", "listen"])
def test_what_never_ends_is_broken_off_and_that_is_said(
    what: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ended: list[int] = []
    over = threading.Event()

    def end(status: int) -> None:
        ended.append(status)
        over.set()

    def wait_for_ever() -> None:
        tell(signal.SIGTERM)
        assert over.wait(10)

    given_up: list[int] = []
    monkeypatch.setattr(signals, "GRACE_SECONDS", 0.01)
    monkeypatch.setattr(signals, "LONGEST_SECONDS", 0.02)
    monkeypatch.setattr(service, "give_up_servers", lambda: given_up.append(1))
    monkeypatch.setattr(os, "_exit", end)
    service.run(Told(**{what: wait_for_ever}))
    assert (given_up, ended) == ([1], [1])
    assert "stopped in the middle" in caplog.text


@pytest.mark.parametrize("what", ["tick", "listen"])
def test_a_database_server_that_is_waited_for_is_given_up(
    what: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    over = threading.Event()

    def wait_for_a_server() -> None:
        tell(signal.SIGTERM)
        assert over.wait(10)

    monkeypatch.setattr(signals, "GRACE_SECONDS", 0.01)
    monkeypatch.setattr(service, "give_up_servers", over.set)
    daemon = Told(**{what: wait_for_a_server})
    service.run(daemon)
    assert daemon.did[-1] == "end"
    assert not caplog.text


def test_afterwards_signals_mean_what_they_did() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    service.run(Told(begin=lambda: tell(signal.SIGTERM)))
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before
    assert signal.set_wakeup_fd(-1) == -1
