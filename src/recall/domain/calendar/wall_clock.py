"""Turns times of day into instants, even if the clocks skip or repeat an hour."""

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta, tzinfo


def instant(day: date, at: time, zone: tzinfo) -> datetime:
    """Return, in UTC, when the clocks of a zone first show a time of day.

    If they skip it, it is the first moment after the gap.
    """
    wall = datetime.combine(day, at, zone)
    moment = wall.astimezone(UTC)
    if _shows(moment, wall, zone):
        return moment
    return _end_of_gap(wall.replace(fold=1).astimezone(UTC), moment, zone)


def _shows(moment: datetime, wall: datetime, zone: tzinfo) -> bool:
    return moment.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None)


def _end_of_gap(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """Find the second between two instants at which the offset from UTC changes."""
    before = before.replace(microsecond=0)
    offset = after.astimezone(zone).utcoffset()

    def is_after(seconds: int) -> bool:
        return (before + timedelta(seconds=seconds)).astimezone(zone).utcoffset() == offset

    length = int((after - before).total_seconds())
    found = bisect_left(range(length), 1, key=is_after)
    return before + timedelta(seconds=found)
