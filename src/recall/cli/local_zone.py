"""The computer's time zone, with all its clock changes, past and future.

`datetime.astimezone()` knows only today's offset; tomorrow's may differ.
"""

import os
from collections.abc import Mapping
from datetime import tzinfo
from functools import lru_cache
from io import BytesIO
from zoneinfo import ZoneInfo

LOCALTIME = "/etc/localtime"
"""The zone on Linux and macOS; read each time, because the computer may travel."""

IS_WINDOWS = os.name == "nt"
"""Windows has no such file, and its own names for zones."""


def local_zone(environ: Mapping[str, str]) -> tzinfo | None:
    """Return the zone of TZ, or else of the computer; None if neither can be read."""
    name = environ.get("TZ", "").removeprefix(":")
    try:
        if name and not os.path.isabs(name):
            return ZoneInfo(name)
        with open(name or LOCALTIME, "rb") as file:
            return _from(file.read())
    except (OSError, ValueError, KeyError):
        return _of_windows() if IS_WINDOWS else None


@lru_cache(maxsize=4)  # one object per zone, because other caches use it as a key
def _from(content: bytes) -> ZoneInfo:
    return ZoneInfo.from_file(BytesIO(content), key="localtime")


def _of_windows() -> tzinfo | None:
    from tzlocal import reload_localzone

    try:
        return reload_localzone()
    except (LookupError, OSError):
        return None
