"""Today's queue: revisits due, then the next readings, within the day's minutes.

The plan is made for the whole day, also over what is already done; what is done is then
struck off, and what no longer fits is cut from the end. So finishing things only ever
shrinks the list, and the same day asked twice gives the same list.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.resource import Resource


class Visit(NamedTuple):
    """One thing to do today, the minutes planned for it, and why it is there.

    left is what remains of a long reading beyond this sitting, 0 where it is done in one.
    """

    resource: Resource
    minutes: int
    reason: str
    overdue_days: int = 0
    left: int = 0


class Done(NamedTuple):
    """One thing done today: what it took, what was planned, and how it stood before.

    due_before is None for a first reading, and for a sitting.
    """

    resource: Resource
    spent_minutes: int
    planned_minutes: int
    due_before: date | None = None
    stability_before: float | None = None


class Queue(NamedTuple):
    """What `today` shows. The backlog counts what is waiting beyond this list."""

    study_date: date
    budget_minutes: int
    revisit: tuple[Visit, ...]
    read: tuple[Visit, ...]
    done: tuple[Done, ...]
    backlog_revisit: int = 0
    backlog_read: int = 0

    @property
    def planned_minutes(self) -> int:
        """Minutes of all that is still listed."""
        return sum(visit.minutes for visit in (*self.revisit, *self.read))

    @property
    def spent_minutes(self) -> int:
        """Minutes of all that is done."""
        return sum(done.spent_minutes for done in self.done)


class Day(NamedTuple):
    """What the plan is made from; due and unread in the order in which they are offered."""

    today: date
    budget: int
    sitting_minutes: int
    due: Sequence[Resource]
    unread: Sequence[Resource]
    done: Sequence[Done]


Key = tuple[float, ...]


def plan(day: Day) -> Queue:
    """Today's queue; its backlog is left at zero for the caller, who can count."""
    finished = {done.resource.id for done in day.done}
    ranked = [*_open(day, finished), *_closed(day)]
    ranked.sort(key=lambda pair: pair[0])
    morning = _fill([visit for _, visit in ranked], day.budget)
    listed = [visit for visit in morning if visit.resource.id not in finished]
    listed = _cut(listed, day.budget - sum(done.spent_minutes for done in day.done))
    if not listed and not day.done and ranked:
        listed = [_alone(ranked[0][1])]
    return Queue(
        day.today,
        day.budget,
        tuple(visit for visit in listed if _is_revisit(visit.resource)),
        tuple(visit for visit in listed if not _is_revisit(visit.resource)),
        tuple(day.done),
    )


def _is_revisit(resource: Resource) -> bool:
    return resource.card.due is not None


def _open(day: Day, finished: set[int]) -> Iterable[tuple[Key, Visit]]:
    """What can still be done, each with its rank."""
    for resource in day.due:
        if resource.id not in finished and resource.card.due is not None:
            memory = resource.card.memory
            stability = None if memory is None else memory.stability
            yield _revisit_key(resource, resource.card.due, stability), _revisit(resource, day)
    unlocked = {(done.resource.series, done.resource.order[0]) for done in day.done}
    sitting_offered = any(done.resource.status == "reading" for done in day.done)
    for resource in day.unread:
        visit = _reading(resource, day)
        if resource.id in finished or (visit.left and sitting_offered):
            continue  # one sitting of a long thing a day leaves room for the rest
        sitting_offered = sitting_offered or visit.left > 0
        late = resource.series is not None and (resource.series, resource.order[0]) in unlocked
        yield _reading_key(resource, late=late), visit


def _closed(day: Day) -> Iterable[tuple[Key, Visit]]:
    """What is done, at the rank it had in the morning; what was extra has none."""
    for done in day.done:
        if done.due_before is None:
            key = _reading_key(done.resource, late=False)
        elif done.due_before <= day.today:
            key = _revisit_key(done.resource, done.due_before, done.stability_before)
        else:
            continue
        yield key, Visit(done.resource, done.planned_minutes, "done")


def _revisit_key(resource: Resource, due: date, stability: float | None) -> Key:
    return (0, due.toordinal(), 1e9 if stability is None else stability, resource.id)


def _reading_key(resource: Resource, *, late: bool) -> Key:
    begun = resource.minutes_read > 0
    return (1, late, not begun, *resource.order, resource.id)


def _revisit(resource: Resource, day: Day) -> Visit:
    due = resource.card.due or day.today
    overdue = (day.today - due).days
    if resource.card.memory is None:
        why = "read before, not yet graded"
    elif overdue == 0:
        why = "due today"
    else:
        why = f"due {due.isoformat()}"
    return Visit(resource, resource.revisit_minutes, why, overdue)


def _reading(resource: Resource, day: Day) -> Visit:
    minutes = resource.next_minutes
    begun = resource.minutes_read > 0
    why = "begun" if begun else "next on the list"
    if resource.series is not None and not begun:
        why = "next of its series"
    if minutes <= day.budget:
        return Visit(resource, minutes, why)
    sitting = min(day.sitting_minutes, minutes)
    return Visit(resource, sitting, f"{why}; one sitting", left=minutes - sitting)


def _fill(visits: Sequence[Visit], budget: int) -> list[Visit]:
    """The visits that fit, each taken if it still does."""
    taken = []
    for visit in visits:
        if visit.minutes <= budget:
            taken.append(visit)
            budget -= visit.minutes
    return taken


def _cut(visits: list[Visit], budget: int) -> list[Visit]:
    """Drop from the end what no longer fits."""
    total = sum(visit.minutes for visit in visits)
    while visits and total > budget:
        total -= visits.pop().minutes
    return visits


def _alone(visit: Visit) -> Visit:
    """The first thing, offered although it is longer than the day."""
    return visit._replace(reason=f"{visit.reason}; longer than the day")
