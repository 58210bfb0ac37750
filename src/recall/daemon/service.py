"""Runs the daemon until it is told to stop."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from select import select
from typing import Any, TextIO

from recall.daemon.process import signals
from recall.daemon.reminder_loop import LOGGER, ReminderLoop
from recall.daemon.scheduler import every_minute
from recall.files import private
from recall.masking import masked
from recall.settings.locations import log_folder
from recall.usecases.upkeep.opening import give_up_servers

_LOG_BYTES = 200_000
_LOG_FILES = 3
_LOOK_SECONDS = 1.0
"""Seconds between two checks for a click."""


class _Masked(logging.Formatter):
    """Lines and tracebacks without the passwords of addresses."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the text of a record."""
        return masked(super().format(record))


class _PrivateLog(RotatingFileHandler):
    """A log that only the person may read: it names the library, and what was wrong with it."""

    def _open(self) -> Any:
        return private.appending(self.baseFilename)


def run(daemon: ReminderLoop) -> None:
    """Tick every minute until SIGTERM or Ctrl-C; finish a delivery or click in progress."""
    scheduler = every_minute(daemon.tick)
    with signals.until_stopped(logging.getLogger(LOGGER), give_up_servers) as stopped:
        daemon.begin(os.getpid())
        scheduler.start()
        try:
            while not select([stopped], [], [], _LOOK_SECONDS)[0]:
                daemon.listen()
        finally:
            scheduler.shutdown(wait=True)
            daemon.end()


def log_path() -> Path:
    """Return the path of the reminders' log."""
    return log_folder() / "remind.log"


def log_to(stream: TextIO | None) -> None:
    """Log to the file, which rotates when full, and to the stream.

    Python would write on the terminal what a full disk refuses.
    """
    logging.raiseExceptions = False
    log = logging.getLogger(LOGGER)
    log.setLevel(logging.INFO)
    log.propagate = False
    handlers: list[logging.Handler] = [logging.StreamHandler(stream)] if stream else []
    try:
        private.folder(log_path().parent)
        handlers.append(_PrivateLog(log_path(), maxBytes=_LOG_BYTES, backupCount=_LOG_FILES))
    except OSError as error:
        print(f"recall: no log is kept: {error}", file=sys.stderr)  # noqa: T201 - no log yet
    for handler in handlers:
        handler.setFormatter(_Masked("%(asctime)s %(message)s"))
        log.addHandler(handler)
