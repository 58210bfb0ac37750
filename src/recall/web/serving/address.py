"""Where the page listens, and by which names it is asked for."""

import socket
from collections.abc import Iterable
from contextlib import closing
from errno import EADDRNOTAVAIL
from ipaddress import ip_address
from typing import NamedTuple

from recall.errors import BadInput, RecallError
from recall.web.guard.hosts import own_names

LOCAL = "127.0.0.1"
"""This computer alone."""

_NOWHERE = ("192.0.2.1", 9)
"""An address that is nobody's. The system says from which of its own it would be reached."""


class PageAddress(NamedTuple):
    """What the page listens on; host is an address or a name of this computer."""

    host: str
    port: int

    @property
    def is_local(self) -> bool:
        """Whether only this computer reaches it."""
        return self.host in (LOCAL, "localhost", "::1")

    @property
    def url(self) -> str:
        """The address for a browser: of this computer, or by which others find it."""
        is_any = self.host in ("0.0.0.0", "::")  # noqa: S104 - compared, not listened on
        host = _seen_from_outside() if is_any else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def names(self, further: Iterable[str]) -> frozenset[str]:
        """Return all names by which the page answers, with those that the person set."""
        with_port = {host if ":" in host else f"{host}:{self.port}" for host in further}
        here = self.url.removeprefix("http://").lower()
        return own_names(self.port) | {here} | with_port | set(further)


def listen(address: PageAddress) -> socket.socket:
    """Return a socket that listens; RecallError if it cannot."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except OSError:
        raise _elsewhere(address) from None
    family, kind, protocol, _, where = found[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen()
    except OSError as error:
        listening.close()
        if error.errno == EADDRNOTAVAIL:
            raise _elsewhere(address) from None
        raise RecallError(
            f"cannot listen on {address.host} port {address.port}: {error.strerror}; "
            "'recall web --port 7323' takes another port"
        ) from error
    return listening


def _elsewhere(address: PageAddress) -> BadInput:
    return BadInput(
        f"'{address.host}' is no address of this computer; try 0.0.0.0, or leave --host out"
    )


def _seen_from_outside() -> str:
    """Return this computer's own address in its network; nothing is sent to find it."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as asking:
        try:
            asking.connect(_NOWHERE)
            found = str(asking.getsockname()[0])
        except OSError:
            return LOCAL
    return LOCAL if ip_address(found).is_unspecified else found
