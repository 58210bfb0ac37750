"""What a key press becomes, whatever the terminal sends, and how the terminal is set meanwhile."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from recall.cli.session import keyboard
from recall.cli.session.keyboard import IGNORED, QUIT, Keyboard
from testing.needs import posix_module


def raises(error: BaseException) -> Callable[..., str]:
    def call(*_: object) -> str:
        raise error

    return call


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal on stdin; gives the end at which a person types."""
    pty = posix_module("pty")
    person, program = pty.openpty()
    with os.fdopen(program) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield person
    os.close(person)


def modes() -> dict[str, bool]:
    """Which of its local modes the terminal on stdin has."""
    termios: Any = posix_module("termios")
    local = termios.tcgetattr(sys.stdin.fileno())[3]
    return {name: bool(local & getattr(termios, name)) for name in ("ECHO", "ICANON", "ISIG")}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("3", "3"),
        ("３", "3"),
        ("N", "N"),
        ("Ｎ", "N"),
        ("？", "?"),
        ("\r", "\r"),
        ("\x1b[A", IGNORED),
        ("\x1bOP", IGNORED),
        ("\x1b", IGNORED),
        ("33333", "33333"),
        ("你好你好你", "你好你好你"),
        ("", QUIT),
        ("\x03", QUIT),
        ("\x04", QUIT),
    ],
)
def test_width_does_not_count_and_escape_sequences_are_ignored(
    monkeypatch: pytest.MonkeyPatch, typed: str, key: str
) -> None:
    monkeypatch.setattr(keyboard, "_typed", lambda: typed)
    assert Keyboard().read_key() == key


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        (" 3", [" ", "3"]),
        ("３３", ["3", "3"]),
        (" 3 3", [" ", "3", " ", "3"]),
        ("3\x1b[A", ["3", IGNORED]),
        ("3\x03", ["3", QUIT]),
    ],
)
def test_a_few_keys_that_arrive_at_once_are_keys(
    monkeypatch: pytest.MonkeyPatch, typed: str, keys: list[str]
) -> None:
    reads = iter([typed])
    monkeypatch.setattr(keyboard, "_typed", lambda: next(reads, "\x04"))
    pressed = Keyboard()
    assert [pressed.read_key() for _ in keys] == keys
    assert pressed.read_key() == QUIT, "nothing else was typed"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError(), OSError(5, "gone")])
def test_an_interrupt_an_end_and_a_lost_terminal_all_quit(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr(keyboard, "_typed", raises(error))
    assert Keyboard().read_key() == QUIT


def test_no_terminal_at_all_quits(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    posix_module("termios")
    (tmp_path / "file").touch()
    with open(tmp_path / "file", encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        with Keyboard().silent():
            assert Keyboard().read_key() == QUIT


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), EOFError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")]
)
def test_a_line_can_be_left_unwritten(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr("builtins.input", raises(error))
    assert Keyboard().ask_line() is None


def test_a_line_is_safe_to_show_even_where_nothing_edits_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keyboard, "import_module", raises(ImportError()))
    monkeypatch.setattr("builtins.input", lambda _: " 块\x1b[2J \udcff\x00 ")
    assert Keyboard().ask_line() == "块 \ufffd"


def test_the_terminal_is_silent_but_for_lines_and_editors_and_is_left_as_it_was(
    terminal: int,
) -> None:
    before, keys = modes(), Keyboard()
    assert before == {"ECHO": True, "ICANON": True, "ISIG": True}
    with keys.silent():
        assert modes() == {"ECHO": False, "ICANON": False, "ISIG": True}
        with keys.as_before():
            assert modes() == before
        os.write(terminal, "块".encode())
        assert keys.read_key() == "块"
        assert modes() == {"ECHO": False, "ICANON": False, "ISIG": True}
    assert modes() == before


def test_a_key_that_was_typed_too_early_is_not_lost(terminal: int) -> None:
    keys = Keyboard()
    with keys.silent():
        os.write(terminal, b"3")
        with keys.as_before():
            pass
        assert keys.read_key() == "3"
