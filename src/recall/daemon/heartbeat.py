"""The daemon's pulse: a small file that says whether it lives, and how it is."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from recall.daemon import private_files
from recall.settings.locations import state_folder

SILENT_SECONDS = 180
"""A daemon whose last beat is older than this does not do its work."""


class Pulse(NamedTuple):
    """What the daemon last said of itself; instants are RFC 3339 text."""

    pid: int
    started: str
    beat: str
    problem: str | None = None


def folder() -> Path:
    """Return the folder of the pulse, the lock and the machine's name."""
    return state_folder()


def write(pulse: Pulse) -> None:
    """Put it in place. A folder that cannot be written must not stop the reminders."""
    with suppress(OSError):
        private_files.put(_path(), json.dumps(pulse._asdict()))


def read() -> Pulse | None:
    """The last pulse, of a daemon that lives or is gone; None where there is none to read."""
    try:
        found = Pulse(**json.loads(_path().read_text(encoding="utf-8")))
        is_whole = all(datetime.fromisoformat(at).tzinfo for at in (found.started, found.beat))
    except (OSError, ValueError, TypeError):
        return None
    return found if is_whole else None


def is_silent(pulse: Pulse, now: datetime) -> bool:
    """Has it missed several beats? One from the future is from before the clock went back."""
    since = now - datetime.fromisoformat(pulse.beat)
    return abs(since.total_seconds()) > SILENT_SECONDS


def _path() -> Path:
    return folder() / "remind.json"
