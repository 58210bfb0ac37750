"""What happens when the terminal of a session is closed."""

import errno
import signal

import pytest

from recall.cli.session.hanging_up import until_hung_up
from recall.cli.session.keyboard import QUIT, Keyboard

needs_hangups = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no SIGHUP")
ends = pytest.mark.parametrize("end", ["SIGHUP", "SIGTERM"])


@needs_hangups
@ends
def test_an_end_interrupts_what_runs_and_is_no_error(end: str) -> None:
    number = getattr(signal, end)
    before, steps = signal.getsignal(number), ["begun"]
    with until_hung_up():
        try:
            signal.raise_signal(number)
            steps.append("went on")
        finally:
            steps.append("notes kept")
    assert steps == ["begun", "notes kept"]
    assert signal.getsignal(number) == before


@needs_hangups
@ends
def test_a_second_end_does_not_cut_off_what_keeps_the_notes(end: str) -> None:
    steps = ["begun"]  # a shell passes a hangup on, and the system sends one of its own
    with until_hung_up():
        try:
            signal.raise_signal(getattr(signal, end))
        finally:
            signal.raise_signal(signal.SIGHUP)
            signal.raise_signal(signal.SIGTERM)
            steps.append("notes kept")
    assert steps == ["begun", "notes kept"]


@needs_hangups
@ends
def test_an_end_ends_a_session_that_asks_for_a_line(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    def typed(_: str) -> str:
        signal.raise_signal(getattr(signal, end))
        return "a note"

    monkeypatch.setattr("builtins.input", typed)
    steps = ["begun"]
    with until_hung_up():
        steps.append(str(Keyboard().ask_line()))
    assert steps == ["begun"]


@needs_hangups
def test_a_hangup_at_a_key_quits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "recall.cli.session.keyboard._typed", lambda: signal.raise_signal(signal.SIGHUP)
    )
    with until_hung_up():
        assert Keyboard().read_key() == QUIT


def test_a_terminal_that_is_gone_is_no_error() -> None:
    with until_hung_up():
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), ValueError("a fault")]
)
def test_everything_else_is_passed_on(error: BaseException) -> None:
    with pytest.raises(type(error)), until_hung_up():
        raise error
