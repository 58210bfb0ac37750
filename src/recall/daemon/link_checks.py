"""Lets a process of its own check a few links a day, if the person wants that.

A process, because sites may take their time and the reminders must not wait for them; it may be
ended at any moment, because the result of each link is stored at once.
"""

import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from logging import Logger

from recall.usecases.context import Context
from recall.usecases.link_checks.daily import claimed, left_today

PAUSE = timedelta(hours=1)
"""From one start to the next on a day: without a network nothing is found, and nothing noted."""

LONGEST_CHECK = timedelta(minutes=30)
"""A check that has not ended by then is ended."""


class LinkChecks:
    """Starts `recall check`, at most once an hour, and never two at a time."""

    def __init__(
        self, environ: Mapping[str, str], log: Logger, python: str = sys.executable
    ) -> None:
        """Start nothing yet."""
        self._environ = environ
        self._log = log
        self._python = python
        self._process: subprocess.Popen[bytes] | None = None
        self._started: datetime | None = None

    def tick(self, context: Context, machine: str) -> None:
        """Start a check if one is wanted; it is not waited for. Failures are only logged.

        Of several machines that share a library only one checks at a time.
        """
        if self._is_running(context.now) or not self._may_start(context.now):
            return
        number = left_today(context)
        if number and claimed(context, machine, LONGEST_CHECK):
            self._start(number, context.now)

    def end(self) -> None:
        """End the check that runs, if one does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _is_running(self, now: datetime) -> bool:
        """Return whether a check runs; one that takes too long is ended."""
        if self._process is None or self._started is None:
            return False
        if self._process.poll() is None and now - self._started <= LONGEST_CHECK:
            return True
        if self._process.returncode:
            self._log.warning("links were not checked; 'recall check' says why")
        self.end()
        return False

    def _may_start(self, now: datetime) -> bool:
        """Return whether the last start is long ago, or was by a clock that was ahead."""
        return self._started is None or not timedelta() <= now - self._started < PAUSE

    def _start(self, number: int, now: datetime) -> None:
        command = [self._python, "-P", "-X", "utf8", "-m", "recall", "check"]
        self._started = now
        try:
            self._process = subprocess.Popen(
                [*command, "--oldest", str(number)],
                env=dict(self._environ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # only on Windows
            )
        except OSError as error:
            self._log.warning("links were not checked: %s", error)
