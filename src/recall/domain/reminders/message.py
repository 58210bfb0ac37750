"""A reminder as it is sent, and the result of sending it."""

from typing import NamedTuple

CLICKED = "default"
"""The key of a click on the message itself; its buttons have the keys of its actions."""


class Message(NamedTuple):
    """A reminder's text. A later message with the same slot replaces an earlier one.

    slot looks like "2027-01-01@09:00"; actions are pairs of a key and a button's label, such as
    ("review", "Start review"); url is the address that a click opens.
    """

    title: str
    body: str
    slot: str
    actions: tuple[tuple[str, str], ...] = ()
    url: str | None = None


class Delivery(NamedTuple):
    """One attempt to deliver: the backend, whether it arrived, and if not, why and what to do."""

    backend: str
    delivered: bool
    reason: str = ""
    hint: str = ""
