"""A small library without a database, for tests of planning."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.day.morning import HELD, Day, Done, Gates, Turn, may_overflow
from recall.domain.day.queue import Queue, plan
from recall.domain.day.visit import Visit
from recall.domain.day.worth import Rule
from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import PRIORITIES, Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

TODAY = date(2026, 3, 2)
LATER = TODAY + timedelta(days=9)

RULE = Rule(Formulas(DEFAULT_WEIGHTS))
NEW_SHARE = 0.4


def reading(number: int, minutes: int = 15, **other: object) -> Planned:
    """Return an unread resource, in the order of its number."""
    plain = Planned(
        id=number,
        title=f"Resource {number}",
        url=None,
        canonical_url=None,
        kind="article",
        language="en",
        minutes=minutes,
        minutes_read=0,
        series=None,
        part=None,
        status="unread",
        gone=False,
        note=None,
        card=Card(),
        order=(1, number),
    )
    return plain._replace(**other)  # type: ignore[arg-type]  # keywords of the tests below


def revisit(number: int, minutes: int, due: date = TODAY, stability: float | None = 5.0) -> Planned:
    """Return a read resource; minutes are those of the revisit."""
    memory = None if stability is None else Memory(stability, 5.0, due - timedelta(days=9))
    return reading(number, 4 * minutes, status="read", card=Card(due=due, memory=memory))


class Shelf(NamedTuple):
    """A small library: it holds back resources that wait, and knows what was done.

    after has the prerequisites of a resource, turns the turns of its sections. shared days are
    planned like `today`, with the rule of a minute's worth if they may overflow, and with the
    minutes owed to readings. What is done is due again after interval days. With all_unread the
    plan also gets waiting resources, and has to hold them back itself.
    """

    resources: Mapping[int, Planned]
    done: tuple[Done, ...] = ()
    after: Mapping[int, frozenset[int]] = {}
    turns: Mapping[int, Turn] = {}
    shared: bool = False
    owed: int = 0
    today: date = TODAY
    interval: int = (LATER - TODAY).days
    all_unread: bool = False

    @classmethod
    def of(cls, resources: Sequence[Planned]) -> "Shelf":
        return cls({one.id: one for one in resources})

    def queue(self, budget: int = 45, usual: int = 45, sitting: int = 20) -> Queue:
        due = [one for one in self.resources.values() if self.is_due(one)]
        due.sort(key=lambda one: (one.card.due, _stability(one), one.id))
        unread = [one for one in self.resources.values() if one.card.due is None]
        free = [one for one in unread if self.all_unread or self.is_free(one)]
        free.sort(key=self._turn)
        gates = Gates(self.turns, {number: self._waited_for(number) for number in self.after})
        day = Day(self.today, budget, usual, sitting, due, free, self.done, gates)
        day = day._replace(begun=[one.id for one in unread if one.status == "reading"])
        if self.shared:
            day = day._replace(new_share=NEW_SHARE, owed=self.owed)
            day = day._replace(rule=RULE if may_overflow(day) else None)
        return plan(day)

    def is_due(self, one: Planned) -> bool:
        """Return whether it can be revisited now."""
        return one.card.due is not None and one.card.due <= self.today

    def is_free(self, one: Planned) -> bool:
        """Return whether it can be read now."""
        if one.card.due is not None or self.turns.get(one.id, Turn()).rank == HELD:
            return False
        unread = [other for other in self.resources.values() if other.card.due is None]
        return not any(
            _holds(other, one) or other.id in self.after.get(one.id, ()) for other in unread
        )

    def _waited_for(self, number: int) -> list[int]:
        today = {done.resource.id for done in self.done if done.due_before is None}
        return [
            other
            for other in sorted(self.after[number])
            if other in today or self.resources[other].card.due is None
        ]

    def _turn(self, one: Planned) -> tuple[object, ...]:
        priority = PRIORITIES.index(one.priority)
        return self.turns.get(one.id, Turn()), priority, one.minutes_read == 0, one.order

    def finish(self, visit: Visit, minutes: int) -> "Shelf":
        """Return the shelf after a visit, whole or a sitting."""
        old = visit.resource
        if visit.left:
            after = old._replace(status="reading", minutes_read=old.minutes_read + minutes)
            return self.with_(after, Done(after, minutes, minutes, sitting=True))
        due, memory = self.today + timedelta(self.interval), Memory(20.0, 5.0, self.today)
        after = old._replace(status="read", card=Card(due=due, memory=memory, reviews=1))
        return self.with_(after, Done(after, minutes, visit.minutes, old.card.due, old.card.memory))

    def tomorrow(self) -> "Shelf":
        """Return the shelf on the next morning."""
        return self._replace(today=self.today + timedelta(1), done=())

    def with_(self, after: Planned, done: Done) -> "Shelf":
        return self._replace(resources={**self.resources, after.id: after}, done=(*self.done, done))


def _stability(one: Planned) -> float:
    return 1e9 if one.card.memory is None else one.card.memory.stability


def _holds(earlier: Planned, later: Planned) -> bool:
    if later.series is None or earlier.series != later.series:
        return False
    return (earlier.part or 0, earlier.order) < (later.part or 0, later.order)
