"""A connection to the very address that was checked, every read and write within the deadline."""

from __future__ import annotations

import io
import socket
import ssl
from collections.abc import Callable, Collection
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from recall.fetching.addresses import HostAddress, public
from recall.fetching.answer import NoAnswer
from recall.fetching.deadline import Deadline, too_slow

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_FOR_EACH_ADDRESS = 6.0
"""Seconds until the next address of a host is tried: IPv6 often leads nowhere."""


class WebServer(NamedTuple):
    """A server: its host in ASCII, its port, and whether it speaks TLS."""

    host: str
    port: int
    tls: bool


Connect = Callable[[WebServer, Deadline], socket.socket]
"""Opens a connection; NoAnswer if that cannot be done."""


def connected(
    server: WebServer, deadline: Deadline, open_to: Collection[str] = ()
) -> socket.socket:
    """Look the host up, check its addresses, and connect to the first that takes it.

    open_to has addresses of the own network that may be asked all the same.
    """
    *others, last = public(server.host, server.port, deadline.left(server.host), open_to)
    for address in others:
        try:
            return _opened(address, server, deadline)
        except ssl.SSLError as error:
            raise _failure(error, server.host, deadline) from error
        except OSError:
            continue
    try:
        return _opened(last, server, deadline)
    except OSError as error:
        raise _failure(error, server.host, deadline) from error


def _opened(found: HostAddress, server: WebServer, deadline: Deadline) -> socket.socket:
    opened = socket.socket(found.family, socket.SOCK_STREAM)
    try:
        opened.settimeout(min(deadline.left(server.host), _FOR_EACH_ADDRESS))
        opened.connect(found.address)
        if not server.tls:
            return opened
        opened.settimeout(deadline.left(server.host))
        return _tls().wrap_socket(opened, server_hostname=server.host)
    except BaseException:
        opened.close()
        raise


@cache
def _tls() -> ssl.SSLContext:
    """Return TLS as the system has it. Made once: reading the certificates takes 20 ms."""
    return ssl.create_default_context()


def _failure(error: OSError, host: str, deadline: Deadline) -> NoAnswer:
    if isinstance(error, ssl.SSLCertVerificationError):
        return NoAnswer("certificate", f"{host} cannot prove that it is {host}")
    if isinstance(error, TimeoutError):
        return too_slow(host, deadline.seconds)
    if isinstance(error, ConnectionError | ssl.SSLError):
        return NoAnswer("refused", f"{host} takes no connection")
    return NoAnswer("offline", f"there is no way to {host}: {error.strerror or error}")


class TimedSocket:
    """The part of a socket that http.client uses, with a time limit for all of it together."""

    def __init__(self, opened: socket.socket, host: str, deadline: Deadline) -> None:
        """Take over an open connection."""
        self._socket = opened
        self._host = host
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send everything."""
        self._socket.settimeout(self._deadline.left(self._host))
        self._socket.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return what the server sends, as a file."""
        return io.BufferedReader(_Reader(self._socket, self._host, self._deadline))

    def close(self) -> None:
        """Leave the connection open: http.client closes before it reads the body."""


class _Reader(io.RawIOBase):
    """Gives what comes in; each wait is no longer than what is left of the whole time."""

    def __init__(self, opened: socket.socket, host: str, deadline: Deadline) -> None:
        self._socket = opened
        self._host = host
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        self._socket.settimeout(self._deadline.left(self._host))
        return self._socket.recv_into(buffer)
