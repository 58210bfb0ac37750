"""A window of its own, in a real terminal: it stays until a key is pressed."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import StringIO
from typing import Any

import pytest

from recall.cli import window
from recall.cli.environment import Environment
from testing.commands.command_line import CommandLine
from testing.needs import posix_module

pexpect = posix_module("pexpect")

CLOSING = "Press any key to close this window."

TYPED_EARLY = """
import select, sys
from recall.cli import window
def main(*_):
    print("working", flush=True)
    select.select([sys.stdin], [], [])
    return 0
window.main = main
sys.exit(window.run([]))
"""
"""A command that ends after something was typed, which it did not read."""

Open = Callable[..., Any]


@pytest.fixture
def open_window() -> Iterator[Open]:
    """Open a window with a review in it, as a click does, or with code; close it afterwards."""
    with ExitStack() as opened:

        def start(recall: CommandLine, code: str = "") -> Any:
            environ = {**os.environ, **recall.environ, "TERM": "xterm", "PYTHONUTF8": "1"}
            words = ["-c", code] if code else ["-P", "-m", "recall.cli.window", "review"]
            child = pexpect.spawn(
                sys.executable, words, env=environ, dimensions=(24, 80), encoding="utf-8"
            )
            opened.callback(child.close, force=True)
            return child

        yield start


def press(child: Any, keys: str) -> None:
    """Press keys once the program waits for one: until then the terminal echoes."""
    while child.getecho():
        assert child.isalive()
    child.send(keys)


def ends(child: Any, key: str) -> int:
    """Press a key when the window asks for one; gives the exit code."""
    child.expect_exact(CLOSING)
    press(child, key)
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["x", "\r", "\x03"])
def test_the_closing_line_is_there_until_a_key_is_pressed(
    empty: CommandLine, open_window: Open, key: str
) -> None:
    assert ends(open_window(empty), key) == 0


@pytest.mark.slow
def test_the_closing_line_counts_what_was_done(one: CommandLine, open_window: Open) -> None:
    opened = open_window(one)
    opened.expect_exact("An article")
    press(opened, "q")
    opened.expect_exact("Nothing is done today yet.")
    assert ends(opened, "x") == 0


@pytest.mark.slow
def test_a_key_that_was_pressed_too_early_does_not_close_the_window(
    fresh: CommandLine, open_window: Open
) -> None:
    opened = open_window(fresh, TYPED_EARLY)
    opened.expect_exact("working")
    opened.send("\r")
    assert ends(opened, "x") == 0


@pytest.mark.slow
def test_a_failure_can_be_read_too_and_has_its_exit_code(
    fresh: CommandLine, open_window: Open
) -> None:
    fresh.library.write_bytes(b"no library")
    opened = open_window(fresh)
    opened.expect(r"is\s+not\s+a\s+recall\s+library")
    assert ends(opened, "x") == 5


def test_without_a_terminal_nobody_is_waited_for(empty: CommandLine) -> None:
    outside = Environment(empty.environ, out=StringIO(), err=StringIO())
    assert window.run(["today"], outside) == 0
