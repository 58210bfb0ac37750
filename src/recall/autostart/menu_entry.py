"""recall among a Linux desktop's programs: in its menu, and in its settings of notifications.

KDE lists the programs whose entry is shown in the menu and says that it sends notifications.
"""

import os
from collections.abc import Sequence

from recall.autostart.autostart import Environ, home
from recall.autostart.desktop_entry import entry, exec_line
from recall.autostart.unit_file import remove, write
from recall.domain.reminders.message import DESKTOP_ENTRY

_ICONS = "icons/hicolor/scalable/apps"


def form(command: Sequence[str], environ: Environ) -> str:
    """Return the desktop entry; the command is what the menu runs in a terminal."""
    return entry(
        {
            "Name": "recall",
            "GenericName": "Reading list",
            "GenericName[zh_CN]": "阅读清单",
            "Comment": "Go through today's reading and revisits",
            "Comment[zh_CN]": "今天要读和要重温的内容",
            "Icon": DESKTOP_ENTRY,
            "Exec": exec_line(command, environ),
            "Terminal": "true",
            "Categories": "Education;",
            "X-GNOME-UsesNotifications": "true",
        }
    )


def paths(environ: Environ) -> tuple[str, str]:
    """Return the paths of the entry and of its icon."""
    base = environ.get("XDG_DATA_HOME") or os.path.join(home(environ), ".local", "share")
    return (
        os.path.join(base, "applications", f"{DESKTOP_ENTRY}.desktop"),
        os.path.join(base, _ICONS, f"{DESKTOP_ENTRY}.svg"),
    )


def install(command: Sequence[str], environ: Environ, icon: bytes) -> None:
    """Write the entry and its icon, or write them again; BadFile if that fails."""
    entry_path, icon_path = paths(environ)
    write(icon_path, icon)
    write(entry_path, form(command, environ).encode())


def uninstall(environ: Environ) -> None:
    """Remove the entry and its icon, if they are there; BadFile if that fails."""
    for path in paths(environ):
        if os.path.isfile(path):
            remove(path)
