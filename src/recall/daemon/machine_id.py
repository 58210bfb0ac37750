"""The name of this machine among those that share a library."""

import re
from platform import node
from secrets import token_hex

from recall.daemon import heartbeat, private_files

_LONGEST = 40


def name() -> str:
    """Return this machine's name: its host name and a unique part.

    It is created once and kept, because host names change, and many machines share one.
    """
    path = heartbeat.folder() / "machine"
    try:
        known = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        if re.fullmatch(r"[\w.-]+-[0-9a-f]{8}", known):
            return known
        made = f"{_called()}-{token_hex(4)}"
        private_files.put(path, made)
    except OSError:
        return _called()  # a name that cannot be stored must not differ at each start
    return made


def _called() -> str:
    return re.sub(r"[^\w.-]", "", node())[:_LONGEST] or "machine"
