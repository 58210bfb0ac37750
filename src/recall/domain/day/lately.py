"""What the last days went into, and what they owe readings."""

from collections.abc import Iterable
from datetime import date
from math import floor
from typing import NamedTuple


class Spent(NamedTuple):
    """Minutes that went into revisits and into readings, and the last day with any of these."""

    revisits: int = 0
    readings: int = 0
    last_read: date = date.min


LATELY_DAYS = 28
"""Days over which readings are to have their share, though not on each of them."""

_UNREAD, _THIRD = 7, 3
"""After so many days without a reading, only each third day makes up for what is owed."""


def together(parts: Iterable[Spent]) -> Spent:
    """Return what several days or visits took."""
    revisits, readings, last_read = zip(*(Spent(), *parts), strict=True)
    return Spent(sum(revisits), sum(readings), max(last_read))


def owed(lately: Spent, share: float, most: int, today: date) -> int:
    """Return the minutes, most at most, by which readings lately had less than their share.

    On two days of three it is nothing for who has not read for a week: those who leave readings
    undone would else have nothing else to do, day after day.
    """
    is_left_undone = (today - lately.last_read).days > _UNREAD
    if is_left_undone and today.toordinal() % _THIRD:
        return 0
    missing = floor(share * (lately.revisits + lately.readings)) - lately.readings
    return max(0, min(missing, most))
