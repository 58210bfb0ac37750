"""Fits a message's text to a platform: clean, short, with whole characters."""

from typing import NamedTuple

from recall.domain.reminders.message import Message
from recall.domain.text.graphemes import graphemes
from recall.domain.text.plain import lines, plain

APP_NAME = "recall"


class Limits(NamedTuple):
    """The most UTF-16 units of a title and a body."""

    title: int
    body: int


WINDOWS_LIMITS = Limits(63, 255)
"""NOTIFYICONDATAW's szInfoTitle[64] and szInfo[256], minus the final NUL."""

OTHER_LIMITS = Limits(200, 1000)
"""No limit is documented; this is more than a pop-up shows."""


def fitted(message: Message, platform: str) -> Message:
    """Return the message with a title and a body that fit the platform.

    Control and invisible characters are removed; an empty title becomes the program's name.
    """
    limits = WINDOWS_LIMITS if platform == "win32" else OTHER_LIMITS
    title = one_line(message.title, limits.title) or APP_NAME
    body = clip("\n".join(filter(None, lines(message.body))), limits.body)
    if platform == "win32":
        body = body or title  # on Windows an empty szInfo removes the balloon
    return message._replace(title=title, body=body)


def one_line(text: str, units: int) -> str:
    """Return the visible part of a text as one line of at most `units` UTF-16 units."""
    return clip(plain(text), units)


def clip(text: str, units: int) -> str:
    """Return the text in at most so many UTF-16 units; if it is cut, it ends with '…'."""
    if _units(text) <= units:
        return text
    return _beginning(text, units - 1).rstrip() + "…"


def escaped(body: str) -> str:
    """Return the body escaped for a server that parses markup."""
    return body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _beginning(text: str, units: int) -> str:
    """Return the longest beginning that fits and splits no character."""
    end = 0
    for grapheme in graphemes(text):
        units -= _units(grapheme)
        if units < 0:
            break
        end += len(grapheme)
    return text[:end]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
