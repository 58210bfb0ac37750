"""A server that says the same bytes to everybody, on a wire within this process."""

import socket
from threading import Thread

from recall.fetching.connection import Connect, WebServer
from recall.fetching.deadline import Deadline


def sending(answer: bytes) -> Connect:
    """Return what connects to a server that sends some bytes, and then nothing more."""

    def connect(_server: WebServer, _deadline: Deadline) -> socket.socket:
        ours, theirs = socket.socketpair()
        Thread(target=_say, args=(theirs, answer), daemon=True).start()
        return ours

    return connect


def _say(wire: socket.socket, answer: bytes) -> None:
    """Send all, as far as it is taken, and wait until the other end is closed."""
    with wire:
        try:
            wire.sendall(answer)
            wire.shutdown(socket.SHUT_WR)
            while wire.recv(65_536):
                pass
        except OSError:
            return
