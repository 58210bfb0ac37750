"""Today's queue: revisits due, then the next readings, within the day's minutes.

The plan is made for the whole day, as it was in the morning. What is done is then struck off,
and what the day has no minutes left for is cut from the end. So finishing things only shrinks
the list, and the same day asked twice gives the same list. One thing alone is put behind it:
the next part of a series whose part was finished today, where the morning left room.
"""

from collections.abc import Sequence
from datetime import date
from math import floor
from typing import NamedTuple

from recall.domain.morning import Day, Done, line
from recall.domain.pauses import Pause
from recall.domain.resource import Resource

SHORTEST_SITTING = 10
"""Minutes; for less it is not worth opening a long thing."""

LONG = 2 / 3
"""Of the minutes of a usual day: what is longer would wait for a day with hardly a revisit."""

FITS = "fits the minutes left"

_NEXT = ("next on the list", "next of its series")
"""Why a reading is there that nothing else brought up: alone, or as a part."""


class Visit(NamedTuple):
    """One thing to do today, the minutes planned for it, and why it is there.

    left is what remains of a long reading beyond this sitting, 0 where it is done in one.
    """

    resource: Resource
    minutes: int
    reason: str
    overdue_days: int = 0
    left: int = 0


class PassedOver(NamedTuple):
    """A revisit that others went before for days since it was due: the person is asked about it."""

    id: int
    title: str
    due: date


class Queue(NamedTuple):
    """What `today` shows. The backlog counts what is waiting beyond this list.

    In a pause nothing is listed.
    """

    study_date: date
    budget_minutes: int
    revisit: tuple[Visit, ...]
    read: tuple[Visit, ...]
    done: tuple[Done, ...]
    backlog_revisit: int = 0
    backlog_read: int = 0
    pause: Pause | None = None
    passed_over: PassedOver | None = None

    @property
    def planned_minutes(self) -> int:
        """Minutes of all that is still listed."""
        return sum(visit.minutes for visit in (*self.revisit, *self.read))

    @property
    def spent_minutes(self) -> int:
        """Minutes of all that is done."""
        return sum(done.spent_minutes for done in self.done)


def plan(day: Day) -> Queue:
    """Today's queue; its backlog is left at zero for the caller, who can count."""
    first, minutes, readings = line(day)
    ranked = [_visit(one, day) for one in (*first, *readings)]
    if first:  # the first thing of a day is never crowded out by the share that is for others
        minutes = max(minutes, min(day.budget, ranked[0].minutes))
    morning = _fill(ranked[: len(first)], minutes, day)
    later = [*ranked[len(first) :], *_left_out(ranked[: len(first)], morning)]
    morning += _fill(later, day.budget - sum(visit.minutes for visit in morning), day)
    finished = {done.resource.id for done in day.done}
    listed = [visit for visit in morning if visit.resource.id not in finished]
    room = day.budget - _used(day.done, morning)
    long = {visit.resource.id for visit in ranked if _is_long(visit, day)} & finished
    if long:  # one a day is enough
        room -= _withheld(listed, long, day.done, morning)
        listed = [visit for visit in listed if not visit.left]
    listed = _cut(listed, room, day)
    if ranked and day.budget and not morning and not day.done:
        listed = [_alone(ranked[0], day)]
    return Queue(
        day.today,
        day.budget,
        tuple(visit for visit in listed if _is_revisit(visit)),
        tuple(visit for visit in listed if not _is_revisit(visit)),
        tuple(day.done),
    )


def _is_revisit(visit: Visit) -> bool:
    return visit.resource.card.due is not None


def _is_long(visit: Visit, day: Day) -> bool:
    return not _is_revisit(visit) and visit.minutes > LONG * day.usual_minutes


def _visit(resource: Resource, day: Day) -> Visit:
    """A resource's whole visit."""
    due = resource.card.due
    if due is None:
        return Visit(resource, resource.next_minutes, _why_read(resource, day))
    overdue = (day.today - due).days
    if resource.card.memory is None:
        why = "not graded yet"
    else:
        why = f"due {due.isoformat()}" if overdue else "due today"
    return Visit(resource, resource.next_minutes, why, overdue)


def _why_read(resource: Resource, day: Day) -> str:
    begun = "begun" if resource.minutes_read > 0 else ""
    reasons = filter(None, (begun, day.gates.why(resource, day.today)))
    return "; ".join(reasons) or _NEXT[resource.series is not None]


def _left_out(visits: Sequence[Visit], taken: Sequence[Visit]) -> list[Visit]:
    chosen = {visit.resource.id for visit in taken}
    return [visit for visit in visits if visit.resource.id not in chosen]


def _fill(visits: Sequence[Visit], minutes: float, day: Day) -> list[Visit]:
    """The visits that fit, each taken if it still does; of the long ones one as a sitting."""
    taken: list[Visit] = []
    room = floor(minutes)
    jumped = False
    for whole in visits:
        visit = whole
        if whole.minutes > room and _is_long(whole, day) and not any(one.left for one in taken):
            visit = _sitting(whole, _sitting_minutes(room, day))
        if visit.minutes <= room:
            taken.append(visit._replace(reason=FITS) if jumped and visit.reason in _NEXT else visit)
            room -= visit.minutes
        elif not _is_revisit(visit):
            jumped = True
    return taken


def _sitting_minutes(room: int, day: Day) -> int:
    """How long one sitting is: the usual time, or what is left of the day if that is enough."""
    usual = min(day.sitting_minutes, day.usual_minutes)
    return room if SHORTEST_SITTING <= room < usual else usual


def _sitting(whole: Visit, minutes: int) -> Visit:
    reason = f"{whole.reason}; one sitting"
    return whole._replace(minutes=minutes, reason=reason, left=whole.minutes - minutes)


def _used(done: Sequence[Done], morning: Sequence[Visit]) -> int:
    """The day's minutes that are gone. Those saved on a visit are not given to another."""
    spent: dict[int, int] = {}
    for one in done:
        spent[one.resource.id] = spent.get(one.resource.id, 0) + one.spent_minutes
    planned = {visit.resource.id: visit.minutes for visit in morning}
    return sum(max(minutes, planned.get(number, 0)) for number, minutes in spent.items())


def _withheld(
    listed: Sequence[Visit], long: set[int], done: Sequence[Done], morning: Sequence[Visit]
) -> int:
    """Minutes of the sitting that is struck off: not given away, but for what took its place."""
    planned = {visit.resource.id for visit in morning}
    instead = sum(
        one.spent_minutes
        for one in done
        if one.resource.id in long and one.resource.id not in planned
    )
    return max(0, sum(visit.minutes for visit in listed if visit.left) - instead)


def _cut(visits: list[Visit], room: int, day: Day) -> list[Visit]:
    """Drop from the end what no longer fits; a sitting there is made shorter if it can be."""
    total = sum(visit.minutes for visit in visits)
    while visits and total > room:
        last = visits.pop()
        total -= last.minutes
        shorter = _sitting_minutes(room - total, day)
        if last.left and shorter <= room - total:
            visits.append(last._replace(minutes=shorter, left=last.left + last.minutes - shorter))
            break
    return visits


def _alone(visit: Visit, day: Day) -> Visit:
    """The first thing, offered although it is longer than the day; of a reading, a sitting."""
    if _is_revisit(visit):
        return visit._replace(reason=f"{visit.reason}; longer than the day")
    return _sitting(visit, min(day.sitting_minutes, day.budget))
