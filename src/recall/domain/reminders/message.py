"""A reminder as it is sent, and the result of sending it."""

from typing import NamedTuple

CLICKED = "default"
"""The key of a click on the message itself; its buttons have the keys of its actions."""


DESKTOP_ENTRY = "recall-reading"
"""The name of recall's desktop entry and icon, by which a desktop's settings know the sender.

It is not "recall", the name that messages have: GNOME Shell would find the entry by it, and remove
each message when its sender ends."""


class Message(NamedTuple):
    """A reminder's text. A later message with the same slot replaces an earlier one.

    slot looks like "2027-01-01@09:00"; actions are pairs of a key and a button's label, such as
    ("review", "Start review"); url is the address that a click opens. A message that stays is to be
    on the screen until the person has seen it.
    """

    title: str
    body: str
    slot: str
    actions: tuple[tuple[str, str], ...] = ()
    url: str | None = None
    stays: bool = False


class Delivered(NamedTuple):
    """An attempt that succeeded: the desktop has taken the message from this backend."""

    backend: str

    @property
    def delivered(self) -> bool:
        """True: so that a caller can ask either outcome."""
        return True


class Undelivered(NamedTuple):
    """An attempt that failed, or would fail: why, and how to mend it."""

    backend: str
    reason: str
    hint: str

    @property
    def delivered(self) -> bool:
        """False: so that a caller can ask either outcome."""
        return False


Delivery = Delivered | Undelivered
"""The outcome of one attempt to deliver."""
