"""Everything that is still to be read: in the order of its turn, and what holds it back.

`today` asks only for what it can offer; who looks ahead needs the rest as well.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from recall.domain.day.held_back import held_back
from recall.domain.day.lately import Spent
from recall.domain.day.morning import HELD, Turn, reading_key
from recall.domain.day.turns import turn_of
from recall.domain.library.resource import UNREAD, Planned
from recall.storage.tables import day as days
from recall.storage.tables import prerequisites, section_rules
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.today import empty_day, with_readings

WHOLE_LIST = days.NO_LIMIT
"""Minutes of a day on which everything is offered."""


class StillToRead(NamedTuple):
    """What is unread and on its list, in the order of its turn.

    turns has those that are not the usual one; after, by ID, what is to be read before something.
    What is free is offered as soon as there are minutes for it.
    """

    unread: list[Planned]
    free: list[Planned]
    turns: Mapping[int, Turn]
    after: Mapping[int, frozenset[int]]

    def is_on_hold(self, resource: Planned) -> bool:
        """Whether all its sections are on hold, and no deadline needs it."""
        return self.turns.get(resource.id, Turn()).rank == HELD


def still_to_read(context: Context, everything: Iterable[Planned]) -> StillToRead:
    """Sort out what is unread among all resources, given with their places, as of today."""
    found = [one for one in everything if one.status in UNREAD and not one.gone]
    after = held_back(found)
    waiting = {one.id for one in found}
    for number, earlier in prerequisites.edges(context.store):
        if {number, earlier} <= waiting:
            after[number] = after.get(number, frozenset()) | {earlier}
    offered, turns = _offered(context)
    known = {one.id: one for one in found}  # with the minutes that the caller gave them
    free = [known.get(one.id, one) for one in offered]
    turns = {**_turns(context, found), **turns}
    found, free = (
        sorted(part, key=lambda one: reading_key(one, turns.get(one.id, Turn())))
        for part in (found, free)
    )
    return StillToRead(found, free, turns, after)


def _offered(context: Context) -> tuple[list[Planned], Mapping[int, Turn]]:
    """What could be read today, in the order of its turn; and turns, as deadlines press on all."""
    day = empty_day(context, context.today, WHOLE_LIST, Spent())
    pace = pace_of(context.store, context.today)
    done = days.done(context.store, context.today, pace)
    day = with_readings(context, day._replace(done=done), pace)
    return list(day.unread), day.gates.turns


def _turns(context: Context, resources: Iterable[Planned]) -> dict[int, Turn]:
    """The turns that sections give, whatever their deadlines."""
    rules = section_rules.rules(context.store)
    found = {one.id: turn_of((place.section for place in one.places), rules) for one in resources}
    return {number: turn for number, turn in found.items() if turn != Turn()}
