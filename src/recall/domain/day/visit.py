"""One thing to do on a day, whole or a sitting of it."""

from math import floor
from typing import NamedTuple

from recall.domain.day.morning import NEEDED, Day
from recall.domain.library.resource import Planned

SHORTEST_SITTING = 10
"""Minutes; for less it is not worth opening a long thing."""

LONG = 2 / 3
"""Of the minutes of a usual day: what is longer would wait for a day with hardly a revisit."""


MOST_BEGUN = 3
"""Readings begun and not finished; while there are so many, no other long one is begun."""


class Visit(NamedTuple):
    """One thing to do today, the minutes planned for it, and why it is there.

    left is what remains of a long reading beyond this sitting, 0 where it is done in one.
    """

    resource: Planned
    minutes: int
    reason: str
    overdue_days: int = 0
    left: int = 0

    @property
    def is_revisit(self) -> bool:
        """Whether it was read before."""
        return self.resource.card.due is not None


def for_readings(day: Day) -> int:
    """Minutes that readings have of a usual day, and what the days before owed them."""
    return floor(day.new_share * day.usual_minutes) + day.owed


def is_needed(visit: Visit, day: Day) -> bool:
    """Whether it is a reading with a deadline that cannot wait."""
    return not visit.is_revisit and day.gates.turn(visit.resource).rank == NEEDED


def is_long(visit: Visit, day: Day) -> bool:
    """Whether a reading may be split into sittings.

    One that is needed may where readings have less than it takes, or it would not come in time.
    """
    most = LONG * day.usual_minutes
    if is_needed(visit, day) and day.new_share:
        most = min(most, max(for_readings(day), SHORTEST_SITTING))
    return visit.minutes > most


def sitting_minutes(most: int, day: Day) -> int:
    """How long a sitting is that may take so many minutes; 0 where it is not worth beginning."""
    usual = min(day.sitting_minutes, day.usual_minutes)
    minutes = min(usual, most)
    return minutes if minutes >= min(usual, SHORTEST_SITTING) else 0


def sitting(whole: Visit, minutes: int) -> Visit:
    """So many minutes of a reading."""
    reason = f"{whole.reason}; one sitting"
    return whole._replace(minutes=minutes, reason=reason, left=whole.minutes - minutes)
