"""What the last days' minutes were spent on, and how many minutes they owe to readings."""

from collections.abc import Iterable
from datetime import date
from math import floor
from typing import NamedTuple


class Spent(NamedTuple):
    """Minutes spent on revisits and on readings, and the last day with readings."""

    revisits: int = 0
    readings: int = 0
    last_read: date = date.min


LATELY_DAYS = 28
"""Readings get their share over this many days, though not on each of them."""

_UNREAD, _THIRD = 7, 3
"""After _UNREAD days without a reading, only every _THIRD day makes up for the minutes owed."""


def together(parts: Iterable[Spent]) -> Spent:
    """Return the sum of several days or visits."""
    revisits, readings, last_read = zip(*(Spent(), *parts), strict=True)
    return Spent(sum(revisits), sum(readings), max(last_read))


def owed(lately: Spent, share: float, most: int, today: date) -> int:
    """Return how many minutes readings lately fell short of their share, `most` at most.

    After a week without a reading it is 0 on two days of three: people who leave readings
    undone would otherwise be offered little else, day after day.
    """
    is_left_undone = (today - lately.last_read).days > _UNREAD
    if is_left_undone and today.toordinal() % _THIRD:
        return 0
    missing = floor(share * (lately.revisits + lately.readings)) - lately.readings
    return max(0, min(missing, most))
