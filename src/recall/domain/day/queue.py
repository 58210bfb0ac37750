"""Today's queue: revisits due, then the next readings, within the day's minutes.

The plan is made for the whole day, as it was in the morning. Visits that are done are then struck
off, and those that no longer fit are cut from the end. So finishing things only shrinks the list,
and asking twice on one day gives the same list. Only one thing is added behind it: the next part
of a series whose part was finished today, if the morning's plan left room.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.calendar.pauses import Pause
from recall.domain.day.filling import NEXT, PATIENCE_DAYS, by_share, fill
from recall.domain.day.morning import Day, Done, line
from recall.domain.day.visit import Visit, is_long, is_needed, sitting, sitting_minutes
from recall.domain.library.resource import Planned


class PassedOver(NamedTuple):
    """A revisit that has been crowded out for days; the person is asked about it."""

    id: int
    title: str
    due: date


class Queue(NamedTuple):
    """What `today` shows. The backlog counts what waits beyond this list.

    The last `further` revisits exceed the share of revisits: they come after the readings. In a
    pause nothing is listed.
    """

    study_date: date
    budget_minutes: int
    revisit: tuple[Visit, ...]
    read: tuple[Visit, ...]
    done: tuple[Done, ...]
    further: int = 0
    backlog_revisit: int = 0
    backlog_read: int = 0
    pause: Pause | None = None
    passed_over: PassedOver | None = None

    @property
    def in_turn(self) -> tuple[Visit, ...]:
        """All visits still listed, in the recommended order."""
        first = len(self.revisit) - self.further
        return (*self.revisit[:first], *self.read, *self.revisit[first:])

    @property
    def planned_minutes(self) -> int:
        """Minutes of all that is still listed."""
        return sum(visit.minutes for visit in self.in_turn)

    @property
    def spent_minutes(self) -> int:
        """Minutes of all that is done."""
        return sum(done.spent_minutes for done in self.done)


def plan(day: Day) -> Queue:
    """Return today's queue; its backlog is zero, for the caller to fill in."""
    stood = line(day)
    revisits, readings = (
        [_visit(one, day) for one in part] for part in (stood.revisits, stood.readings)
    )
    finished = {done.resource.id for done in day.done}
    morning = fill(revisits, readings, day)
    lone = _longer_than_the_day(revisits, morning, day)
    listed = [lone] if lone else _listed(revisits, readings, morning, day)
    listed = [visit for visit in listed if visit.resource.id not in finished]
    last = max((at for at, one in enumerate(listed) if not one.is_revisit), default=len(listed))
    return Queue(
        study_date=day.today,
        budget_minutes=day.budget,
        revisit=tuple(visit for visit in listed if visit.is_revisit),
        read=tuple(visit for visit in listed if not visit.is_revisit),
        done=tuple(day.done),
        further=sum(visit.is_revisit for visit in listed[last:]),
    )


def _listed(
    revisits: Sequence[Visit], readings: Sequence[Visit], morning: Sequence[Visit], day: Day
) -> list[Visit]:
    """Return the visits of the morning's plan that are still to do, in order."""
    finished = {done.resource.id for done in day.done}
    if not morning and not day.done and day.budget:
        return [_alone(visit, day) for visit in (*revisits, *readings)[:1]]
    listed = [visit for visit in morning if visit.resource.id not in finished]
    room = day.budget - _used(day.done, morning)
    planned = {visit.resource.id for visit in morning}
    long = {visit.resource.id for visit in readings if is_long(visit, day)} & finished - planned
    if long:  # one a day is enough
        room -= _withheld(listed, long, day.done, morning)
        listed = [visit for visit in listed if not visit.left]
    listed = _shortened(listed, sum(visit.minutes for visit in listed) - room, day)
    if sum(visit.minutes for visit in listed) <= room:
        return listed
    others = [one for one in (*revisits, *readings) if one.resource.id not in finished | planned]
    spent = sum(done.spent_minutes for done in day.done if done.due_before is not None)
    return _still_fitting(by_share([*listed, *others], day, spent), room, day)


