"""Fills a day's minutes with the morning's revisits and readings.

Greedy: a choice depends only on earlier choices and the minutes left. So one more minute either
changes nothing, or is used up by the visit that it lets in.
"""

from collections import deque
from collections.abc import Sequence

from recall.domain.day.morning import Day, begun
from recall.domain.day.visit import (
    MOST_BEGUN,
    Visit,
    for_readings,
    is_long,
    is_needed,
    sitting,
    sitting_minutes,
)

PATIENCE_DAYS = 7
"""Days that a revisit is overdue before readings leave room for all of a day that holds them."""

FITS = "fits the minutes left"

NEXT = ("next on the list", "next of its series")
"""Why a reading is there that nothing else brought up: alone, or as a part."""


def fill(revisits: Sequence[Visit], readings: Sequence[Visit], day: Day) -> list[Visit]:
    """Return the visits the day holds: revisits up to their share, readings, further revisits.

    Each is taken in its turn if it still fits; of the long readings one, as a sitting where the
    whole would crowd out a revisit.
    """
    filling = _Filling(revisits, readings, day)
    for visit in revisits:
        filling.read_in_turn()
        filling.revisit(visit)
    filling.read_the_rest()
    return filling.in_order()


def by_share(visits: Sequence[Visit], day: Day, revisited: int = 0) -> list[Visit]:
    """Revisits up to their share of the day, readings, further revisits.

    revisited is the minutes that revisits have taken already.
    """
    first: list[Visit] = []
    further: list[Visit] = []
    left = day.budget * (1 - day.new_share) - revisited
    for visit in visits:
        if visit.is_revisit:
            left -= visit.minutes
            (first if left >= 0 else further).append(visit)
    return [*first, *(visit for visit in visits if not visit.is_revisit), *further]


class _Filling:
    """A day that is being filled.

    behind is the minutes of the revisits still to come. A reading that fits beside them crowds
    out none. Beyond that, a reading may use the minutes of the readings' share; once a reading
    has exceeded the share, all later ones must fit beside the revisits.
    """

    def __init__(self, revisits: Sequence[Visit], readings: Sequence[Visit], day: Day) -> None:
        self._day, self._readings = day, readings
        self._waiting, self._room = deque(enumerate(readings)), day.budget
        self._behind = sum(visit.minutes for visit in revisits)
        self._revisited: list[Visit] = []
        self._read: dict[int, Visit] = {}
        self._revisit_minutes = self._read_minutes = 0
        self._aside: list[tuple[int, Visit]] = []
        overdue = any(visit.overdue_days >= PATIENCE_DAYS for visit in revisits)
        self._is_reserved = overdue and self._behind <= day.budget
        self._begun = begun((visit.resource for visit in readings), day)

    def revisit(self, visit: Visit) -> None:
        """Take a revisit if it fits."""
        self._behind -= visit.minutes
        if visit.minutes <= self._room:
            self._revisited.append(visit)
            self._revisit_minutes += visit.minutes
            self._room -= visit.minutes

    def read_in_turn(self) -> None:
        """Take the readings whose turn has come, or put them aside where they do not fit."""
        day = self._day
        most = for_readings(day)
        while self._waiting:
            at, whole = self._waiting[0]
            minutes = sitting_minutes(most, day) if is_long(whole, day) else whole.minutes
            is_promised = is_needed(whole, day) and self._read_minutes + minutes <= most
            if not is_promised and not self._keeps_share(minutes):
                return
            self._waiting.popleft()
            self._take(at, whole, minutes)

    def read_the_rest(self) -> None:
        """Take what still fits when the revisits are over."""
        for at, whole in sorted((*self._aside, *self._waiting)):
            self._take(at, whole, 0)
        self._lengthen()

    def in_order(self) -> list[Visit]:
        """Return all visits taken, in the recommended order."""
        return by_share([*self._revisited, *self._explained()], self._day)

    def _take(self, at: int, whole: Visit, share: int) -> None:
        """Take a reading, or a sitting of a long one, within the minutes left or its share."""
        granted = 0 if self._is_reserved else min(share, self._room)
        most = max(granted, self._room - self._behind)
        visit = self._within(whole, most)
        if visit is None:
            self._aside.append((at, whole))
            return
        self._read[at] = visit
        self._room -= visit.minutes
        self._read_minutes += visit.minutes
        self._is_reserved |= visit.minutes > granted

    def _lengthen(self) -> None:
        """Lengthen a sitting that is shorter than usual by the minutes left."""
        for at, visit in self._read.items():
            whole, most = self._readings[at], visit.minutes + self._room
            minutes = min(sitting_minutes(most, self._day), whole.minutes)
            if visit.left and minutes > visit.minutes:
                self._read[at] = sitting(whole, minutes) if minutes < whole.minutes else whole
                self._room -= minutes - visit.minutes

    def _within(self, whole: Visit, most: int) -> Visit | None:
        if whole.minutes <= most:
            return whole
        if not is_long(whole, self._day) or any(visit.left for visit in self._read.values()):
            return None
        if not whole.resource.minutes_read and self._begun >= MOST_BEGUN:
            return None
        minutes = sitting_minutes(most, self._day)
        return sitting(whole, minutes) if minutes else None

    def _keeps_share(self, minutes: float) -> bool:
        """Return whether this many minutes of reading keep within the share so far."""
        share = self._day.new_share
        read = self._read_minutes + minutes - self._day.owed
        return read * (1 - share) <= share * self._revisit_minutes

    def _explained(self) -> list[Visit]:
        """The readings taken, in their order; those before which one does not fit say so."""
        taken = sorted(self._read)
        return [
            self._read[at]._replace(reason=FITS)
            if at != place and self._read[at].reason in NEXT
            else self._read[at]
            for place, at in enumerate(taken)
        ]
