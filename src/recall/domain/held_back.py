"""What has to be read before something can be: the parts of its series that come earlier."""

from collections.abc import Iterable
from itertools import groupby

from recall.domain.resource import Resource

Key = tuple[int, int]


def held_back(unread: Iterable[Resource]) -> dict[int, frozenset[int]]:
    """Return, by ID, the part or parts just before it, for each unread part that has some.

    What is suspended, archived or gone is not in unread and holds nothing back.
    """
    held: dict[int, frozenset[int]] = {}
    parts = [one for one in unread if one.series is not None]
    parts.sort(key=lambda one: (_series(one), _part(one)))
    for _, series in groupby(parts, key=_series):
        before: frozenset[int] = frozenset()
        for _, equals in groupby(series, key=_part):
            now = frozenset(one.id for one in equals)
            if before:
                held |= dict.fromkeys(now, before)
            before = now
    return held


def _series(one: Resource) -> tuple[int, str]:
    return one.order[0], one.series or ""


def _part(one: Resource) -> Key:
    return one.part or 0, one.order[1]
