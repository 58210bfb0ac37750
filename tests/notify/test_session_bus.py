"""The session bus: what a program must not be able to do to the others on it."""

from itertools import count
from types import SimpleNamespace

from recall.notify.session_bus import SessionBus, connect
from testing.desktop.dbus_server import Bus, NotificationServer, wait_for


class Flooded:
    """A connection on which there is always one message more."""

    def __init__(self) -> None:
        self.sock = SimpleNamespace(settimeout=lambda _: None)
        self._read = count(1)

    def recv_messages(self, timeout: float) -> None:
        assert next(self._read) < 10_000, "the others wait for ever"


def test_whoever_floods_the_bus_does_not_hold_up_the_rest() -> None:
    bus = SessionBus(Flooded(), seconds=1)
    assert bus.is_open()


def test_what_the_server_told_is_there_for_whoever_asks_for_it(
    bus: Bus, server: NotificationServer
) -> None:
    listening = connect(bus.environ, seconds=5)
    server.click(7, "review")
    told: list[str] = []

    def look() -> bool:
        told.extend(signal.name for signal in listening.signals())
        return len(told) > 1

    wait_for(look, "the click and the closing have come")
    listening.close()
    assert told == ["ActionInvoked", "NotificationClosed"]
