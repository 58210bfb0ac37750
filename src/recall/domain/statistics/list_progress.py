"""How much of a list is read, section by section."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.library.resource import Section


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

    held of the resources are left on hold, and minutes_left are those of all others. done_by is
    when these are read at the pace of the last weeks; None if nothing is left, if there is no pace
    yet, or if that is too far ahead. has_pace: something was read in these weeks, and there are
    enough of them.
    """

    resources: int
    read: int
    sections: Sequence[SectionProgress]
    done_by: date | None = None
    has_pace: bool = False
    held: int = 0
    minutes_left: int = 0

    @property
    def left(self) -> int:
        """The number of unread resources that are not on hold."""
        return self.resources - self.read - self.held


def by_heading(sections: Iterable[SectionProgress]) -> list[SectionProgress]:
    """Add up sections below their first heading; below the second, if all have the same first."""
    every = list(sections)
    level = 1 if len({part.section[:1] for part in every}) > 1 else 2
    found: dict[Section, SectionProgress] = {}
    for section in every:
        name = section.section[:level]
        had = found.get(name, SectionProgress(name))
        found[name] = had.with_more(section)
    return list(found.values())


def list_progress(
    sections: Iterable[SectionProgress], is_held: Callable[[Section], bool]
) -> ListProgress:
    """Sum up the sections; what is on hold is not waited for."""
    every = list(sections)
    held = [section for section in every if is_held(section.section)]
    minutes = sum(section.minutes_left for section in every) - sum(
        section.minutes_left for section in held
    )
    return ListProgress(
        resources=sum(section.resources for section in every),
        read=sum(section.read for section in every),
        sections=by_heading(every),
        held=sum(section.resources - section.read for section in held),
        minutes_left=minutes,
    )
