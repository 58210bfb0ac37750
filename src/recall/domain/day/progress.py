"""How a kept plan stands: what is done, what is left, what no longer calls for a visit.

Nothing of this is stored, so undo and a killed process need nothing of their own, and two
machines cannot disagree.
"""

from __future__ import annotations

from recall.named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from typing import Literal

    from recall.domain.day.plan import Plan, PlannedVisit, Task
    from recall.domain.library.resource import Section, Status

    VisitState = Literal["done", "left", "put off", "struck"]


class Done(NamedTuple):
    """A review or a sitting of the study day, and the minutes it took."""

    resource_id: int
    minutes: int
    is_revisit: bool
    is_sitting: bool = False


class ResourceState(NamedTuple):
    """A resource of a day as it stands now; section is that of its first place."""

    status: Status
    due: date | None = None
    gone: bool = False
    title: str = ""
    url: str | None = None
    section: Section = ()
    is_postponed: bool = False

    def calls_for(self, task: Task, day: date) -> bool:
        """Return whether a visit that was planned for a study day is still wanted."""
        if task == "revisit":
            return self.status == "read" and self.due is not None and self.due <= day
        return self.status in ("unread", "reading") and not self.gone


class VisitProgress(NamedTuple):
    """A planned visit and how it stands.

    A struck visit is postponed, put aside, gone from its list, or read in another way.
    spent is the minutes that all visits of its resource took on the day; beyond: it no longer
    fits the minutes of the day.
    """

    visit: PlannedVisit
    state: VisitState
    spent: int = 0
    beyond: bool = False


class DayProgress(NamedTuple):
    """A plan with all that is done on its day; unplanned is done, but not in the plan."""

    plan: Plan
    visits: Sequence[VisitProgress]
    unplanned: Sequence[Done]

    @property
    def left(self) -> list[VisitProgress]:
        """Everything still to do, in order, and then what no longer fits the day."""
        left = [visit for visit in self.visits if visit.state == "left"]
        return sorted(left, key=lambda visit: visit.beyond)

    @property
    def spent_minutes(self) -> int:
        """Minutes of all that is done on the day, planned or not."""
        return sum(visit.spent for visit in self.visits) + sum(
            visit.minutes for visit in self.unplanned
        )

    @property
    def left_minutes(self) -> int:
        """Planned minutes of all that is still to do and fits the day."""
        return sum(visit.visit.minutes for visit in self.left if not visit.beyond)

    @property
    def free_minutes(self) -> int:
        """Minutes of the day that are neither spent nor planned."""
        planned = sum(visit.visit.minutes for visit in self.left)
        return max(0, self.plan.minutes - self.spent_minutes - planned)


def progress(plan: Plan, done: Iterable[Done], states: Mapping[int, ResourceState]) -> DayProgress:
    """Return how a plan stands; a resource without a state is in the library no more."""
    spent: dict[int, int] = {}
    all_done = list(done)
    for visit in all_done:
        spent[visit.resource_id] = spent.get(visit.resource_id, 0) + visit.minutes
    planned = {visit.resource_id for visit in plan.visits}
    unplanned = [one for one in all_done if one.resource_id not in planned]
    found = [_stands(visit, plan.study_date, spent, states) for visit in plan.visits]
    used = sum(spent.values())
    return DayProgress(plan, _with_line(found, plan.minutes - used, whole=not used), unplanned)


def _stands(
    visit: PlannedVisit, day: date, spent: Mapping[int, int], states: Mapping[int, ResourceState]
) -> VisitProgress:
    if visit.resource_id in spent:
        return VisitProgress(visit, "done", spent[visit.resource_id])
    state = states.get(visit.resource_id)
    if state is None or not state.calls_for(visit.task, day):
        return VisitProgress(visit, "struck")
    return VisitProgress(visit, "put off" if visit.put_off else "left")


def _with_line(visits: Iterable[VisitProgress], room: int, *, whole: bool) -> list[VisitProgress]:
    """Mark what is left and no longer fits the minutes that are left.

    A plan of which nothing is done yet is whole, even if its one visit is longer than the day.
    """
    found = []
    for visit in visits:
        beyond = visit.state == "left" and not whole and visit.visit.minutes > room
        if visit.state == "left" and not beyond:
            room -= visit.visit.minutes
        found.append(visit._replace(beyond=beyond))
    return found
