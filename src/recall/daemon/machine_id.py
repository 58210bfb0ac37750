"""Which machine this is, among those that share a library."""

import re
from platform import node
from secrets import token_hex

from recall.daemon import heartbeat, private_files

_LONGEST = 40


def name() -> str:
    """This machine's own name: what it is called, and a part that no other machine has.

    It is made once and kept, because a machine may be called anew, and many are called alike.
    """
    path = heartbeat.folder() / "machine"
    try:
        known = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        if re.fullmatch(r"[\w.-]+-[0-9a-f]{8}", known):
            return known
        made = f"{_called()}-{token_hex(4)}"
        private_files.put(path, made)
    except OSError:
        return _called()  # what cannot be kept must not be another one at each start
    return made


def _called() -> str:
    return re.sub(r"[^\w.-]", "", node())[:_LONGEST] or "machine"
