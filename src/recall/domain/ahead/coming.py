"""The revisits and readings to come in a forecast, as the days before have left them."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.day.reading_order import Reading
from recall.domain.library.resource import Planned, Section


class Library(NamedTuple):
    """All revisits and readings to come.

    read has the revisits; load has the minutes by day of those that read leaves out, because they
    are due after the days looked at. unread has all first readings that may be offered some day,
    given with their places; after maps an ID to the IDs that must be read before it. in_progress
    are the sections in which something was read. on_hold is how many first readings are on hold.
    """

    read: Sequence[Planned]
    unread: Sequence[Reading]
    after: Mapping[int, Set[int]] = {}
    in_progress: Collection[Section] = ()
    load: Mapping[date, int] = {}
    on_hold: int = 0


class ComingRevisits:
    """The revisits that are due, and those to come by day; load is their minutes by day."""

    def __init__(
        self, read: Iterable[Planned], today: date, load: Mapping[date, int] | None = None
    ) -> None:
        """Take the resources that are read; overdue ones are due today.

        load has the minutes of other revisits by day.
        """
        self.load = dict(load or {})
        self._due: dict[int, Planned] = {}
        self._coming: dict[date, list[Planned]] = {}
        self._next = today
        for resource in read:
            self.schedule(resource, max(resource.card.due or today, today))

    def schedule(self, resource: Planned, day: date) -> None:
        """Let it be due on a coming day."""
        self._coming.setdefault(day, []).append(resource)
        self.load[day] = self.load.get(day, 0) + resource.revisit_minutes

    def due(self, day: date) -> Sequence[Planned]:
        """Return all revisits due by a day; call it with ascending days."""
        while self._next <= day:
            for resource in self._coming.pop(self._next, ()):
                self._due[resource.id] = resource
            self._next += timedelta(days=1)
        return list(self._due.values())

    def every(self) -> Iterator[Planned]:
        """Yield all resources that are read, as the days before have left them."""
        yield from self._due.values()
        for on_day in self._coming.values():
            yield from on_day

    def take(self, resource_id: int) -> Planned | None:
        """Remove a due revisit, because it is done; None if it is not due."""
        return self._due.pop(resource_id, None)


class ComingReadings:
    """The readings to come: those available, in order, and those held back.

    left is how many will be read some day, and minutes_left what they take. A reading that waits
    for something that is never offered, such as a section on hold, is none of them.
    """

    def __init__(self, library: Library) -> None:
        """Offer all that nothing holds back."""
        self._in_progress = set(library.in_progress)
        self._followers: dict[int, list[Reading]] = {}
        self._waits: dict[int, set[int]] = {}
        self._in_section: dict[Section, list[int]] = {}
        self._free: list[tuple[tuple[float, ...], Reading]] = []
        self._keys: dict[int, tuple[float, ...]] = {}
        for reading in library.unread:
            self._add(reading, library.after.get(reading.resource.id, ()))
        self._free.sort()
        reached = self._reached()
        self.left = len(reached)
        self.minutes_left = sum(one.resource.next_minutes for one in reached)

    def free(self, limit: int) -> list[Reading]:
        """Return the first `limit` readings available."""
        return [reading for _, reading in self._free[:limit]]

    def take(self, resource_id: int) -> Reading | None:
        """Remove an available reading; None if there is no such reading."""
        key = self._keys.pop(resource_id, None)
        if key is None:
            return None
        _, reading = self._free.pop(bisect_left(self._free, (key,)))
        return reading

    def sit(self, reading: Reading, minutes: int) -> None:
        """Put a reading that was taken back after a sitting, with the minutes that are left."""
        before = reading.resource
        read = before.minutes_read + minutes
        after = before._replace(status="reading", minutes_read=read)
        self.minutes_left -= before.next_minutes - after.next_minutes
        self._offer(reading._replace(resource=after))

    def finish(self, reading: Reading) -> None:
        """Offer what waited only for a reading that was taken."""
        self.left -= 1
        self.minutes_left -= reading.resource.next_minutes
        for follower in self._followers.pop(reading.resource.id, ()):
            waits = self._waits[follower.resource.id]
            waits.discard(reading.resource.id)
            if not waits:
                self._offer(follower)
        self._go_on(reading)

    def _add(self, reading: Reading, before: Collection[int]) -> None:
        for number in before:
            self._followers.setdefault(number, []).append(reading)
        if before:
            self._waits[reading.resource.id] = set(before)
        else:
            self._free.append(self._keyed(reading))

    def _offer(self, reading: Reading) -> None:
        insort(self._free, self._keyed(reading))

    def _keyed(self, reading: Reading) -> tuple[tuple[float, ...], Reading]:
        """Return an available reading behind its key, which no other reading has."""
        resource = reading.resource
        if not reading.goes_on:
            sections = {place.section for place in resource.places}
            if not sections.isdisjoint(self._in_progress):
                reading = reading._replace(goes_on=True)
            else:
                for section in sections:
                    self._in_section.setdefault(section, []).append(resource.id)
        key = self._keys[resource.id] = reading.key
        return key, reading

    def _go_on(self, reading: Reading) -> None:
        """Let the other readings of its sections come before those of untouched sections."""
        begun = {place.section for place in reading.resource.places} - self._in_progress
        self._in_progress |= begun
        for section in begun:
            for number in self._in_section.pop(section, ()):
                other = self.take(number)
                if other is not None:
                    self._offer(other)

    def _reached(self) -> list[Reading]:
        """Return everything that is available, or will be once all before it is read."""
        waits = {number: len(before) for number, before in self._waits.items()}
        reached = [one for _, one in self._free]
        for reading in reached:  # it grows meanwhile
            for follower in self._followers.get(reading.resource.id, ()):
                waits[follower.resource.id] -= 1
                if not waits[follower.resource.id]:
                    reached.append(follower)
        return reached
