"""How far a first reading has come: its minutes, the sittings left, and where it stopped."""

from math import floor
from typing import NamedTuple

from recall.domain.library.resource import Planned
from recall.domain.library.review import Sitting

ALL_PERCENT = 100
"""Percent of a reading that is finished."""


_READ = " min read"


def read_so_far(minutes_read: int, minutes: int) -> str:
    """Return '150 of 600 min read', or '27 min read, 17 expected' if it took longer."""
    if minutes_read < minutes:
        return f"{minutes_read} of {minutes}{_READ}"
    return f"{minutes_read}{_READ}, {minutes} expected"


def says_how_far(reason: str) -> bool:
    """Return whether the reason of a planned visit is how far its reading has come."""
    return _READ in reason


def usual_sitting(daily_minutes: int, new_share: float, sitting_minutes: int) -> int:
    """Return the minutes of a sitting on a usual day.

    It takes the day's minutes for readings, but no less than `sitting_minutes` if the day has them.
    """
    return max(1, min(daily_minutes, max(floor(new_share * daily_minutes), sitting_minutes)))


class Progress(NamedTuple):
    """How much of a first reading that was begun is read.

    minutes is the whole reading as planned. sittings_left is how many sittings of sitting_minutes
    the rest takes, 0 if it took longer than planned. last is the last sitting.
    """

    minutes_read: int
    minutes: int
    sitting_minutes: int
    last: Sitting

    @property
    def minutes_left(self) -> int:
        """Minutes that are still to be read, 0 if it took longer than planned."""
        return max(0, self.minutes - self.minutes_read)

    @property
    def percent(self) -> int:
        """The share that is read, in whole percent: 100 only if no minute is left."""
        return min(ALL_PERCENT, ALL_PERCENT * self.minutes_read // self.minutes)

    @property
    def sittings_left(self) -> int:
        """The number of sittings that the rest takes."""
        return -(-self.minutes_left // self.sitting_minutes)


def progress(resource: Planned, last: Sitting | None, sitting_minutes: int) -> Progress | None:
    """Return how far a first reading has come; None if it is not begun, or is finished.

    last is the last sitting of the resource, sitting_minutes are those of a usual one.
    """
    is_read = resource.card.due is not None or resource.once
    if last is None or is_read:
        return None
    return Progress(resource.minutes_read, resource.minutes, sitting_minutes, last)


def minutes_at(percent: int, minutes: int) -> int:
    """Return how many of a reading's minutes are read at a share of 0 to 99 percent.

    At least one minute is left. Of 100 minutes or more, `Progress.percent` gives the share back.
    """
    return max(0, min(minutes - 1, -(-minutes * percent // ALL_PERCENT)))
