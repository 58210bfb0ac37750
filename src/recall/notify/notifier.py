"""The interface of delivery backends."""

from collections.abc import Callable
from typing import Protocol

from recall.domain.reminders.message import Delivery, Message, Undelivered

OnAction = Callable[[Message, str], None]
"""Called with the message that was clicked, and the key of the action."""


class Notifier(Protocol):
    """A delivery backend. It never raises if there is no desktop, and never waits forever."""

    name: str

    def problem(self) -> Undelivered | None:
        """Return why nothing could be delivered now, or None. It shows nothing."""

    def send(self, message: Message) -> Delivery:
        """Deliver the message, or return why it could not be delivered."""

    def listen(self, on_action: OnAction) -> None:
        """Report the clicks since the last call, without waiting. Most backends have none."""
        del on_action

    def close(self) -> None:
        """Release what is kept between messages. Most backends keep nothing."""
        return
