"""Prerequisites of readings, and the search for circles among them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.resource import short

Waits = Mapping[int, Collection[int]]
"""Maps a resource's ID to the IDs it waits for."""


class LinkedResource(NamedTuple):
    """A resource that has a prerequisite or is one, with its place in its series."""

    id: int
    title: str
    series: tuple[str, int] | None = None
    part: tuple[int, int] = (0, 0)


def waits(links: Sequence[LinkedResource], after: Iterable[tuple[int, int]]) -> Waits:
    """Return which resource waits for which: for prerequisites and for earlier parts of a series.

    after holds (resource, prerequisite). links may leave out parts that neither have a
    prerequisite nor are one.
    """
    found: dict[int, set[int]] = {one.id: set() for one in links}
    for resource, earlier in after:
        found.setdefault(resource, set()).add(earlier)
    series: dict[tuple[str, int], list[LinkedResource]] = {}
    for link in links:
        if link.series is not None:
            series.setdefault(link.series, []).append(link)
    for parts in series.values():
        for link in parts:
            found[link.id] |= {other.id for other in parts if other.part < link.part}
    return found


def circle(found: Waits, through: int | None = None) -> list[int]:
    """Return the shortest circle in which each resource waits for the next.

    If `through` is an ID, the circle begins and ends with it; otherwise it may be anywhere. The
    first ID is also the last. Empty if there is no such circle.
    """
    blocked = _blocked(found)
    starts = blocked if through is None else blocked & {through}
    ways = (_way_round(number, found, blocked) for number in sorted(starts))
    return min((way for way in ways if way), key=len, default=[])


def shown(way: Iterable[int], links: Iterable[LinkedResource]) -> str:
    """Return a circle for a person: IDs and titles, each waiting for the next."""
    titles = {resource.id: short(resource.title) for resource in links}
    return " → ".join(f"{number} {titles.get(number, '')}".rstrip() for number in way)


def _blocked(found: Waits) -> set[int]:
    """Return the resources that can never be read: those in a circle, or behind one."""
    from graphlib import CycleError, TopologicalSorter  # for an edit and doctor, not for a day

    sorter = TopologicalSorter(found)
    try:
        sorter.prepare()
    except CycleError:  # the sorter still gives everything that no circle blocks
        blocked = set(found)
        while ready := sorter.get_ready():
            blocked.difference_update(ready)
            sorter.done(*ready)
        return blocked
    return set()


def _way_round(start: int, found: Waits, within: Collection[int]) -> list[int]:
    came_from: dict[int, int] = {}
    queue = [start]
    for number in queue:
        for other in sorted(found[number]):
            if other == start:
                return _way_back(number, came_from, start)
            if other in within and other not in came_from:
                came_from[other] = number
                queue.append(other)
    return []


def _way_back(number: int, came_from: Mapping[int, int], start: int) -> list[int]:
    way = [start]
    while number != start:
        way.append(number)
        number = came_from[number]
    return [start, *reversed(way)]
