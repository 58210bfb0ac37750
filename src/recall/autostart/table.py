"""The autostart of each platform."""

from collections.abc import Mapping

from recall.autostart.autostart import Autostart
from recall.autostart.launchd import LAUNCHD
from recall.autostart.systemd import SYSTEMD
from recall.autostart.task_scheduler import TASK_SCHEDULER
from recall.errors import RecallError

AUTOSTARTS: Mapping[str, Autostart] = {
    "linux": SYSTEMD,
    "darwin": LAUNCHD,
    "win32": TASK_SCHEDULER,
}
"""By the value of sys.platform."""


def for_platform(platform: str) -> Autostart:
    """Return a platform's autostart; RecallError if recall knows none."""
    try:
        return AUTOSTARTS[platform]
    except KeyError:
        raise RecallError(
            f"recall does not know how programs start with the desktop on {platform}; "
            "let your desktop run 'recall remind run'"
        ) from None
