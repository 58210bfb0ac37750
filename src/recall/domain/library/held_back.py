"""Which unread parts of a series must wait for earlier parts."""

from collections.abc import Iterable
from itertools import groupby

from recall.domain.library.resource import Planned


def held_back(unread: Iterable[Planned]) -> dict[int, frozenset[int]]:
    """Map each unread part's ID to the IDs of the unread parts directly before it.

    Suspended, archived and gone parts are not in unread, and hold nothing back.
    """
    held: dict[int, frozenset[int]] = {}
    parts = [resource for resource in unread if resource.series is not None]
    parts.sort(key=lambda resource: (resource.series or "", resource.order[0], part_key(resource)))
    for _, series in groupby(parts, key=_series_of):
        before: frozenset[int] = frozenset()
        for _, equals in groupby(series, key=part_key):
            now = frozenset(resource.id for resource in equals)
            if before:
                held |= dict.fromkeys(now, before)
            before = now
    return held


def part_key(resource: Planned) -> tuple[int, int]:
    """Return what puts the parts of a series into their order."""
    return resource.part or 0, resource.order[1]


def _series_of(resource: Planned) -> tuple[str | None, int]:
    """Return what a part belongs to: a series of one list."""
    return resource.series, resource.order[0]
