"""Input in a session: single keys, and sometimes a line."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any
from unicodedata import normalize

from recall.cli.session.hanging_up import HungUp
from recall.domain.text.plain import plain

QUIT = "q"
STOPPED = "stopped"
IGNORED = ""

_CTRL_C, _CTRL_D, _CTRL_Z, _ESCAPE = "\x03", "\x04", "\x1a", "\x1b"

_MOST_BYTES = 64
"""Bytes read at once: a key has only a few."""

_MOST_AHEAD = 4
"""Keys that a person types ahead, while the program is busy; more at once were pasted."""

_LOCAL = 3
"""Where termios keeps the local modes in a terminal's attributes."""

Attributes = list[Any]
"""How a terminal is set, as termios gives it."""


class Keyboard:
    """The keys of the terminal on stdin.

    What is typed between two keys is neither shown nor lost: the terminal is silent from
    `silent` on, but for `as_before`, where a line is asked for or an editor runs.
    """

    def __init__(self) -> None:
        """Leave the terminal as it is."""
        self._before: Attributes | None = None
        self._ahead = ""

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Show nothing of what is typed, and give keys without waiting for the line's end."""
        self._before = _attributes()
        self._silence()
        try:
            yield
        finally:
            self._restore()
            self._before = None

    @contextmanager
    def as_before(self) -> Iterator[None]:
        """Give the terminal back for a while."""
        self._restore()
        try:
            yield
        finally:
            self._silence()

    def read_key(self) -> str:
        """Wait for one key, without differences of width.

        QUIT also for Ctrl-C, Ctrl-D and a lost terminal; IGNORED for arrows and the like; STOPPED
        when the program goes on after Ctrl-Z. Keys that were typed ahead come one by one; pasted
        text comes as one string, which is no key.
        """
        try:
            typed = self._ahead or _typed()
        except (KeyboardInterrupt, EOFError, OSError):
            return QUIT
        self._ahead = ""
        if 1 < len(typed) <= _MOST_AHEAD and not typed.startswith(_ESCAPE):
            typed, self._ahead = typed[0], typed[1:]
        if typed in ("", _CTRL_C, _CTRL_D):
            return QUIT
        if typed == _CTRL_Z and hasattr(signal, "SIGTSTP"):
            with self.as_before():
                signal.raise_signal(signal.SIGTSTP)
            return STOPPED
        return IGNORED if typed.startswith(_ESCAPE) else normalize("NFKC", typed)

    def ask_line(self) -> str | None:
        """Read one line, made safe to show; None if the person cancels.

        HungUp if the terminal is closed meanwhile.
        """
        with suppress(ImportError):
            import_module("readline")  # with it, backspace deletes a whole Chinese character
        try:
            with self.as_before():
                return plain(input("> "))
        except HungUp:
            raise
        except (KeyboardInterrupt, EOFError, UnicodeDecodeError):
            sys.stderr.write("\n")
            return None

    def _silence(self) -> None:
        if self._before is not None:
            import termios

            _set(_without(self._before, termios.ICANON | termios.ECHO))

    def _restore(self) -> None:
        if self._before is not None:
            _set(self._before)


def _typed() -> str:
    """Return what is typed next, Ctrl-C and Ctrl-Z too; nothing if the terminal is lost."""
    try:
        import termios
    except ImportError:  # Windows
        import typer

        return typer.getchar()
    before = _attributes()
    if before is None:
        return ""
    _set(_without(before, termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN))
    try:
        return os.read(sys.stdin.fileno(), _MOST_BYTES).decode(errors="replace")
    finally:
        _set(before)


def _attributes() -> Attributes | None:
    """Return how the terminal is set; None if there is none, or none that can be set."""
    try:
        import termios
    except ImportError:
        return None
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (termios.error, OSError, ValueError):
        return None


def _without(attributes: Attributes, modes: int) -> Attributes:
    """Return the attributes without some local modes; each byte can be read as it comes."""
    import termios

    *others, special = attributes
    special = list(special)
    special[termios.VMIN], special[termios.VTIME] = 1, 0
    others[_LOCAL] &= ~modes
    return [*others, special]


def _set(attributes: Attributes) -> None:
    """Set the terminal at once: what was typed already is not lost."""
    import termios

    with suppress(termios.error, OSError):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, attributes)
