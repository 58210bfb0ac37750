"""The commands that open a terminal with a review in it, platform by platform."""

import logging
import os
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence

from recall.autostart.autostart import kept
from recall.daemon import heartbeat, private_files
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
"""Each terminal, in the order they are tried, with what stands before the command's own words."""

_LONGEST = 100

_log = logging.getLogger("recall.remind.terminals")


def commands(environ: Mapping[str, str], platform: str) -> Iterator[list[str]]:
    """Give each way that there is here, the person's own terminal first.

    The next one is to be asked for only where the last has not opened: so it is logged.
    """
    review = [_python(platform), "-P", "-m", "recall", "review"]
    if platform == "win32":
        yield review  # it is given a console of its own
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
    """The person's own terminal, with its arguments if it has some; no word if it is not here."""
    try:
        words = [terminal] if shutil.which(terminal, path=path) else shlex.split(terminal)
    except ValueError:  # a quotation mark without its other one
        return []
    program, *arguments = words or [""]
    executable = shutil.which(program, path=path)
    flags = LINUX_TERMINALS.get(os.path.basename(program), ("-e",))
    is_said = tuple(arguments[-len(flags) :]) == flags
    return [executable, *arguments, *(() if is_said else flags)] if executable else []


def _python(platform: str) -> str:
    """The Python that has a console; the Task Scheduler starts the one beside it that has none."""
    folder, name = os.path.split(sys.executable)
    if platform == "win32" and name.lower() == "pythonw.exe":
        return os.path.join(folder, "python.exe")
    return sys.executable


def _script(review: Sequence[str], environ: Mapping[str, str]) -> str:
    """A file that macOS's Terminal runs: it takes no command, and no environment.

    A database URL may hold a password, so nobody else may read it.
    """
    given = [f"{name}={value}" for name, value in kept(environ).items()]
    path = private_files.folder(heartbeat.folder()) / "review.command"
    path.unlink(missing_ok=True)
    path.touch(mode=0o700, exist_ok=False)  # never somebody's link
    path.write_text(f"#!/bin/sh\nexec {shlex.join(['env', *given, *review])}\n", encoding="utf-8")
    return str(path)
