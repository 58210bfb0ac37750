"""Notifications with buttons on a Linux desktop, through jeepney.

A message takes the place of the one in its slot instead of standing beside it, and what a person
clicks comes back. The connection stays open from one message to the next: some desktops take a
program's notifications away when it leaves the bus. For the same reason no desktop-entry hint is
sent, by which GNOME Shell ties them to the sender.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

from recall.domain.reminders.message import CLICKED, Delivered, Delivery, Message, Undelivered
from recall.notify import session_bus, text
from recall.notify.failures import CannotDeliver
from recall.notify.notifier import Notifier, OnAction
from recall.notify.session_bus import SessionBus, Signal

_SERVERS_OWN_TIME = -1
_NORMAL_URGENCY = {"urgency": ("y", 1)}


class DbusButtons(Notifier):
    """Speaks to the notification server itself. Can be used from several threads."""

    name = "dbus"

    def __init__(self, environ: Mapping[str, str], platform: str, seconds: float = 5) -> None:
        """Connect to nothing yet; seconds limit each call to the server."""
        self._environ = environ
        self._platform = platform
        self._seconds = seconds
        self._lock = threading.Lock()
        self._bus: SessionBus | None = None
        self._owner = ""
        self._shown: dict[int, Message] = {}

    def problem(self) -> Undelivered | None:
        """Whether a server answers. One that hangs still has its name on the bus."""
        with self._lock:
            try:
                self._reach().abilities()
            except CannotDeliver as error:
                return error.by(self.name)
        return None

    def send(self, message: Message) -> Delivery:
        """Show the message; delivered once the server has given it a number."""
        with self._lock:
            try:
                self._show(self._reach(), message)
            except CannotDeliver as error:
                return error.by(self.name)
        return Delivered(self.name)

    def listen(self, on_action: OnAction) -> None:
        """Report clicks, the message's own as CLICKED. Nothing is waited for."""
        with self._lock:
            answers = self._answers()
        for message, key in answers:
            on_action(message, key)

    def close(self) -> None:
        """Leave the bus. A later message connects again."""
        with self._lock:
            self._leave()

    def _reach(self) -> SessionBus:
        """The open connection, or a new one where the old bus has gone; and a server on it."""
        if self._bus is not None and not self._bus.is_open():
            self._leave()
        if self._bus is None:
            self._bus = session_bus.connect(self._environ, self._seconds)
        owner = self._bus.server()
        if owner != self._owner:  # another server: the numbers of the old one mean nothing to it
            self._owner = owner
            self._shown.clear()
        return self._bus

    def _leave(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def _show(self, bus: SessionBus, message: Message) -> None:
        # Asked each time: the server may be another one by now. It also finds a server that
        # hangs before there is a message that it could still show later.
        able = bus.abilities()
        fitted = text.fitted(message, self._platform)
        body = text.escaped(fitted.body) if "body-markup" in able else fitted.body
        actions = _flat(message.actions) if "actions" in able else []
        replaced = self._number(message.slot)
        values = (text.APP_NAME, replaced, "", fitted.title, body, actions)
        rest = (_NORMAL_URGENCY, _SERVERS_OWN_TIME)
        number = bus.call("Notify", "susssasa{sv}i", values + rest)
        self._shown[number] = message

    def _number(self, slot: str) -> int:
        """The number of the message that stands in the slot; 0, which is none, for an empty one."""
        numbers = (number for number, shown in self._shown.items() if shown.slot == slot)
        return next(numbers, 0)

    def _answers(self) -> list[tuple[Message, str]]:
        if self._bus is None:
            return []
        answers = []
        for signal in self._bus.signals():
            if signal.sender == self._owner:
                answers += self._answer(signal)
        return answers

    def _answer(self, signal: Signal) -> list[tuple[Message, str]]:
        """The click that a signal tells of, if it is one on a message of ours."""
        match signal.name, signal.values:
            case "ActionInvoked", (int(number), str(key)) if number in self._shown:
                return [(self._shown[number], key)]
            case "NotificationClosed", (int(number), _):
                self._shown.pop(number, None)
        return []


def _flat(actions: tuple[tuple[str, str], ...]) -> list[str]:
    """Keys and labels in turn, as D-Bus wants them; beside buttons, the message counts as one."""
    if actions and CLICKED not in dict(actions):
        actions = ((CLICKED, "Open"), *actions)
    return [part for action in actions for part in action]
