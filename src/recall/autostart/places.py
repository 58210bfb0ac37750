"""Makes paths absolute: the daemon starts in another folder than `install`."""

import os

_FILES = (
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "PGPASSFILE",
    "PGSERVICEFILE",
)

_SQLITE = "sqlite:///"
_NO_FILE = ("", ":memory:")


def absolute(name: str, value: str) -> str:
    """Return a variable's value, made absolute if it is a path.

    A ~ means the home folder only in the two variables in which recall itself expands it.
    """
    if name in _FILES:
        return os.path.abspath(value)
    if name == "RECALL_CONFIG":
        return os.path.abspath(os.path.expanduser(value))
    if name == "RECALL_DATABASE_URL" and value.startswith(_SQLITE):
        path = value.removeprefix(_SQLITE)
        return value if path in _NO_FILE else _SQLITE + os.path.abspath(os.path.expanduser(path))
    return value
