"""The name of this machine among those that share a library."""

import re
from pathlib import Path
from platform import node
from secrets import token_hex

from recall.files import private
from recall.settings.locations import state_folder

_LONGEST = 40


def name() -> str:
    """Return this machine's name: its host name and a unique part.

    It is created once and kept, because host names change, and many machines share one.
    """
    try:
        if kept := known():
            return kept
        made = f"{_called()}-{token_hex(4)}"
        private.put(_path(), made)
    except OSError:
        return _called()  # a name that cannot be stored must not differ at each start
    return made


def known() -> str:
    """Return the name that was created before; empty if there is none. It creates nothing."""
    text = _path().read_text(encoding="utf-8", errors="replace") if _path().exists() else ""
    return text if re.fullmatch(r"[\w.-]+-[0-9a-f]{8}", text) else ""


def _path() -> Path:
    return state_folder() / "machine"


def _called() -> str:
    return re.sub(r"[^\w.-]", "", node())[:_LONGEST] or "machine"
