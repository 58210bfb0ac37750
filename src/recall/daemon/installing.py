"""Starts the reminders now and with the desktop, and finds out whether they run."""

from collections.abc import Sequence
from contextlib import suppress
from time import monotonic, sleep
from typing import NamedTuple

from recall.autostart import menu_entry, table
from recall.autostart.autostart import REPLACE, Autostart, home, kept
from recall.daemon import terminals
from recall.daemon.host import Host
from recall.daemon.process import detached, heartbeat, instance_lock, stopping
from recall.daemon.process.heartbeat import Heartbeat
from recall.domain.reminders.message import DESKTOP_ENTRY
from recall.errors import RecallError
from recall.formats.shipped import shipped

START_PATIENCE_SECONDS = 5.0
"""Seconds that a daemon may take to start."""

_PAUSE = 0.1


class Start(NamedTuple):
    """Whether reminders run now, and whether that is the installed program.

    unlisted is why the desktop's menu and settings do not list recall; None if they do.
    """

    running: bool
    started: bool
    path: str
    pid: int | None
    unlisted: str | None = None

    def sentence(self) -> str:
        """Return the result as a sentence; RecallError if nothing runs."""
        missing = f"; the desktop's menu will not list recall: {self.unlisted}"
        return self._of_running() + (missing if self.unlisted else "")

    def _of_running(self) -> str:
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


def install(command: Sequence[str], host: Host) -> Start:
    """Start the daemon with the desktop from now on, and start it now.

    A way that was installed before, and is not the one to use now, is removed.
    """
    way, before = table.usable(host.platform), heartbeat.read()
    others = [
        autostart
        for autostart in table.installed(host.platform, host.environ)
        if autostart is not way
    ]
    if not all(autostart.supervised for autostart in others):
        stopping.stop(host.now)
    path = way.install(command, host.environ)
    for other in others:
        with suppress(RecallError):  # its program may be gone, which is why another way is used
            other.uninstall(host.environ)
    if not way.supervised:
        _start([*command, REPLACE], host)
    return _watched(path, before)._replace(unlisted=_list(command[0], host))


def uninstall(host: Host) -> tuple[str, bool]:
    """Stop the reminders, no longer start them with the desktop, and take recall from its menu.

    Return the path of the unit, and whether there was one. RecallError if they cannot be stopped.
    """
    ways = table.installed(host.platform, host.environ)
    if host.platform == "linux":
        menu_entry.uninstall(host.environ)
    for way in ways:
        way.uninstall(host.environ)
        if not way.supervised and not stopping.stop(host.now):
            raise RecallError(_still_running(way.path(host.environ)))
    first: Autostart = next(iter(ways), table.usable(host.platform))
    return first.path(host.environ), bool(ways)


def _list(python: str, host: Host) -> str | None:
    """Put recall into the menu and the settings of a Linux desktop; return why not if it fails."""
    if host.platform != "linux":
        return None
    icon = shipped(f"{DESKTOP_ENTRY}.svg").read_bytes()
    try:
        menu_entry.install([python, *terminals.REVIEW], host.environ, icon)
    except RecallError as error:
        return str(error)
    return None


def _start(command: Sequence[str], host: Host) -> None:
    """Start a daemon as the desktop would, apart from this terminal and its folder."""
    environ = {**host.environ, **kept(host.environ)}
    try:
        detached.start(command, environ, host.platform, home(host.environ))
    except OSError as error:
        raise RecallError(f"the reminders cannot be started: {error}") from error


def _still_running(path: str) -> str:
    last = heartbeat.read()
    process = f"process {last.pid}" if last else "a process"
    return f"{path} is removed, but {process} goes on with the reminders; end it"


def _watched(path: str, before: Heartbeat | None) -> Start:
    """Find out whether the installed reminders run; before is the last heartbeat until then.

    A daemon started by hand has the lock, and the one that the desktop starts goes away again.
    """
    until = monotonic() + START_PATIENCE_SECONDS
    while _identity(heartbeat.read()) in (None, _identity(before)) and monotonic() < until:
        sleep(_PAUSE)
    running, now = instance_lock.is_running(), heartbeat.read()
    started = running and _identity(now) not in (None, _identity(before))
    return Start(running, started, path, now.pid if now and running else None)


def _identity(heartbeat: Heartbeat | None) -> tuple[int, str] | None:
    """Return what identifies a daemon; process IDs alone are reused, such as after a restart."""
    return (heartbeat.pid, heartbeat.started) if heartbeat else None
