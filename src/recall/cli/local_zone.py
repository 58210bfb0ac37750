"""The computer's own time zone, with all its changes of the clocks, past and to come.

`datetime.astimezone()` knows today's offset alone: tomorrow's may be another.
"""

import os
from collections.abc import Mapping
from datetime import tzinfo
from functools import lru_cache
from io import BytesIO
from zoneinfo import ZoneInfo

LOCALTIME = "/etc/localtime"
"""Where Linux and macOS keep it; it is read anew each time, as the computer may travel."""

IS_WINDOWS = os.name == "nt"
"""Which has no such file, and names of its own for the zones."""


def local_zone(environ: Mapping[str, str]) -> tzinfo | None:
    """Return the zone of TZ, or else of the computer; None where there is none to be read."""
    name = environ.get("TZ", "").removeprefix(":")
    try:
        if name and not os.path.isabs(name):
            return ZoneInfo(name)
        with open(name or LOCALTIME, "rb") as file:
            return _from(file.read())
    except (OSError, ValueError, KeyError):
        return _of_windows() if IS_WINDOWS else None


@lru_cache(maxsize=4)  # one object for one zone, by which others remember what they computed
def _from(content: bytes) -> ZoneInfo:
    return ZoneInfo.from_file(BytesIO(content), key="localtime")


def _of_windows() -> tzinfo | None:
    from tzlocal import reload_localzone

    try:
        return reload_localzone()
    except (LookupError, OSError):
        return None
