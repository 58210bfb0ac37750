"""How much of a list is read, section by section, and when it is done at the present pace."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.library.resource import Section

LEAST_PACE_DAYS = 7
"""With fewer days than this behind, no date is given."""

HORIZON_DAYS = 730
"""A date further ahead than this would be a guess."""


class SectionProgress(NamedTuple):
    """A section: read of `resources` are read, and minutes_left are estimated for the others."""

    section: Section
    resources: int = 0
    read: int = 0
    minutes_left: int = 0

    def with_more(self, other: "SectionProgress") -> "SectionProgress":
        """Return this section with the resources of another added to its own."""
        more = (mine + theirs for mine, theirs in zip(self[1:], other[1:], strict=True))
        return SectionProgress(self.section, *more)


class ListProgress(NamedTuple):
    """All that stands on a list and is not put aside, with its sections in list order.

    done_by is when everything is read at the pace of the last weeks; None if nothing is left, if
    there is no pace yet, or if that is more than HORIZON_DAYS ahead. has_pace: something was read
    in these weeks, and there are enough of them. held of the resources are left on hold.
    """

    resources: int
    read: int
    sections: Sequence[SectionProgress]
    done_by: date | None = None
    has_pace: bool = False
    held: int = 0


def by_heading(sections: Iterable[SectionProgress]) -> list[SectionProgress]:
    """Add up sections below their first heading; below the second, if all have the same first."""
    every = list(sections)
    level = 1 if len({one.section[:1] for one in every}) > 1 else 2
    found: dict[Section, SectionProgress] = {}
    for one in every:
        name = one.section[:level]
        had = found.get(name, SectionProgress(name))
        found[name] = had.with_more(one)
    return list(found.values())


def list_progress(
    sections: Iterable[SectionProgress],
    is_held: Callable[[Section], bool],
    pace: float,
    today: date,
) -> ListProgress:
    """Sum up the sections; pace is in estimated minutes a day, 0 if it is not known.

    What is on hold is not waited for.
    """
    every = list(sections)
    held = [one for one in every if is_held(one.section)]
    left = sum(one.minutes_left for one in every) - sum(one.minutes_left for one in held)
    days = left / pace if pace else 0.0
    is_seen = bool(left) and 0 < days <= HORIZON_DAYS
    return ListProgress(
        resources=sum(one.resources for one in every),
        read=sum(one.read for one in every),
        sections=by_heading(every),
        done_by=today + timedelta(days=round(days)) if is_seen else None,
        has_pace=pace > 0,
        held=sum(one.resources - one.read for one in held),
    )
