"""Pauses: nothing is planned on their days, and nothing is lost."""

from __future__ import annotations

from datetime import date

from recall.named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Pause(NamedTuple):
    """Study days without a plan: from first to the day before until; open-ended if that is None."""

    first: date
    until: date | None = None
    id: int = 0

    def holds(self, day: date) -> bool:
        """Return whether a study day lies in the pause."""
        return self.first <= day and (self.until is None or day < self.until)

    def meets(self, other: Pause) -> bool:
        """Return whether two pauses overlap, or one begins on the day on which the other ends."""
        begins, ends = max(self.first, other.first), min(_end(self), _end(other))
        return (False, begins) <= ends


def joined(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Return the same days as pauses that do not meet, in order.

    Pauses that meet become one, with the ID of the first of them. A pause without days is left
    out.
    """
    found: list[Pause] = []
    for one in sorted(filter(_has_days, pauses), key=lambda pause: (pause.first, pause.id)):
        if found and found[-1].meets(one):
            last = max(found[-1], one, key=_end)
            found[-1] = found[-1]._replace(until=last.until)
        else:
            found.append(one)
    return tuple(found)


def _has_days(pause: Pause) -> bool:
    return pause.until is None or pause.first < pause.until


def _end(pause: Pause) -> tuple[bool, date]:
    """Return the end of a pause, for comparing: an open one ends after all others."""
    return pause.until is None, pause.until or date.max
