"""A reminder as it is sent, and what became of it."""

from typing import NamedTuple

CLICKED = "default"
"""The key of a click on the message itself, beside the keys of its actions."""


class Message(NamedTuple):
    """What a person is told. A later message with the same slot takes the place of an earlier one.

    slot is such as "2027-01-01@09:00"; actions are keys with what their buttons say, such as
    ("review", "Start review"); url is what a click opens.
    """

    title: str
    body: str
    slot: str
    actions: tuple[tuple[str, str], ...] = ()
    url: str | None = None


class Delivery(NamedTuple):
    """One attempt to deliver: by which backend, whether it arrived, else why not and what to do."""

    backend: str
    delivered: bool
    reason: str = ""
    hint: str = ""
