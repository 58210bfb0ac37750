"""A guard: no test, and no process that a test starts, reaches beyond this machine.

An audit hook sees what any library does, and cannot be taken away. `children/` beside it brings the
guard to child processes: Python runs a sitecustomize that lies on its path.
"""

import os
import sys
from pathlib import Path

_LOOKED_UP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_SENT = ("socket.connect", "socket.sendto", "socket.sendmsg")


class Outside(AssertionError):
    """A test looked up a name, or connected to an address, that is not of this machine."""


def guard() -> None:
    """From now on, every connection of this process stays on this machine or raises Outside."""
    sys.addaudithook(_check)


def guard_children() -> None:
    """Guard the processes that this one starts from now on as well."""
    ours, there = str(Path(__file__).parent / "children"), os.environ.get("PYTHONPATH", "")
    if ours not in there.split(os.pathsep):
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (ours, there)))


def _check(event: str, arguments: tuple[object, ...]) -> None:
    if event in _LOOKED_UP:
        _check_host(event, arguments[0])
    elif event in _SENT and isinstance(arguments[1], tuple):
        _check_number(event, str(arguments[1][0]))


def _check_host(event: str, host: object) -> None:
    """Names are looked up by servers elsewhere; numbers are not."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in (None, "", "localhost") or _is_number(str(name)):
        return
    raise Outside(f"{event}: a test looks up {name!r}")


def _check_number(event: str, number: str) -> None:
    if not (number in ("localhost", "::1") or number.startswith("127.")):
        raise Outside(f"{event}: a test connects to {number}")


def _is_number(text: str) -> bool:
    """Return whether a host is a number in any spelling, such as 0x7f.1 or fe80::1%eth0."""
    return ":" in text or (text[:1].isdigit() and text.replace(".", "").replace("x", "").isalnum())
