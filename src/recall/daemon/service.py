"""Runs the daemon until it is told to stop."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from select import select
from typing import TextIO

from recall.daemon.process import signals
from recall.daemon.reminder_loop import LOGGER, ReminderLoop
from recall.daemon.scheduler import every_minute
from recall.settings import private_files
from recall.settings.locations import log_folder
from recall.usecases.upkeep.opening import give_up_servers

_LOG_BYTES = 200_000
_LOG_FILES = 3
_LOOK_SECONDS = 1.0
"""Seconds between two checks for a click."""


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
        private_files.folder(log_path().parent)
        handlers.append(
            RotatingFileHandler(
                log_path(), maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
            )
        )
    except OSError as error:
        print(f"recall: no log is kept: {error}", file=sys.stderr)  # noqa: T201 - no log yet
    for handler in handlers:
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        log.addHandler(handler)
