"""Input in a session: single keys, and sometimes a line."""

import signal
from contextlib import suppress
from importlib import import_module

from recall.domain.library.resource import fold
from recall.domain.text.plain import plain

QUIT = "q"
STOPPED = "stopped"
IGNORED = ""

_CTRL_Z = "\x1a"
_ESCAPE = "\x1b"


def read_key() -> str:
    """Wait for one key, ignoring case and width; QUIT also for Ctrl-C, Ctrl-D and a lost terminal.

    IGNORED stands for arrows and the like; STOPPED is returned when the program continues after
    Ctrl-Z. Pasted text arrives as one string, which matches no key.
    """
    import typer

    try:
        typed = typer.getchar()
    except (KeyboardInterrupt, EOFError, OSError):
        return QUIT
    if typed == _CTRL_Z and hasattr(signal, "SIGTSTP"):
        signal.raise_signal(signal.SIGTSTP)  # in raw mode Ctrl-Z is only a character
        return STOPPED
    if typed.startswith(_ESCAPE):
        return IGNORED
    return fold(typed) if typed else QUIT


def ask_line() -> str | None:
    """Read one line, made safe to show; None if the person cancels."""
    with suppress(ImportError):
        import_module("readline")  # with it, backspace in input() deletes a whole Chinese character
    try:
        return plain(input("> "))
    except (KeyboardInterrupt, EOFError, UnicodeDecodeError):
        import typer

        typer.echo(err=True)
        return None
