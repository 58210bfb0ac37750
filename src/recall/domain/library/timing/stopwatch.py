"""The time that a visit takes, by two clocks: one of them stands still while the computer sleeps.

A time that cannot be taken as it is becomes a question to the person; none is thrown away.
"""

from typing import NamedTuple

MOST_TIMES_PLANNED = 3
"""A time longer than this many times the planned minutes is asked about."""

LEAST_PART = 3
"""A first reading shorter than 1/LEAST_PART of its minutes was not done in the session."""

LEAST_SLEEP = 60
"""Seconds by which the clocks differ when the computer has slept; less is a clock set right."""

LONGEST_OFFERED = 240
"""Minutes; a longer time is shown, but the planned minutes are offered instead."""

DAY_SECONDS = 86_400


class Clocks(NamedTuple):
    """Two clocks at one moment, in seconds.

    wall shows the time of day and can be set; awake counts only while the computer is awake.
    """

    wall: float
    awake: float


class Elapsed(NamedTuple):
    """Seconds of a visit, and the seconds that the computer slept meanwhile."""

    awake: float = 0.0
    asleep: float = 0.0

    def until(self, begin: Clocks, end: Clocks) -> "Elapsed":
        """Return it with the time between two moments added."""
        awake = max(0.0, end.awake - begin.awake)
        asleep = end.wall - begin.wall - awake
        slept = asleep if asleep >= LEAST_SLEEP else 0.0
        return Elapsed(self.awake + awake, self.asleep + slept)

    @property
    def minutes(self) -> int:
        """Whole minutes on the clock, at least 1."""
        return max(1, round(self.awake / 60))


class TimeTaken(NamedTuple):
    """What becomes of the time of a visit.

    minutes are those to record, or to offer if the person is asked; None: the planned ones count.
    question is empty if there is nothing to ask.
    """

    minutes: int | None
    question: str = ""


def time_taken(elapsed: Elapsed, planned: int, *, is_revisit: bool) -> TimeTaken:
    """Return the minutes to record for a visit, and the question about them if there is one.

    A first reading in much less time was done elsewhere, so its planned minutes count.
    """
    minutes = elapsed.minutes
    is_short = not is_revisit and minutes * LEAST_PART < planned
    if minutes <= MOST_TIMES_PLANNED * planned and not elapsed.asleep:
        return TimeTaken(None if is_short else minutes)
    offered = planned if is_short or minutes > max(LONGEST_OFFERED, planned) else minutes
    clock = f"{minutes} min on the clock"
    if elapsed.asleep:
        clock += f", and the computer slept {_slept(elapsed.asleep)}"
    return TimeTaken(offered, f"{clock}, planned {planned}. Minutes? [{offered}]")


def _slept(seconds: float) -> str:
    return "for more than a day" if seconds > DAY_SECONDS else f"{round(seconds / 60)} min"