def _visit(resource: Planned, day: Day) -> Visit:
    """Return a resource's whole visit."""
    due = resource.card.due
    if due is None:
        return Visit(resource, resource.next_minutes, _why_read(resource, day))
    overdue = (day.today - due).days
    if resource.card.memory is None:
        why = "first revisit"
    else:
        why = f"due {due.isoformat()}" if overdue else "due today"
    return Visit(resource, resource.next_minutes, why, overdue)


def _why_read(resource: Planned, day: Day) -> str:
    begun = "begun" if resource.minutes_read > 0 else ""
    reasons = filter(None, (begun, day.gates.why(resource, day.today)))
    return "; ".join(reasons) or NEXT[resource.series is not None]


def _used(done: Sequence[Done], morning: Sequence[Visit]) -> int:
    """Return the day's minutes that are used. Minutes saved on a visit are not given to another."""
    spent: dict[int, int] = {}
    for one in done:
        spent[one.resource.id] = spent.get(one.resource.id, 0) + one.spent_minutes
    planned = {visit.resource.id: visit.minutes for visit in morning}
    return sum(max(minutes, planned.get(number, 0)) for number, minutes in spent.items())


def _withheld(
    listed: Sequence[Visit], long: set[int], done: Sequence[Done], morning: Sequence[Visit]
) -> int:
    """Return the minutes of a sitting that was struck off, less those of what took its place."""
    planned = {visit.resource.id for visit in morning}
    instead = sum(
        one.spent_minutes
        for one in done
        if one.resource.id in long and one.resource.id not in planned
    )
    return max(0, sum(visit.minutes for visit in listed if visit.left) - instead)


def _shortened(listed: Sequence[Visit], by: int, day: Day) -> list[Visit]:
    """Return the list with its sitting `by` minutes shorter, if enough of it remains."""
    return [
        visit._replace(minutes=visit.minutes - by, left=visit.left + by)
        if by > 0 and visit.left and sitting_minutes(visit.minutes - by, day)
        else visit
        for visit in listed
    ]


def _still_fitting(visits: Iterable[Visit], room: int, day: Day) -> list[Visit]:
    """Return the visits that fit the minutes left, in order; a sitting may be shortened."""
    fitting = []
    for visit in visits:
        minutes = min(visit.minutes, sitting_minutes(room, day)) if visit.left else visit.minutes
        if 0 < minutes <= room:
            left = visit.left + visit.minutes - minutes
            fitting.append(visit._replace(minutes=minutes, left=left))
            room -= minutes
    return fitting


def _longer_than_the_day(
    revisits: Iterable[Visit], morning: Iterable[Visit], day: Day
) -> Visit | None:
    """Return the revisit that gets the day to itself because it is longer than any day.

    None if fewer minutes than usual are asked for, a deadline presses, or something else was
    done first.
    """
    if day.budget < day.usual_minutes or any(is_needed(visit, day) for visit in morning):
        return None
    is_empty = 2 * sum(visit.minutes for visit in morning) < day.budget
    long = [
        visit
        for visit in revisits
        if visit.minutes > day.budget and _has_the_day(visit, day.today, is_empty=is_empty)
    ]
    longest = max(long, key=lambda visit: visit.overdue_days, default=None)
    if longest is None or {done.resource.id for done in day.done} - {longest.resource.id}:
        return None
    return _alone(longest, day)


def _has_the_day(visit: Visit, today: date, *, is_empty: bool) -> bool:
    """Return whether today is its day: postponed to, first of a month, or half empty once a week.

    Only once a week, because a person without time for it sees nothing else on that day.
    """
    if visit.overdue_days == 0:
        return visit.resource.card.postponed_from is not None
    weeks, days = divmod(visit.overdue_days, PATIENCE_DAYS)
    return weeks > 0 and (today.day == 1 or (is_empty and days == 0))


def _alone(visit: Visit, day: Day) -> Visit:
    """Return the first visit, though it is longer than the day; of a reading, a sitting."""
    if visit.is_revisit:
        return visit._replace(reason=f"{visit.reason}; longer than the day")
    return sitting(visit, min(day.sitting_minutes, day.budget))
