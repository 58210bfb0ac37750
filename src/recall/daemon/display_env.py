"""Finds the desktop's display, for windows that a click opens.

systemd starts the daemon at login, before the desktop has a display. The desktop tells systemd
about it later, so systemd is asked when the display is needed.
"""

import shutil
import subprocess
from collections.abc import Mapping

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")

_NAMES = (*SCREENS, "XAUTHORITY", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE")

_SECONDS = 2


def with_screen(environ: Mapping[str, str], platform: str) -> Mapping[str, str]:
    """Return the environment, with the display if it can be found."""
    if platform in ("darwin", "win32") or any(map(environ.get, SCREENS)):
        return environ
    return {**environ, **_of_systemd(environ)}


def _of_systemd(environ: Mapping[str, str]) -> dict[str, str]:
    program = shutil.which("systemctl", path=environ.get("PATH"))
    if program is None:
        return {}
    try:
        done = subprocess.run(
            [program, "--user", "show-environment"],
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            env=dict(environ),
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    pairs = (line.partition("=")[::2] for line in done.stdout.splitlines())
    # A value in $'...' contains characters that no display name has.
    return {name: value for name, value in pairs if name in _NAMES and not value.startswith("$")}
