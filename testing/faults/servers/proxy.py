"""A proxy before a PostgreSQL server, which cuts a conversation, falls silent, or loses a reply."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from threading import Event, Thread
from time import monotonic
from typing import Literal, NamedTuple

_LOOK_SECONDS = 0.02
_QUIET_SECONDS = 0.01
"""A server that has said nothing for this long has done what it was told."""

Way = Literal["to server", "to client"]

What = Literal["cut", "silent", "lost"]


class Fault(NamedTuple):
    """What happens once `byte` bytes of a command's conversations went one way.

    `cut` ends that conversation on both sides. `silent` passes nothing on any more and ends
    nothing. `lost` lets the server do what it was told, and ends the client's side without a reply.
    If the server does not come back, later conversations end, or stay silent, from their beginning.
    """

    what: What
    way: Way
    byte: int
    comes_back: bool = True


class _Pair:
    """A client's connection and the one to the server that belongs to it."""

    def __init__(self, client: socket.socket, server: socket.socket | None) -> None:
        self.client = client
        self.server = server
        self.is_deaf = False
        self.heard = monotonic()

    def way_of(self, end: socket.socket) -> Way:
        return "to server" if end is self.client else "to client"

    def close(self) -> None:
        for end in (self.client, self.server):
            if end is not None:
                end.close()


class Proxy:
    """Listens on a port of this machine. Made by `proxy`; `arm` it before each command."""

    def __init__(self, behind: str) -> None:
        """Stand before the server that has this socket."""
        self._behind = behind
        self._selector = DefaultSelector()
        self._pairs: dict[socket.socket, _Pair] = {}
        self._fault: Fault | None = None
        self._is_over = Event()
        self.passed: dict[Way, int] = {}
        self.fired = False
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._selector.register(self._listening, EVENT_READ)
        self.port = int(self._listening.getsockname()[1])
        self._wanted: list[Fault | None] = []
        self._armed = Event()
        self._thread = Thread(target=self._run, name="proxy", daemon=True)
        self._thread.start()

    def arm(self, fault: Fault | None) -> None:
        """End all conversations, and do this fault once; None lets everything pass."""
        self._armed.clear()
        self._wanted.append(fault)
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port)).close()
        self._armed.wait()

    def close(self) -> None:
        """End."""
        self._is_over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._is_over.is_set():
            for key, _ in self._selector.select(_LOOK_SECONDS if self._is_deaf else 0.1):
                end = key.fileobj
                assert isinstance(end, socket.socket)
                if end is self._listening:
                    self._accept()
                elif end in self._pairs:
                    self._pass_on(end, self._pairs[end])
            for pair in [one for one in self._pairs.values() if one.is_deaf]:
                if monotonic() - pair.heard > _QUIET_SECONDS:
                    self._drop(pair)
        self._clear()
        self._selector.unregister(self._listening)
        self._listening.close()
        self._selector.close()

    @property
    def _is_deaf(self) -> bool:
        return any(pair.is_deaf for pair in self._pairs.values())

    def _clear(self) -> None:
        for pair in set(self._pairs.values()):
            self._drop(pair)

    def _accept(self) -> None:
        client, _ = self._listening.accept()
        if self._wanted:
            self._clear()
            self._fault = self._wanted.pop()
            self.passed, self.fired = {"to server": 0, "to client": 0}, False
            client.close()
            self._armed.set()
            return
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.fired and self._fault and not self._fault.comes_back:
            self._refuse(client)
            return
        server = socket.socket(socket.AF_UNIX)
        server.connect(self._behind)
        pair = _Pair(client, server)
        for end in (client, server):
            self._pairs[end] = pair
            self._selector.register(end, EVENT_READ)

    def _refuse(self, client: socket.socket) -> None:
        if self._fault is not None and self._fault.what == "silent":
            self._pairs[client] = _Pair(client, None)
        else:
            client.close()

    def _pass_on(self, end: socket.socket, pair: _Pair) -> None:
        try:
            data = end.recv(65_536)
        except OSError:
            data = b""
        if not data:
            self._drop(pair)
            return
        pair.heard = monotonic()
        way, fault = pair.way_of(end), self._fault
        if pair.is_deaf and way == "to client":
            return
        left = None if fault is None or self.fired else fault.byte - self.passed[way]
        if fault is None or left is None or fault.way != way or left >= len(data):
            self._send(pair, way, data)
            return
        self._send(pair, way, data[:left])
        self._do(fault, pair)

    def _send(self, pair: _Pair, way: Way, data: bytes) -> None:
        other = pair.server if way == "to server" else pair.client
        self.passed[way] += len(data)
        try:
            if other is not None:
                other.sendall(data)
        except OSError:
            self._drop(pair)

    def _do(self, fault: Fault, pair: _Pair) -> None:
        self.fired = True
        if fault.what == "cut":
            self._drop(pair)
        elif fault.what == "lost":
            pair.is_deaf = True
        else:
            for end in (pair.client, pair.server):
                if end is not None:
                    self._selector.unregister(end)

    def _drop(self, pair: _Pair) -> None:
        for end in (pair.client, pair.server):
            if end is not None and self._pairs.pop(end, None) is not None:
                with suppress(KeyError):
                    self._selector.unregister(end)
        pair.close()


@contextmanager
def proxy(behind: Path) -> Iterator[Proxy]:
    """Start a proxy before the server with this socket."""
    running = Proxy(str(behind))
    try:
        yield running
    finally:
        running.close()
