"""The facts that an explanation needs, and the explanation itself."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.day.queue import Queue
from recall.domain.day.standing import Standing
from recall.domain.day.visit import Visit
from recall.domain.library.resource import Planned
from recall.domain.memory.forgetting_curve import retrievability
from recall.domain.memory.weights import Weights


class ResourceFacts(NamedTuple):
    """The facts about a resource today.

    wanted is its desired retention; standing is today's order; holders must be read before it;
    it is on hold if all its sections are. enough is the number of minutes for which today's
    queue would have it, None if unknown.
    """

    resource: Planned
    queue: Queue
    wanted: float
    weights: Weights
    standing: Standing = Standing()
    holders: Sequence[Planned] = ()
    on_hold: bool = False
    enough: int | None = None

    @property
    def ahead(self) -> list[Planned]:
        """What is still to do before it today."""
        queue = self.queue
        listed = [visit.resource for visit in queue.in_turn]
        return self.standing.ahead(self.resource, listed)

    @property
    def ahead_minutes(self) -> int:
        """Minutes of `ahead`; for listed visits the planned ones, perhaps of one sitting."""
        planned = {one.resource.id: one.minutes for one in self.queue.in_turn}
        return sum(planned.get(one.id, one.next_minutes) for one in self.ahead)

    def recall(self, day: date) -> float | None:
        """Return the predicted probability of recall on a day; None if there is no memory."""
        memory = self.resource.card.memory
        if memory is None:
            return None
        return retrievability(memory, (day - memory.last_review).days, self.weights)


class Why(NamedTuple):
    """The answer: a keyword for programs, and a paragraph.

    position counts from 1 in today's queue; minutes_before are planned before it.
    """

    reason: str
    paragraph: str
    facts: ResourceFacts
    visit: Visit | None = None
    position: int | None = None
    minutes_before: int | None = None

    @property
    def overdue_days(self) -> int:
        """Days since the revisit was due, 0 if it is not overdue."""
        due = self.facts.resource.card.due
        return 0 if due is None else max(0, (self.facts.queue.study_date - due).days)
