"""The parts common to all ways to start with the desktop: writing the unit and starting it."""

import os
from collections.abc import Callable, Mapping, Sequence
from time import sleep
from typing import NamedTuple
from unicodedata import category

from recall.autostart.places import absolute
from recall.autostart.runner import NOT_FOUND, Ended, Run, run_program
from recall.autostart.unit_file import remove, write
from recall.errors import BadInput, RecallError

KEPT_VARIABLES = (
    "RECALL_CONFIG",
    "RECALL_DATABASE_URL",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "TZ",
    # For the review that a click opens.
    "TERMINAL",
    "BROWSER",
    "VISUAL",
    "EDITOR",
    # Parameters that a PostgreSQL URL may leave out.
    "PGHOST",
    "PGPORT",
    "PGUSER",
    "PGPASSWORD",
    "PGPASSFILE",
    "PGSERVICE",
    "PGSERVICEFILE",
    "PGSSLMODE",
)
"""Variables the daemon needs from a terminal's environment; a desktop session may lack them.

Not PATH: a session has its own, which stays right when the person changes it.
"""

Environ = Mapping[str, str]


_PAUSE_SECONDS = 0.5
"""Seconds between two attempts at a step."""

_REMEDY = (
    "run 'recall remind install' again in a terminal on the desktop, "
    "or let the desktop itself start 'recall remind run'"
)


class Step(NamedTuple):
    """One program to run; may_fail if its failure does not matter, tries if it may need retries."""

    args: Sequence[str]
    may_fail: bool = False
    tries: int = 1


class Autostart(NamedTuple):
    """One way to start with the desktop: its unit's text and path, and how to start and stop it.

    form gets the command and the environment, path the environment, and start the path of the
    unit. The tidy steps run after the unit is removed. The test fails where this way cannot be
    used; None if it always can. If it is not supervised, the desktop starts the daemon at a
    login and nothing else, and there are no steps: `recall.daemon.installing` starts and stops it.
    """

    form: Callable[[Sequence[str], Environ], str]
    path: Callable[[Environ], str]
    start: Callable[[str], Sequence[Step]]
    stop: Callable[[], Sequence[Step]]
    tidy: Sequence[Step] = ()
    encoding: str = "utf-8"
    test: Step | None = None
    supervised: bool = True

    def usable(self, run: Run = run_program) -> bool:
        """Return whether this way can be used on this machine, in this session."""
        return self.test is None or run(self.test.args).status == 0

    def unit(self, command: Sequence[str], environ: Environ) -> str:
        """Return the text of a unit that runs a command; BadInput if a unit cannot express it."""
        named = [("the path of Python", word) for word in command] + list(kept(environ).items())
        for name, text in named:  # the text is not repeated: it may be a password
            if any(category(char) in ("Cc", "Cs") for char in text):
                raise BadInput(
                    f"{name} holds a character that cannot be part of a start command; "
                    "change it, and install again"
                )
        return self.form(command, environ)

    def install(self, command: Sequence[str], environ: Environ, run: Run = run_program) -> str:
        """Write the unit, start it, and return its path; called again, it updates the unit.

        Raises RecallError if a program fails. A new unit is then removed: a unit that nothing
        starts would look as if it were installed.
        """
        path, was_there = self.path(environ), self.installed(environ)
        write(path, self.unit(command, environ).encode(self.encoding))
        failed = _failed(self.start(path), run)
        if failed:
            if not was_there:
                remove(path)
            raise RecallError(f"the reminders cannot be started: {failed}; {_REMEDY}")
        return path

    def uninstall(self, environ: Environ, run: Run = run_program) -> bool:
        """Stop it and remove the unit; return False if there is none.

        Raises RecallError if a program fails; the unit is removed anyway.
        """
        path = self.path(environ)
        if not self.installed(environ):
            return False
        failed = _failed(self.stop(), run)
        remove(path)
        failed = _failed(self.tidy, run) or failed
        if failed:
            raise RecallError(
                f"{path} is removed, but {failed}; reminders may go on until you log out"
            )
        return True

    def installed(self, environ: Environ) -> bool:
        """Return whether the unit exists; it may not be running."""
        return os.path.isfile(self.path(environ))


REPLACE = "--replace"
"""The option by which a daemon ends one that runs already, and takes its place."""


def daemon_command(python: str) -> list[str]:
    """Return the command that starts the daemon, safe from modules in its working directory."""
    return [python, "-P", "-m", "recall", "remind", "run"]


def kept(environ: Environ) -> dict[str, str]:
    """Return the variables to copy into the unit, with absolute paths."""
    return {name: absolute(name, environ[name]) for name in KEPT_VARIABLES if environ.get(name)}


def home(environ: Environ) -> str:
    """Return the person's home."""
    return environ.get("HOME") or environ.get("USERPROFILE") or os.path.expanduser("~")


def _failed(steps: Sequence[Step], run: Run) -> str:
    """Run the steps until one fails, and return which and how; empty if none fails."""
    for step in steps:
        status, words = _ended(step, run)
        if status == NOT_FOUND:
            return f"this machine has no '{step.args[0]}'"
        if status and not step.may_fail:
            said = f" ({words})" if words else ""
            return f"'{' '.join(step.args)}' ended with status {status}{said}"
    return ""


def _ended(step: Step, run: Run) -> Ended:
    ended = run(step.args)
    for _ in range(step.tries - 1):
        if ended.status in (0, NOT_FOUND):
            break
        sleep(_PAUSE_SECONDS)
        ended = run(step.args)
    return ended
