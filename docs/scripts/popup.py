"""Takes the picture of docs/reminders.md: a reminder that recall really sent, on a real desktop.

Run it when the text of a reminder has changed: `python docs/scripts/popup.py`. It needs Xvfb,
dbus-daemon, dunst and ImageMagick; the library is made in a temporary folder, at a fixed date.
"""

import io
import os
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from recall.cli.environment import Environment  # noqa: E402 - see above
from recall.cli.main import main as recall  # noqa: E402 - the path above comes first
from testing.desktop.dbus_server import session_bus, wait_for  # noqa: E402 - see above
from testing.desktop.real_desktop import Desktop, real_desktop  # noqa: E402 - see above

PICTURE = ROOT / "docs" / "pictures" / "popup.png"
ZONE = ZoneInfo("Asia/Shanghai")
MADE = datetime(2026, 11, 17, 9, tzinfo=ZONE)
TAKEN = MADE + timedelta(days=3)
POINTS, PIXELS = 16, 640


def main() -> int:
    """Make a library, let some of it come due, send one reminder, and photograph it."""
    with tempfile.TemporaryDirectory() as name, session_bus() as bus:
        folder = Path(name)
        with real_desktop(_environ(folder) | bus.environ, folder, POINTS, PIXELS) as desktop:
            _run(desktop, MADE, "config", "set", "time_zone", ZONE.key)
            _run(desktop, MADE, "init")
            _run(desktop, TAKEN, "remind", "test")
            wait_for(lambda: desktop.displays(1), "the reminder is displayed")
            desktop.run("import", "-window", "root", "-trim", "+repage", str(PICTURE))
    return 0


def _environ(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "RECALL_DATABASE_URL": f"sqlite:///{folder}/library.db",
        "RECALL_CONFIG": str(folder / "config.toml"),
    }


def _run(desktop: Desktop, now: datetime, *command: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    if recall(command, Environment(desktop.environ, lambda: now, out, err)):
        raise RuntimeError(err.getvalue())


if __name__ == "__main__":
    sys.exit(main())
