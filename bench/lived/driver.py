"""A driver plans the days of a person: recall itself, and everything it is compared with."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from bench.lived.listed import Listed

ToDo = Literal["revisit", "read", "sitting"]


class PlannedVisit(NamedTuple):
    """A visit to do on a day, in planned minutes; do says what it is.

    left has the planned minutes of the rest of a reading, of which a sitting is a part; due is the
    day, counted from 0, on which a revisit was due.
    """

    number: int
    do: ToDo
    minutes: int
    left: int = 0
    due: int = 0


class Lived(NamedTuple):
    """A visit that was done, with its actual minutes.

    recalled is the result of a revisit, finished that of a reading: one that takes far longer
    than planned is broken off, and becomes a sitting.
    """

    visit: PlannedVisit
    minutes: int
    recalled: bool = False
    finished: bool = False


class Driver(Protocol):
    """Plans days; it is told what a person knows, never the true memory."""

    def add(self, resource: Listed, day: int) -> None:
        """Take a resource into the list."""

    def begin(self, day: int, minutes: int) -> None:
        """Begin a day that has these minutes."""

    def left(self) -> Sequence[PlannedVisit]:
        """Return what is left of the day's plan, in order."""

    def done(self, lived: Lived) -> None:
        """Record a visit of the day."""

    def leave(self, day: int, until: int) -> None:
        """Go on a holiday that ends before the day `until`."""

    def come_back(self, day: int) -> None:
        """Return from the holiday, on the first morning with time for the list."""

    def overdue(self, day: int) -> list[int]:
        """Return by how many days each revisit that waits is overdue."""

    def close(self) -> None:
        """Release what it holds."""
