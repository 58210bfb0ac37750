"""What has to be read before something can be: the parts of its series that come earlier."""

from collections.abc import Iterable
from itertools import groupby

from recall.domain.day.morning import part_key, series_of
from recall.domain.library.resource import Planned


def held_back(unread: Iterable[Planned]) -> dict[int, frozenset[int]]:
    """Return, by ID, the part or parts just before it, for each unread part that has some.

    What is suspended, archived or gone is not in unread and holds nothing back.
    """
    held: dict[int, frozenset[int]] = {}
    parts = [one for one in unread if one.series is not None]
    parts.sort(key=lambda one: (one.series or "", one.order[0], part_key(one)))
    for _, series in groupby(parts, key=series_of):
        before: frozenset[int] = frozenset()
        for _, equals in groupby(series, key=part_key):
            now = frozenset(one.id for one in equals)
            if before:
                held |= dict.fromkeys(now, before)
            before = now
    return held
