"""Ensures that a person runs one daemon per machine."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from recall.daemon.process import heartbeat
from recall.errors import BadFile
from recall.files import private

LOCK = "remind.lock"

_LOOK_SECONDS = 0.5
"""Seconds: is_running holds the lock for a moment, which must not stop a daemon from starting."""


def lock() -> FileLock | None:
    """Acquire and return the lock; None if a daemon holds it. The system frees it after a crash."""
    return _taken(_LOOK_SECONDS)


def is_running() -> bool:
    """Return whether a daemon holds the lock. An unusable lock counts as free."""
    if not os.path.exists(_path()):
        return False
    try:
        taken = _taken(0)
    except BadFile:
        return False
    if taken is not None:
        taken.release()
    return taken is None


def _path() -> Path:
    return heartbeat.folder() / LOCK


def _taken(seconds: float) -> FileLock | None:
    path = _path()
    taken = FileLock(path)
    try:
        private.folder(path.parent)
        taken.acquire(timeout=seconds)
    except Timeout:
        return None
    except OSError as error:
        raise BadFile(path, f"cannot be locked: {error.strerror}") from error
    return taken
