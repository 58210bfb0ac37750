"""Waits for the process that has locked a SQLite library, fairly and for a time."""

from __future__ import annotations

import sqlite3
from time import monotonic, sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")

TOLD_SECONDS = 2.0
"""After this time a person is told what the command waits for."""

LOOK_SECONDS = 0.002
"""Less than the time between two writes of a process that does one after the other: it would keep
everybody else out."""

_BUSY = 5
"""SQLite's code; its first byte says why more closely."""


def nothing() -> None:
    """Tell nobody."""


def wait_for(attempt: Callable[[], T], seconds: float, told: Callable[[], None]) -> T:
    """Try until nobody has locked the library; after some seconds raise the last attempt's error.

    All who wait try equally often. SQLite's own waiting does so ever more seldom, so that the one
    who came last is served first, and others never.
    """
    began = monotonic()
    is_told = False
    while True:
        try:
            return attempt()
        except sqlite3.OperationalError as error:
            waited = monotonic() - began
            if error.sqlite_errorcode & 0xFF != _BUSY or waited >= seconds:
                raise
        if waited >= TOLD_SECONDS and not is_told:
            told()
            is_told = True
        sleep(LOOK_SECONDS)
