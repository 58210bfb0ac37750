"""One visit on a day: whole, or a sitting of a long reading."""

from math import floor
from typing import NamedTuple

from recall.domain.day.morning import NEEDED, Day
from recall.domain.library.resource import Planned

SHORTEST_SITTING = 10
"""Minutes; less is not worth opening a long reading for."""

LONG = 2 / 3
"""Share of a usual day's minutes; a longer reading would wait for a day with few revisits."""


MOST_BEGUN = 3
"""While this many readings are in progress, no other long one is begun."""


class Visit(NamedTuple):
    """One planned visit of today, with its minutes and the reason for it.

    left is the minutes that remain of a long reading after this sitting, 0 if none.
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
    """Return the readings' minutes of a usual day, plus those owed from the days before."""
    return floor(day.new_share * day.usual_minutes) + day.owed


def is_needed(visit: Visit, day: Day) -> bool:
    """Return whether it is a reading with a deadline that cannot wait."""
    return not visit.is_revisit and day.gates.turn(visit.resource).rank == NEEDED


def is_long(visit: Visit, day: Day) -> bool:
    """Return whether a reading may be split into sittings.

    A needed one may if it exceeds the readings' minutes, or it would not be read in time.
    """
    most = LONG * day.usual_minutes
    if is_needed(visit, day) and day.new_share:
        most = min(most, max(for_readings(day), SHORTEST_SITTING))
    return visit.minutes > most


def sitting_minutes(most: int, day: Day) -> int:
    """Return the length of a sitting within `most` minutes; 0 if it is not worth beginning."""
    usual = min(day.sitting_minutes, day.usual_minutes)
    minutes = min(usual, most)
    return minutes if minutes >= min(usual, SHORTEST_SITTING) else 0


def sitting(whole: Visit, minutes: int) -> Visit:
    """Return a sitting of a reading."""
    reason = f"{whole.reason}; one sitting"
    return whole._replace(minutes=minutes, reason=reason, left=whole.minutes - minutes)
