"""Commands that open a terminal with a review, by platform."""

import logging
import os
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence

from recall.autostart.autostart import kept
from recall.daemon.process import heartbeat
from recall.files import private
from recall.notify.text import one_line

LINUX_TERMINALS: Mapping[str, tuple[str, ...]] = {
    "xdg-terminal-exec": (),
    "x-terminal-emulator": ("-e",),
    "gnome-terminal": ("--",),
    "ptyxis": ("--",),
    "kgx": ("--",),
    "konsole": ("-e",),
    "xfce4-terminal": ("-x",),
    "mate-terminal": ("-x",),
    "kitty": (),
    "alacritty": ("-e",),
    "foot": (),
    "xterm": ("-e",),
}
"""Each terminal in the order of trying, with the arguments before the command."""

REVIEW = ("-P", "-m", "recall.cli.window", "review")
"""Arguments of Python for a review in a window that stays until a key is pressed."""

_LONGEST = 100

_log = logging.getLogger("recall.remind.terminals")


def commands(environ: Mapping[str, str], platform: str) -> Iterator[list[str]]:
    """Yield each available command, the person's own terminal first.

    Take the next one only if the last did not open, because that is logged.
    """
    review = [_python(platform), *REVIEW]
    if platform == "win32":
        yield review  # it gets its own console
    elif platform == "darwin":
        yield ["open", "-a", "Terminal", _script(review, environ)]
    else:
        yield from _linux(environ, review)


def _linux(environ: Mapping[str, str], review: Sequence[str]) -> Iterator[list[str]]:
    path, own = environ.get("PATH"), environ.get("TERMINAL", "")
    if own:
        if words := _own(own, path):
            yield [*words, *review]
        _log.warning("TERMINAL is '%s', and opens no terminal", one_line(own, _LONGEST))
    for program, flags in LINUX_TERMINALS.items():
        executable = shutil.which(program, path=path)
        if executable:
            yield [executable, *flags, *review]


def _own(terminal: str, path: str | None) -> list[str]:
    """Return the person's terminal with its arguments; empty if it is not installed."""
    try:
        words = [terminal] if shutil.which(terminal, path=path) else shlex.split(terminal)
    except ValueError:  # an unclosed quotation mark
        return []
    program, *arguments = words or [""]
    executable = shutil.which(program, path=path)
    flags = LINUX_TERMINALS.get(os.path.basename(program), ("-e",))
    is_said = tuple(arguments[-len(flags) :]) == flags
    return [executable, *arguments, *(() if is_said else flags)] if executable else []


def _python(platform: str) -> str:
    """Return the Python with a console; the Task Scheduler starts the one without."""
    folder, name = os.path.split(sys.executable)
    if platform == "win32" and name.lower() == "pythonw.exe":
        return os.path.join(folder, "python.exe")
    return sys.executable


def _script(review: Sequence[str], environ: Mapping[str, str]) -> str:
    """Write a script for macOS's Terminal, which takes neither a command nor an environment.

    Only the person may read it: a database URL may hold a password.
    """
    given = [f"{name}={value}" for name, value in kept(environ).items()]
    path = heartbeat.folder() / "review.command"
    private.put_program(path, f"#!/bin/sh\nexec {shlex.join(['env', *given, *review])}\n")
    return str(path)
