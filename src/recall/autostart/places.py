"""Where files are, said in full: the daemon starts in another folder than `install` ran in."""

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
    """Return a variable's value with the place it names in full; any other value as it is.

    A ~ is the home in the two variables in which recall itself reads it so.
    """
    if name in _FILES:
        return os.path.abspath(value)
    if name == "RECALL_CONFIG":
        return os.path.abspath(os.path.expanduser(value))
    if name == "RECALL_DATABASE_URL" and value.startswith(_SQLITE):
        path = value.removeprefix(_SQLITE)
        return value if path in _NO_FILE else _SQLITE + os.path.abspath(os.path.expanduser(path))
    return value
