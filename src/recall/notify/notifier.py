"""What every way to deliver promises."""

from collections.abc import Callable
from typing import Protocol

from recall.domain.reminders.message import Delivery, Message, Undelivered

OnAction = Callable[[Message, str], None]
"""Told which message a person answered, and the key of what they chose."""


class Notifier(Protocol):
    """A way to deliver. It never raises for want of a desktop, and never waits without a limit."""

    name: str

    def problem(self) -> Undelivered | None:
        """Why nothing could be delivered now; None where it could. Shows nothing to anybody."""

    def send(self, message: Message) -> Delivery:
        """Deliver the message, or return why it could not be delivered."""

    def listen(self, on_action: OnAction) -> None:
        """Report the clicks since the last call, without waiting. Most backends know of none."""
        del on_action

    def close(self) -> None:
        """Let go of what is held from one message to the next. Most backends hold nothing."""
        return
