"""Notifications with buttons on a Linux desktop, through jeepney.

A message replaces the one in its slot, and clicks are reported. The connection stays open between
messages, because some desktops remove a program's notifications when it leaves the bus.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress

from recall.domain.reminders.message import (
    CLICKED,
    DESKTOP_ENTRY,
    Delivered,
    Delivery,
    Message,
    Undelivered,
)
from recall.notify import session_bus, text
from recall.notify.failures import CannotDeliver
from recall.notify.notifier import Notifier, OnAction
from recall.notify.session_bus import SessionBus, Signal

_SERVERS_OWN_TIME, _NEVER = -1, 0
"""When a message goes away by itself."""

_NORMAL, _CRITICAL = 1, 2
_DEAF_TO_TIMES = ("gnome-shell", "cinnamon")
"""Servers that take a message from the screen after their own time, unless it is critical. Only for
them it is made critical, because elsewhere that means an alarm."""

_NOT_TOLD_THE_ENTRY = ("gnome-shell", "")
"""Servers that do not learn which desktop entry is recall's, by which KDE's settings know it: GNOME
Shell removes a message with an entry when its sender ends, and one without a name may do so too."""


class DbusButtons(Notifier):
    """Talks to the notification server directly. Thread-safe."""

    name = "dbus"

    def __init__(self, environ: Mapping[str, str], platform: str, seconds: float = 5) -> None:
        """Do not connect yet; seconds limits each call to the server."""
        self._environ = environ
        self._platform = platform
        self._seconds = seconds
        self._lock = threading.Lock()
        self._bus: SessionBus | None = None
        self._owner = ""
        self._shown: dict[int, Message] = {}

    def problem(self) -> Undelivered | None:
        """Return why no server answers, or None. A server that hangs still owns its name."""
        with self._lock:
            try:
                self._reach().abilities()
            except CannotDeliver as error:
                return error.by(self.name)
        return None

    def send(self, message: Message) -> Delivery:
        """Show the message; it is delivered once the server returns a number."""
        with self._lock:
            try:
                self._show(self._reach(), message)
            except CannotDeliver as error:
                return error.by(self.name)
        return Delivered(self.name)

    def listen(self, on_action: OnAction) -> None:
        """Report clicks, the message's own as CLICKED. It waits only to close what was clicked."""
        with self._lock:
            answers = self._answers()
        for message, key in answers:
            on_action(message, key)

    def close(self) -> None:
        """Leave the bus. A later message reconnects."""
        with self._lock:
            self._leave()

    def _reach(self) -> SessionBus:
        """Return the open connection, or a new one if the old bus is gone, with a server on it."""
        if self._bus is not None and not self._bus.is_open():
            self._leave()
        if self._bus is None:
            self._bus = session_bus.connect(self._environ, self._seconds)
        owner = self._bus.server()
        if owner != self._owner:  # another server does not know the old one's numbers
            self._owner = owner
            self._shown.clear()
        return self._bus

    def _leave(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def _show(self, bus: SessionBus, message: Message) -> None:
        # Asked each time, because the server may have changed. It also detects a hanging server
        # before it has a message that it could show much later.
        able = bus.abilities()
        fitted = text.fitted(message, self._platform)
        body = text.escaped(fitted.body) if "body-markup" in able else fitted.body
        actions = _flat(message.actions) if "actions" in able else []
        replaced = self._shown_as(message.slot)
        hints = _hints(bus.server_name(), stays=message.stays)
        values = (text.APP_NAME, replaced, "", fitted.title, body, actions, hints)
        until = _NEVER if message.stays else _SERVERS_OWN_TIME
        number = bus.call("Notify", "susssasa{sv}i", (*values, until))
        self._shown[number] = message

    def _shown_as(self, slot: str) -> int:
        """Return the number of the message in the slot; 0 (none) if it is empty."""
        numbers = (number for number, shown in self._shown.items() if shown.slot == slot)
        return next(numbers, 0)

    def _answers(self) -> list[tuple[Message, str]]:
        if self._bus is None:
            return []
        answers = []
        for signal in self._bus.signals():
            if signal.sender == self._owner:
                answers += self._answer(signal)
        for message, _ in answers:
            if message.stays:
                self._take_away(self._bus, message)
        return answers

    def _take_away(self, bus: SessionBus, message: Message) -> None:
        """Close a message that was clicked: some servers leave it until its time is over."""
        number = self._shown_as(message.slot)
        if number:
            self._shown.pop(number)
            with suppress(CannotDeliver):  # the server has closed it already, or is gone
                bus.call("CloseNotification", "u", (number,))

    def _answer(self, signal: Signal) -> list[tuple[Message, str]]:
        """Return the click that a signal reports, if it is on one of recall's messages."""
        match signal.name, signal.values:
            case "ActionInvoked", (int(number), str(key)) if number in self._shown:
                return [(self._shown[number], key)]
            case "NotificationClosed", (int(number), _):
                self._shown.pop(number, None)
        return []


def _hints(server: str, *, stays: bool) -> dict[str, tuple[str, object]]:
    """Return the hints for a server, each with its D-Bus type."""
    urgency = _CRITICAL if stays and server in _DEAF_TO_TIMES else _NORMAL
    hints: dict[str, tuple[str, object]] = {"urgency": ("y", urgency)}
    if server not in _NOT_TOLD_THE_ENTRY:
        hints["desktop-entry"] = ("s", DESKTOP_ENTRY)
    return hints


def _flat(actions: tuple[tuple[str, str], ...]) -> list[str]:
    """Return keys and labels alternating, as D-Bus wants; the message itself is an action too."""
    if actions and CLICKED not in dict(actions):
        actions = ((CLICKED, "Open"), *actions)
    return [part for action in actions for part in action]
