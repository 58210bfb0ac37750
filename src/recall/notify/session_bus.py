"""The session bus of a Linux desktop, and the notification server on it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any, NamedTuple

from recall.notify.failures import CannotDeliver, hangs, no_bus, refused

SERVER = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

_NOWHERE = "neither DBUS_SESSION_BUS_ADDRESS nor $XDG_RUNTIME_DIR/bus is there"

_WAITING_SIGNALS = 100
"""The most signals kept between two reads, and the most messages per read."""


class Signal(NamedTuple):
    """A signal of the notification server: its name, its values, and its sender's bus name."""

    name: str
    values: tuple[Any, ...]
    sender: str


def addresses(environ: Mapping[str, str]) -> list[str]:
    """Return the bus's possible addresses, in D-Bus's format; a service has only the second."""
    listed = environ.get("DBUS_SESSION_BUS_ADDRESS", "").split(";")
    folder = environ.get("XDG_RUNTIME_DIR", "")
    socket = os.path.join(folder, "bus")
    if folder and os.path.exists(socket):
        listed.append(f"unix:path={socket}")
    return list(dict.fromkeys(filter(None, listed)))


def check(environ: Mapping[str, str], seconds: float) -> None:
    """Raise CannotDeliver if no message can be shown; it shows nothing itself.

    Without jeepney it detects only a missing bus, not a missing server.
    """
    if not addresses(environ):
        raise no_bus(_NOWHERE)
    if find_spec("jeepney") is not None:
        bus = connect(environ, seconds)
        try:
            bus.server()
            bus.abilities()
        finally:
            bus.close()


def connect(environ: Mapping[str, str], seconds: float) -> SessionBus:
    """Return the first bus that answers; CannotDeliver if none does. seconds limits each call."""
    try:
        from jeepney.io.blocking import open_dbus_connection
    except ImportError:
        raise CannotDeliver("jeepney is not installed", "pip install jeepney") from None
    problem = _NOWHERE
    for address in addresses(environ):
        try:
            connection = open_dbus_connection(address, auth_timeout=seconds)
        except (OSError, ValueError, RuntimeError) as error:  # the last two: an invalid address
            problem = f"cannot connect to {address}: {error}"
        else:
            bus = SessionBus(connection, seconds)
            bus.subscribe()
            return bus
    raise no_bus(problem)


class SessionBus:
    """An open connection. Calls raise CannotDeliver, and take at most the given seconds."""

    def __init__(self, connection: Any, seconds: float) -> None:
        """Use `connect` instead of calling this."""
        from jeepney import DBusAddress

        self._connection = connection
        self._seconds = seconds
        self._signals: deque[Any] = deque(maxlen=_WAITING_SIGNALS)
        self._server = DBusAddress(PATH, bus_name=SERVER, interface=SERVER)
        connection.sock.settimeout(seconds)  # a full buffer must not block forever

    def subscribe(self) -> None:
        """Subscribe to the server's signals; close the connection if that fails."""
        from jeepney import MatchRule, message_bus

        rule = MatchRule(type="signal", interface=SERVER, path=PATH)
        self._connection.filter(rule, queue=self._signals)
        try:
            self._ask(message_bus.AddMatch(rule))
        except CannotDeliver:
            self.close()
            raise

    def server(self) -> str:
        """Return the bus name of the notification server, which the bus starts if it can."""
        from jeepney import message_bus

        if not self._ask(message_bus.NameHasOwner(SERVER))[0]:
            self._ask(message_bus.StartServiceByName(SERVER))
        return str(self._ask(message_bus.GetNameOwner(SERVER))[0])

    def abilities(self) -> list[str]:
        """Return the server's capabilities; this also detects a server that hangs."""
        return list(self.call("GetCapabilities"))

    def server_name(self) -> str:
        """Return how the server calls itself, such as "gnome-shell"; empty if it does not say."""
        try:
            return str(self.call("GetServerInformation"))
        except CannotDeliver:
            return ""

    def call(self, method: str, signature: str | None = None, values: tuple[Any, ...] = ()) -> Any:
        """Return the first result of a method of the notification server; None if it has none."""
        from jeepney import new_method_call

        results = self._ask(new_method_call(self._server, method, signature, values))
        return results[0] if results else None

    def is_open(self) -> bool:
        """Read what has arrived; return False if the bus is gone. Limits the messages per call."""
        try:
            for _ in range(_WAITING_SIGNALS):
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            return True
        except OSError:
            return False
        return True

    def signals(self) -> Iterator[Signal]:
        """Yield the signals that have arrived, even if the bus is gone since."""
        from jeepney import HeaderFields

        self.is_open()
        while self._signals:
            message = self._signals.popleft()
            fields = message.header.fields
            sender = fields.get(HeaderFields.sender, "")
            yield Signal(fields[HeaderFields.member], message.body, sender)

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def _ask(self, message: Any) -> Any:
        from jeepney import DBusErrorResponse
        from jeepney.wrappers import unwrap_msg

        try:
            reply = self._connection.send_and_get_reply(message, timeout=self._seconds)
            return unwrap_msg(reply)
        except TimeoutError:
            raise hangs(self._seconds) from None
        except DBusErrorResponse as error:
            raise refused(f"{error.name} {' '.join(map(str, error.data))}") from None
        except OSError as error:
            raise no_bus(f"the connection was lost: {error}") from None
