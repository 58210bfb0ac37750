"""The queue as it was this morning, before anything was done.

A plan made from it does not depend on what has been done since, or how long that took.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import ASIDE, FAILED_REVISIT, PRIORITIES, Planned

if TYPE_CHECKING:
    from recall.domain.day.worth import Rule

NEEDED, FIRST, USUAL, LATER, HELD = range(5)
"""Ranks of a turn: needed for a deadline, put first, in list order, later, on hold."""


class Done(NamedTuple):
    """One visit done today: its minutes, the planned minutes, and the state before it.

    due_before is None for a first reading and for a sitting of one.
    """

    resource: Planned
    spent_minutes: int
    planned_minutes: int
    due_before: date | None = None
    memory_before: Memory | None = None
    sitting: bool = False


class Turn(NamedTuple):
    """A reading's rank, from its sections; the lowest comes first.

    by is the deadline that needs it.
    """

    rank: int = USUAL
    by: date = date.max


AS_LISTED = Turn()


class Gates(NamedTuple):
    """The person's rules for the order of readings, by resource.

    turns has only resources in a section with a rule. after has the prerequisites that hold a
    resource back, or did so this morning.
    """

    turns: Mapping[int, Turn] = {}
    after: Mapping[int, Sequence[int]] = {}

    def turn(self, resource: Planned) -> Turn:
        """Return the turn of a resource; without a rule it is the usual one."""
        return self.turns.get(resource.id, AS_LISTED)

    def why(self, resource: Planned, today: date) -> str:
        """Return why a reading comes early; empty if it does not."""
        turn = self.turn(resource)
        if turn.rank == NEEDED:
            return f"deadline {'was ' if turn.by < today else ''}{turn.by.isoformat()}"
        if turn.rank == FIRST:
            return "its section comes first"
        return "high priority" if resource.priority == "high" else ""


class Day(NamedTuple):
    """Everything that a plan is made from.

    due and unread are what is still to do, at least the first candidates(budget) of each in the
    order in which they are offered. A reading longer than usual_minutes, the budget of a usual
    day, may be split into sittings. new_share (0..1) of the minutes are for readings, and so many
    more as the last days owed them. begun are the IDs of all readings that are, offered or not.
    """

    today: date
    budget: int
    usual_minutes: int
    sitting_minutes: int
    due: Sequence[Planned]
    unread: Sequence[Planned]
    done: Sequence[Done]
    gates: Gates = Gates()
    rule: "Rule | None" = None
    new_share: float = 0.0
    owed: int = 0
    begun: Collection[int] = ()

    @property
    def for_revisits(self) -> float:
        """The minutes of the day reserved for revisits, however many readings wait."""
        return max(0, self.budget - self.owed) * (1 - self.new_share)


Key = tuple[float, ...]
Series = tuple[str | None, int]


def candidates(budget: int) -> int:
    """Return how many revisits, and how many readings, are considered for a budget in minutes."""
    return 100 + budget


class ReadingLine(NamedTuple):
    """What stood in line: revisits and readings, each in their order.

    On a crowded day the revisits are not expected to fit their minutes, and come by what a
    minute buys.
    """

    revisits: list[Planned]
    readings: list[Planned]
    is_crowded: bool = False


def may_overflow(day: Day) -> bool:
    """Return whether the revisits could exceed their minutes if all of them failed."""
    minutes = sum(one.revisit_minutes for one in (*day.due, *_revisited(day)))
    return minutes * FAILED_REVISIT > day.for_revisits


def line(day: Day) -> ReadingLine:
    """All that stood in line this morning, each as it was then, in the order of its turn.

    Revisits: the longest due first and then the soonest forgotten, or as the rule has it.
    Readings: by the turn of their sections, by priority, begun ones first, and in list order.
    What came free today, because all that it waited for is read, is at the end.
    """
    most = candidates(day.budget)
    revisits = {one.id: one for one in (*day.due, *_revisited(day))}
    readings = _in_turn(day, most)
    if day.rule is None:
        return ReadingLine(sorted(revisits.values(), key=_revisit_key)[:most], readings)
    from recall.domain.day.worth import candidate

    due = [candidate(one, day.today) for one in revisits.values()]
    room = day.for_revisits if readings else day.budget
    ranked = [revisits[number] for number in day.rule.order(due, room, most)]
    return ReadingLine(ranked, readings, is_crowded=not day.rule.fits(due, room))


def _revisited(day: Day) -> Iterable[Planned]:
    """Revisits done today, as they were; one that was not due is no part of the plan."""
    for done in day.done:
        if done.due_before is not None and done.due_before <= day.today:
            card = done.resource.card._replace(due=done.due_before, memory=done.memory_before)
            yield done.resource._replace(card=card)


def as_they_stood(unread: Iterable[Planned], done: Iterable[Done]) -> dict[int, Planned]:
    """Readings that can be done or were done today, as they were this morning, by ID."""
    readings = {one.id: one for one in unread}
    begun = [one for one in done if one.due_before is None and _is_there(one.resource)]
    sat: dict[int, int] = {}
    for one in begun:
        number = one.resource.id
        sat[number] = sat.get(number, 0) + one.spent_minutes * one.sitting
        readings[number] = one.resource
    for number, minutes in sat.items():
        now = readings[number]
        readings[number] = now._replace(card=Card(), minutes_read=now.minutes_read - minutes)
    return readings


def _is_there(one: Planned) -> bool:
    """Return whether it is still in its list and not put aside; if not, it holds nothing back."""
    return not one.gone and one.status not in ASIDE


def reading_key(one: Planned, turn: Turn) -> Key:
    """What puts readings into the order of their turn."""
    begun_first = one.minutes_read <= 0
    priority = PRIORITIES.index(one.priority)
    return turn.rank, turn.by.toordinal(), priority, begun_first, *one.order, one.id


def _in_turn(day: Day, most: int) -> list[Planned]:
    """The readings in order, without those that something still holds back.

    They are the first of them, and all that are begun: a plan counts these.
    """
    readings = as_they_stood(day.unread, day.done)
    finished = [one.resource.id for one in day.done if not one.sitting]
    place = {number: at for at, number in enumerate(finished, 1) if number in readings}
    series: dict[Series, list[Planned]] = {}
    for one in readings.values():
        series.setdefault(series_of(one), []).append(one)

    def free_since(one: Planned) -> float:
        """0: this morning; n: the nth thing done today set it free; inf: it still waits."""
        parts = [] if one.series is None else series[series_of(one)]
        before = [other.id for other in parts if part_key(other) < part_key(one)]
        waits = [*before, *day.gates.after.get(one.id, ())]
        return max((place.get(number, inf) for number in waits), default=0)

    def key(one: Planned) -> Key:
        return since[one.id], *reading_key(one, day.gates.turn(one))

    ready = [one for one in readings.values() if day.gates.turn(one).rank != HELD]
    since = {one.id: free_since(one) for one in ready}
    line = sorted((readings[number] for number in since if since[number] < inf), key=key)
    return [one for at, one in enumerate(line) if at < most or one.minutes_read > 0]


def begun(readings: Iterable[Planned], day: Day) -> int:
    """Return how many readings were in progress this morning, offered or not."""
    in_line = {one.id: one.minutes_read > 0 for one in readings}
    return sum(in_line.values()) + len(set(day.begun) - in_line.keys())


def series_of(one: Planned) -> Series:
    """What a part belongs to: a series of one list."""
    return one.series, one.order[0]


def part_key(one: Planned) -> Key:
    """What puts the parts of a series into their order."""
    return one.part or 0, one.order[1]


def _revisit_key(one: Planned) -> Key:
    due, memory = one.card.due or date.max, one.card.memory
    return due.toordinal(), 1e9 if memory is None else memory.stability, one.id
