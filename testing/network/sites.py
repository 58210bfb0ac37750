"""Web sites of the test's own on 127.0.0.1, which answer for any host; nothing else is reached."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial

from recall.fetching.connection import WebServer, connected
from recall.fetching.deadline import Deadline
from recall.fetching.network import Network

LOCAL = "127.0.0.1"

Reply = bytes | Callable[[socket.socket], None]
"""What is sent, from the status line on; or what is done with the connection."""


def reply(
    body: bytes | str = b"",
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    **headers: str,
) -> bytes:
    """Return a whole answer. In the names of headers an underscore stands for a hyphen."""
    content = body.encode() if isinstance(body, str) else body
    named = {
        "Content-Type": kind,
        "Content-Length": str(len(content)),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items()), "", ""]
    return "\r\n".join(lines).encode() + content


def redirect(there: str, status: str = "302 Found") -> bytes:
    """Return an answer that leads to another address."""
    return reply(status=status, Location=there)


def packed(body: str) -> bytes:
    """Return an answer that is packed with gzip."""
    return reply(gzip.compress(body.encode()), Content_Encoding="gzip")


def missing(_: str = "") -> bytes:
    """Return the answer of a server that has no such page."""
    return reply("<title>Not here</title>", status="404 Not Found")


class Sites:
    """Replies by `host/path`, as they are asked for; asked has what was asked, in order."""

    def __init__(self, port: int, replies: Mapping[str, Reply]) -> None:
        self.port = port
        self.replies = dict(replies)
        self.asked: list[str] = []
        self.heads: list[str] = []

    def network(self, clock: "Watch | None" = None) -> Network:
        """Return a network in which every host is here."""
        time = clock or Watch()
        return Network(self.connect, time, time.sleep)

    def local(self, clock: "Watch | None" = None) -> Network:
        """Return the real network, to which 127.0.0.1 is open."""
        time = clock or Watch()
        return Network(partial(connected, open_to={LOCAL}), time, time.sleep)

    def connect(self, server: WebServer, deadline: Deadline) -> socket.socket:
        """Connect to the server on this machine for every host, without TLS."""
        return socket.create_connection((LOCAL, self.port), deadline.left(server.host))

    def serve(self, listener: socket.socket) -> None:
        """Answer until the listener is closed."""
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            head = connection.recv(65_536)
            while head.startswith(b"GET ") and b"\r\n\r\n" not in head:
                head += connection.recv(65_536) or b"\r\n\r\n"
            if not head.startswith(b"GET "):
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
            text = head.decode("latin-1")
            _, path, _ = text.split(" ", 2)
            host = next(
                line[6:] for line in text.split("\r\n") if line.lower().startswith("host: ")
            )
            name = f"{host}{path}"
            self.asked.append(name)
            self.heads.append(text)
            answer = self.replies.get(name) or self.replies.get(path) or missing()
            if callable(answer):
                answer(connection)
            else:
                connection.sendall(answer)


class Watch:
    """A clock that stands still but for what is slept."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@contextmanager
def serving(replies: Mapping[str, Reply]) -> Iterator[Sites]:
    """Serve on a free port until the end of the block."""
    with socket.create_server((LOCAL, 0)) as listener:
        sites = Sites(listener.getsockname()[1], replies)
        threading.Thread(target=sites.serve, args=(listener,), daemon=True).start()
        yield sites
