"""Which boxes of a list to tick or clear, so that the list agrees with the library.

Three sides count for each box: what it said when list and library agreed, what it says now, and
whether the library has its resource as read. A change on one side goes to the other.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Listed(NamedTuple):
    """One reading of the file: its identity, the line of its box if it has one, and the tick.

    has_room is whether a box can be put before it, as the readings around it have one.
    """

    key: str
    box: int | None
    ticked: bool
    has_room: bool = False


class BoxChanges(NamedTuple):
    """The boxes to tick and to clear, as indexes of readings.

    waiting share a box with others that are not read yet. boxless are read and
    have no box in any place.
    """

    tick: frozenset[int]
    clear: frozenset[int]
    waiting: tuple[int, ...] = ()
    boxless: tuple[int, ...] = ()


def box_changes(
    listed: Sequence[Listed], base: Mapping[str, tuple[bool, ...]], is_read: Mapping[str, bool]
) -> BoxChanges:
    """Return the boxes to change.

    base has the ticks of each identity at the last agreement, in order; is_read whether the
    library has it as read; what it does not know is read if a box of the file says so. A box that
    the person has cleared stays cleared. A reading without an identity changes nothing.
    """
    known = {key: ticks for key, ticks in base.items() if key in is_read}
    before = were_ticked([resource.key for resource in listed], known)
    ticked_now = {
        resource.key
        for resource, was in zip(listed, before, strict=True)
        if resource.ticked and was is not True
    }
    read = {key for key, is_so in is_read.items() if is_so} | ticked_now
    tick, clear = set[int](), set[int]()
    for index, (entry, was) in enumerate(zip(listed, before, strict=True)):
        if not entry.key:
            continue
        if entry.key in read and not entry.ticked and was is not True:
            tick.add(index)
        if entry.key not in read and entry.ticked:
            clear.add(index)
    return _by_box(listed, tick, clear, read)


def were_ticked(keys: Sequence[str], base: Mapping[str, tuple[bool, ...]]) -> list[bool | None]:
    """Return for each reading, by its identity, whether its box was ticked; None for a new one.

    base has the ticks of each identity in their order. If it stands in more or fewer places now,
    a box counts as ticked if all of them were.
    """
    counts = Counter(keys)
    seen: Counter[str] = Counter()
    found: list[bool | None] = []
    for key in keys:
        was = base.get(key)
        if was is None:
            found.append(None)
        else:
            found.append(was[seen[key]] if len(was) == counts[key] else all(was))
        seen[key] += 1
    return found


def _by_box(
    listed: Sequence[Listed], tick: set[int], clear: set[int], read: set[str]
) -> BoxChanges:
    """Look at boxes that several readings share: such a box is ticked when all are read."""
    sharing: dict[int, list[int]] = {}
    for index, resource in enumerate(listed):
        if resource.box is not None:
            sharing.setdefault(resource.box, []).append(index)
    waiting, bare = list[int](), list[int]()
    for index in sorted(tick):
        box = listed[index].box
        if box is None and not listed[index].has_room:
            bare.append(index)
        elif box is not None and any(listed[other].key not in read for other in sharing[box]):
            waiting.append(index)
    left = tick - set(waiting) - set(bare)
    elsewhere = {entry.key for entry in listed if entry.box is not None or entry.has_room}
    boxless = [index for index in bare if listed[index].key not in elsewhere]
    return BoxChanges(frozenset(left), frozenset(clear), tuple(waiting), tuple(boxless))
