"""The order of everything still to do today, listed or not."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from recall.domain.day.morning import Day, begun, line
from recall.domain.library.resource import Planned


class Standing(NamedTuple):
    """Everything still to do, in order.

    A crowded day is not expected to hold all due revisits; it goes by priority and by the worth
    of a minute. begun is the number of readings in progress in the morning, offered or not.
    """

    revisits: Sequence[Planned] = ()
    readings: Sequence[Planned] = ()
    is_crowded: bool = False
    begun: int = 0

    def place(self, one: Planned) -> int:
        """Return the place of a revisit among all that is due, from 1."""
        return len(_until(one, self.revisits)) + 1

    def ahead(self, one: Planned, listed: Iterable[Planned]) -> list[Planned]:
        """Return what comes before a resource; before a reading, only the listed revisits.

        Revisits that are not listed wait for another day's minutes and do not precede a reading.
        """
        if one.card.due is not None:
            return _until(one, self.revisits)
        revisits = [other for other in listed if other.card.due is not None]
        return [*revisits, *_until(one, self.readings)]


def standing(day: Day) -> Standing:
    """Return where things stand in a day's line, without what is done."""
    stood = line(day)
    done = {one.resource.id for one in day.done}
    return Standing(
        [one for one in stood.revisits if one.id not in done],
        [one for one in stood.readings if one.id not in done],
        stood.is_crowded,
        begun(stood.readings, day),
    )


def _until(one: Planned, resources: Iterable[Planned]) -> list[Planned]:
    return list(takewhile(lambda other: other.id != one.id, resources))
