"""The line as it stood this morning: what could be done today before anything was done.

A plan made from it does not depend on what has been done since, or on how long that took.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.card import Card
from recall.domain.resource import Resource


class Done(NamedTuple):
    """One thing done today: what it took, what was planned, and how it stood before.

    due_before is None for a first reading and for a sitting of one.
    """

    resource: Resource
    spent_minutes: int
    planned_minutes: int
    due_before: date | None = None
    stability_before: float | None = None
    sitting: bool = False


class Day(NamedTuple):
    """What the plan is made from.

    due and unread are what is still to do, at least the first candidates(budget) of each in the
    order in which they are offered. A reading longer than usual_minutes, the budget of a usual
    day, may be split into sittings.
    """

    today: date
    budget: int
    usual_minutes: int
    sitting_minutes: int
    due: Sequence[Resource]
    unread: Sequence[Resource]
    done: Sequence[Done]


Key = tuple[float, ...]
Series = tuple[str | None, int]


def candidates(budget: int) -> int:
    """How many revisits, and how many readings, are looked at for a day of so many minutes."""
    return 100 + budget


def line(day: Day) -> list[Resource]:
    """All that stood in line this morning, each as it was then, in the order of its turn.

    Revisits come first, the longest due and then the soonest forgotten; then readings, begun
    ones first. Parts of a series that came free today are at the end.
    """
    most = candidates(day.budget)
    revisits = {one.id: one for one in (*day.due, *_revisited(day))}
    return [
        *sorted(revisits.values(), key=_revisit_key)[:most],
        *_in_turn(_readings(day), day)[:most],
    ]


def _revisited(day: Day) -> Iterable[Resource]:
    """Revisits done today, as they were; one that was not due is no part of the plan."""
    for done in day.done:
        if done.due_before is not None and done.due_before <= day.today:
            memory = done.resource.card.memory
            if memory is not None and done.stability_before is not None:
                memory = memory._replace(stability=done.stability_before)
            else:
                memory = None
            card = done.resource.card._replace(due=done.due_before, memory=memory)
            yield done.resource._replace(card=card)


def _readings(day: Day) -> dict[int, Resource]:
    """Readings that can be done or were done today, as they were, by ID."""
    begun = [done for done in day.done if done.due_before is None and not done.resource.gone]
    readings = {one.id: one for one in (*day.unread, *(done.resource for done in begun))}
    sat = dict.fromkeys(readings, 0)
    for done in begun:
        if done.sitting:
            sat[done.resource.id] += done.spent_minutes
    return {
        number: one._replace(card=Card(), minutes_read=one.minutes_read - sat[number])
        for number, one in readings.items()
    }


def _in_turn(readings: dict[int, Resource], day: Day) -> list[Resource]:
    """The readings in order, without those that an unread part still holds back."""
    finished = {done.resource.id for done in day.done if not done.sitting}
    barrier: dict[Series, Key] = {}
    freed: dict[Series, list[Key]] = {}
    for number, one in readings.items():
        if number in finished:
            freed.setdefault(_series(one), []).append(_part_key(one))
        else:
            barrier[_series(one)] = min(_part_key(one), barrier.get(_series(one), _part_key(one)))

    def key(one: Resource) -> Key:
        # A part came free by as many steps as parts before it were finished today.
        steps = sum(part < _part_key(one) for part in freed.get(_series(one), ()))
        begun = one.minutes_read > 0
        return ((0 if one.series is None else steps), not begun, *one.order, one.id)

    free = [
        one
        for one in readings.values()
        if one.series is None or _part_key(one) <= barrier.get(_series(one), _part_key(one))
    ]
    return sorted(free, key=key)


def _series(one: Resource) -> Series:
    return one.series, one.order[0]


def _part_key(one: Resource) -> Key:
    return one.part or 0, one.order[1]


def _revisit_key(one: Resource) -> Key:
    due, memory = one.card.due or date.max, one.card.memory
    return due.toordinal(), 1e9 if memory is None else memory.stability, one.id
