"""What a key press becomes, whatever the terminal sends."""

from collections.abc import Callable

import pytest
import typer

from recall.cli.session import keyboard
from recall.cli.session.keyboard import IGNORED, QUIT, ask_line, read_key


def raises(error: BaseException) -> Callable[..., str]:
    def call(*_: object) -> str:
        raise error

    return call


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("3", "3"),
        ("３", "3"),
        ("Q", "q"),
        ("？", "?"),
        ("\r", "\r"),
        ("\x1b[A", IGNORED),
        ("\x1bOP", IGNORED),
        ("\x1b", IGNORED),
        ("33", "33"),
        ("你好", "你好"),
        ("", QUIT),
    ],
)
def test_case_and_width_do_not_count_and_escape_sequences_are_ignored(
    monkeypatch: pytest.MonkeyPatch, typed: str, key: str
) -> None:
    monkeypatch.setattr(typer, "getchar", lambda: typed)
    assert read_key() == key


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError(), OSError(5, "gone")])
def test_an_interrupt_an_end_and_a_lost_terminal_all_quit(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr(typer, "getchar", raises(error))
    assert read_key() == QUIT


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), EOFError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")]
)
def test_a_line_can_be_left_unwritten(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr("builtins.input", raises(error))
    assert ask_line() is None


def test_a_line_is_safe_to_show_even_where_nothing_edits_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keyboard, "import_module", raises(ImportError()))
    monkeypatch.setattr("builtins.input", lambda _: " 块\x1b[2J \udcff\x00 ")
    assert ask_line() == "块 \ufffd"
