"""Linux without a user session of systemd: a file in the folder from which desktops start programs.

https://specifications.freedesktop.org/autostart-spec/latest/
"""

import os
from collections.abc import Sequence

from recall.autostart.autostart import REPLACE, Autostart, Environ, Step, home
from recall.autostart.desktop_entry import entry, exec_line
from recall.domain.reminders.message import DESKTOP_ENTRY

_FILE = "recall-remind.desktop"


def form(command: Sequence[str], environ: Environ) -> str:
    """Return the desktop entry.

    It takes over from a daemon that an earlier login has left, which cannot reach this desktop.
    """
    return entry(
        {
            "Name": "recall reminders",
            "Name[zh_CN]": "recall 提醒",
            "Comment": "Remind of what is due",
            "Icon": DESKTOP_ENTRY,
            "Exec": exec_line([*command, REPLACE], environ),
            "Terminal": "false",
            "NoDisplay": "true",
            "StartupNotify": "false",
        }
    )


def path(environ: Environ) -> str:
    """Return the path in the person's autostart folder."""
    base = environ.get("XDG_CONFIG_HOME") or os.path.join(home(environ), ".config")
    return os.path.join(base, "autostart", _FILE)


def no_steps(*_: str) -> list[Step]:
    """Return no step: no program starts or stops what the desktop started."""
    return []


XDG_AUTOSTART = Autostart(form, path, no_steps, no_steps, supervised=False)
