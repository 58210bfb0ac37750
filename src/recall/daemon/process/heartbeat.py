"""The daemon's heartbeat: a small file that says whether it lives, and how it is."""

import json
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, datetime
from pathlib import Path
from typing import NamedTuple

from recall.files import private
from recall.settings.locations import state_folder

SILENT_SECONDS = 180
"""A daemon whose last heartbeat is older than this has hung."""


class Heartbeat(NamedTuple):
    """The daemon's last heartbeat; instants are RFC 3339 text."""

    pid: int
    started: str
    beat: str
    problem: str | None = None


def folder() -> Path:
    """Return the folder of the heartbeat, the lock and the machine's name."""
    return state_folder()


def write(heartbeat: Heartbeat) -> None:
    """Write the heartbeat. A folder that cannot be written must not stop the reminders."""
    with suppress(OSError):
        private.put(_path(), json.dumps(heartbeat._asdict()))


def read() -> Heartbeat | None:
    """The last heartbeat, of a daemon that lives or is gone; None where there is none to read."""
    try:
        heartbeat = Heartbeat(**json.loads(_path().read_text(encoding="utf-8")))
        is_whole = all(map(_is_instant, (heartbeat.started, heartbeat.beat)))
    except (OSError, ValueError, TypeError):
        return None
    return heartbeat if is_whole else None


def is_silent(heartbeat: Heartbeat, now: datetime) -> bool:
    """Return whether it missed several beats. One in the future is from before a clock change."""
    since = now - datetime.fromisoformat(heartbeat.beat)
    return abs(since.total_seconds()) > SILENT_SECONDS


def _is_instant(stamp: str) -> bool:
    """Return whether it has a zone, and can be shown in every other; ValueError if it is none."""
    at = datetime.fromisoformat(stamp)
    return at.tzinfo is not None and MINYEAR < at.year < MAXYEAR


def _path() -> Path:
    return folder() / "remind.json"
