"""The ways to start with the desktop, by platform."""

from collections.abc import Mapping, Sequence

from recall.autostart.autostart import Autostart, Environ
from recall.autostart.launchd import LAUNCHD
from recall.autostart.runner import Run, run_program
from recall.autostart.systemd import SYSTEMD
from recall.autostart.task_scheduler import TASK_SCHEDULER
from recall.autostart.xdg_autostart import XDG_AUTOSTART
from recall.errors import RecallError

AUTOSTARTS: Mapping[str, Sequence[Autostart]] = {
    "linux": (SYSTEMD, XDG_AUTOSTART),
    "darwin": (LAUNCHD,),
    "win32": (TASK_SCHEDULER,),
}
"""By the value of sys.platform. The first that is usable is taken; the last always is."""


def for_platform(platform: str) -> Sequence[Autostart]:
    """Return a platform's ways, the preferred one first; RecallError if recall knows none."""
    try:
        return AUTOSTARTS[platform]
    except KeyError:
        raise RecallError(
            f"recall does not know how programs start with the desktop on {platform}; "
            "let your desktop run 'recall remind run'"
        ) from None


def usable(platform: str, run: Run = run_program) -> Autostart:
    """Return the way to use on this machine, in this session."""
    return next(way for way in for_platform(platform) if way.usable(run))


def installed(platform: str, environ: Environ) -> list[Autostart]:
    """Return the ways whose unit exists."""
    return [way for way in for_platform(platform) if way.installed(environ)]
