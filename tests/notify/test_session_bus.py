"""The session bus: what a program must not be able to do to the others on it."""

from itertools import count
from types import SimpleNamespace

from recall.notify.session_bus import SessionBus


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
