"""The order in which readings are offered, and how many a day takes."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.day.plan import PlannedVisit
from recall.domain.day.turns import FIRST, NEEDED, Turn
from recall.domain.library.progress import read_so_far
from recall.domain.library.resource import PRIORITIES, Planned, Section

LEAST_SITTING = 10
"""Minutes; less is not worth opening a long reading for."""

OVERRUN = 10
"""Minutes by which the first reading of a day may exceed the minutes for readings."""

BOOK_DAYS = 4
"""A reading that takes more than this many days' minutes is a book."""

EVERY_THIRD = 2
"""Days with other readings between two days with a book; daily, it would crowd all else out."""

STEP = 5
"""Sittings are multiples of this many minutes, if they are not of the usual length."""


class Reading(NamedTuple):
    """A reading that could be offered, and the turn that its sections give it.

    goes_on: it stands in a section in which something was read.
    """

    resource: Planned
    turn: Turn = Turn()
    is_book: bool = False
    goes_on: bool = False

    @property
    def key(self) -> tuple[float, ...]:
        """Sort readings by it: what must be read, what was begun, what goes on, and the list.

        A book that was begun keeps its place in the list, or it would come first for weeks.
        """
        resource = self.resource
        is_begun = resource.minutes_read > 0 and not self.is_book
        return (
            self.turn.rank,
            self.turn.by.toordinal(),
            PRIORITIES.index(resource.priority),
            not is_begun,
            not self.goes_on,
            *resource.order,
            resource.id,
        )

    def why(self, today: date) -> str:
        """Return the reason why it is next."""
        resource = self.resource
        if self.turn.rank == NEEDED:
            return f"deadline {'was ' if self.turn.by < today else ''}{self.turn.by.isoformat()}"
        if resource.minutes_read > 0:
            return read_so_far(resource.minutes_read, resource.minutes)
        if self.turn.rank == FIRST:
            return "its section comes first"
        if resource.priority == "high":
            return "high priority"
        return "next on the list" if resource.series is None else "next of its series"


class ReadingRoom(NamedTuple):
    """The minutes for readings; the first may take `first`, and a sitting takes `sitting`."""

    minutes: int
    first: int
    sitting: int


def is_book(resource: Planned, usual_minutes: int) -> bool:
    """Return whether a reading takes more than four usual days."""
    return resource.minutes > BOOK_DAYS * usual_minutes


def goes_on(resource: Planned, sections: Collection[Section]) -> bool:
    """Return whether it stands in one of the sections in which something was read."""
    return any(place.section in sections for place in resource.places)


def choose_readings(
    readings: Sequence[Reading], room: ReadingRoom, today: date, *, book_may_come: bool
) -> list[PlannedVisit]:
    """Return the readings that a day takes, in their order, until one does not fit.

    The first may exceed the room a little. What is longer gets a sitting.
    """
    chosen: list[PlannedVisit] = []
    left = room.minutes
    for reading in allowed(readings, book_may_come=book_may_come):
        rest = reading.resource.next_minutes
        sitting = _sitting(rest, min(left, room.sitting), room.sitting, is_first=not chosen)
        if rest <= (left if chosen else room.first):
            chosen.append(PlannedVisit(reading.resource.id, "read", rest, reading.why(today)))
        elif sitting:
            chosen.append(PlannedVisit(reading.resource.id, "sitting", sitting, reading.why(today)))
        else:
            break
        left -= chosen[-1].minutes
    return chosen


def allowed(readings: Sequence[Reading], *, book_may_come: bool) -> Sequence[Reading]:
    """Leave out books on a day that is not theirs, unless there is nothing else to read."""
    others = [reading for reading in readings if not reading.is_book]
    return readings if book_may_come or not others else others


def _sitting(rest: int, most: int, usual: int, *, is_first: bool) -> int:
    """Return the minutes of a sitting in a round number; 0 if it is not worth beginning.

    It leaves another for later. The first of a day may leave less, or short days would have none.
    """
    minutes = min(most, max(rest - LEAST_SITTING, LEAST_SITTING if is_first else 0))
    if minutes < min(LEAST_SITTING, usual):
        return 0
    return minutes if minutes >= usual else max(LEAST_SITTING, minutes // STEP * STEP)
