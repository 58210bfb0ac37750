"""Checks after `recall remind install` whether the reminders run."""

from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple

from recall.errors import RecallError

if TYPE_CHECKING:
    from recall.daemon.heartbeat import Heartbeat

START_PATIENCE_SECONDS = 5.0
"""Seconds that a daemon may take to start."""

_PAUSE = 0.1


class Start(NamedTuple):
    """Whether reminders run now, and whether that is the installed program."""

    running: bool
    started: bool
    path: str
    pid: int | None

    def sentence(self) -> str:
        """Return the result as a sentence; RecallError if nothing runs."""
        if self.started:
            return f"reminders run, and start with the desktop: {self.path}"
        if self.running:
            process = f"process {self.pid}" if self.pid else "one"
            return (
                f"reminders start with the desktop, from your next login on: {self.path}; "
                f"until then {process} sends them, which was started by hand. "
                "To change over now, end it and run 'recall remind install' again"
            )
        raise RecallError(
            f"reminders start with the desktop ({self.path}), but none run after "
            f"{START_PATIENCE_SECONDS:g} s; 'recall remind status' says more, and names the log"
        )


def watch(path: str, before: "Heartbeat | None") -> Start:
    """Find out whether the installed reminders run; before is the last heartbeat until then.

    A daemon started by hand has the lock, and the one that the desktop starts goes away again.
    """
    from recall.daemon import heartbeat, instance_lock

    until = monotonic() + START_PATIENCE_SECONDS
    while _identity(heartbeat.read()) in (None, _identity(before)) and monotonic() < until:
        sleep(_PAUSE)
    running, now = instance_lock.is_running(), heartbeat.read()
    started = running and _identity(now) not in (None, _identity(before))
    return Start(running, started, path, now.pid if now and running else None)


def _identity(heartbeat: "Heartbeat | None") -> tuple[int, str] | None:
    """Return what identifies a daemon; process IDs alone are reused, such as after a restart."""
    return (heartbeat.pid, heartbeat.started) if heartbeat else None
