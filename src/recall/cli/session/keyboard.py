"""What the person types in a session: single keys, and now and then a line."""

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
    """Wait for one key, case and width aside; QUIT also for Ctrl-C, Ctrl-D and a lost terminal.

    IGNORED stands for arrows and the like; STOPPED comes after the program was stopped with
    Ctrl-Z and taken up again. What is pasted comes as one text, which is no key.
    """
    import typer

    try:
        typed = typer.getchar()
    except (KeyboardInterrupt, EOFError, OSError):
        return QUIT
    if typed == _CTRL_Z and hasattr(signal, "SIGTSTP"):
        signal.raise_signal(signal.SIGTSTP)  # the raw terminal gave a character instead
        return STOPPED
    if typed.startswith(_ESCAPE):
        return IGNORED
    return fold(typed) if typed else QUIT


def ask_line() -> str | None:
    """Let the person type one line, made safe to show; None when they think better of it."""
    with suppress(ImportError):
        import_module("readline")  # with it, input() rubs out a Chinese character as a whole
    try:
        return plain(input("> "))
    except (KeyboardInterrupt, EOFError, UnicodeDecodeError):
        import typer

        typer.echo(err=True)
        return None
