"""Which addresses may be asked: those of the public network, after the name was looked up.

A page, or a redirect, may name a printer, a router or a cloud's metadata service; a name may be
looked up to one. So the numbers are checked, never the names, and the connection goes to the very
number that was checked.
"""

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple

from recall.fetching.answer import NoAnswer

_GLOBAL_UNICAST = IPv6Network("2000::/3")
"""The only part of IPv6 that is given out to the public."""

_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: an IPv4 address in the last 32 bits, on networks that have only IPv6."""

_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class HostAddress(NamedTuple):
    """An address to connect to, as the socket module has it."""

    family: int
    address: tuple[str, int]

    @property
    def number(self) -> str:
        """The IP address, without a zone."""
        return str(self.address[0]).partition("%")[0]


def is_public(number: str) -> bool:
    """Return whether an IP address belongs to the public network.

    False for loopback, private, link-local, shared, unique local, multicast, reserved and
    documentation addresses, and for IPv6 addresses that carry such an IPv4 address.
    """
    address = ip_address(number)
    if isinstance(address, IPv6Address):
        carried = _carried(address)
        if carried is not None:
            return is_public(str(carried))
        if address not in _GLOBAL_UNICAST:
            return False
    return address.is_global and not address.is_multicast


def _carried(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, or None."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo and teredo[1])


def public(
    host: str, port: int, seconds: float, open_to: Collection[str] = ()
) -> list[HostAddress]:
    """Look a name up, and return those of its addresses that may be asked.

    NoAnswer if it has none. Addresses of open_to may be asked though they are not public: the
    tests have their servers on this machine.
    """
    found = _looked_up(host, port, seconds)
    allowed = [
        address for address in found if address.number in open_to or is_public(address.number)
    ]
    if not allowed:
        number = found[0].number
        seen = "" if number == host else f" ({number})"
        raise NoAnswer("own network", f"{host} is an address of your own network{seen}")
    return allowed


def _looked_up(host: str, port: int, seconds: float) -> list[HostAddress]:
    """Look a name up in a thread: the system's function knows no time limit."""
    box: SimpleQueue[list[HostAddress] | OSError | ValueError] = SimpleQueue()
    Thread(target=lambda: box.put(_addresses(host, port)), daemon=True).start()
    try:
        found = box.get(timeout=seconds)
    except Empty:
        raise NoAnswer("offline", f"the name {host} cannot be looked up now") from None
    if isinstance(found, list) and found:
        return found
    if isinstance(found, OSError) and found.errno not in _NO_SUCH_NAME:
        raise NoAnswer("offline", f"the name {host} cannot be looked up now") from found
    raise NoAnswer("no host", f"there is no host {host}")


def _addresses(host: str, port: int) -> list[HostAddress] | OSError | ValueError:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:  # names that IDNA cannot encode are ValueErrors
        return error
    return [
        HostAddress(int(family), (str(address[0]), int(address[1])))
        for family, _, _, _, address in found
        if family in (socket.AF_INET, socket.AF_INET6)
    ]
