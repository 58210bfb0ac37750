"""Everything still to be read, in order, and what holds it back.

`today` reads only what it can offer; looking ahead needs the rest as well.
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
"""Minutes of a day, enough to offer everything."""


class StillToRead(NamedTuple):
    """Everything unread that is on its list, in order.

    turns has the turns that are not the usual one; after maps an ID to the IDs to read before
    it. The resources in free are offered as soon as there are minutes for them.
    """

    unread: list[Planned]
    free: list[Planned]
    turns: Mapping[int, Turn]
    after: Mapping[int, frozenset[int]]

    def is_on_hold(self, resource: Planned) -> bool:
        """Return whether all its sections are on hold and no deadline needs it."""
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
    known = {one.id: one for one in found}  # with the minutes set by the caller
    free = [known.get(one.id, one) for one in offered]
    turns = {**_turns(context, found), **turns}
    found, free = (
        sorted(part, key=lambda one: reading_key(one, turns.get(one.id, Turn())))
        for part in (found, free)
    )
    return StillToRead(found, free, turns, after)


def _offered(context: Context) -> tuple[list[Planned], Mapping[int, Turn]]:
    """Return what could be read today, in order, and the turns with deadlines considered."""
    day = empty_day(context, context.today, WHOLE_LIST, Spent())
    pace = pace_of(context.store, context.today)
    done = days.done(context.store, context.today, pace)
    day = with_readings(context, day._replace(done=done), pace)
    return list(day.unread), day.gates.turns


def _turns(context: Context, resources: Iterable[Planned]) -> dict[int, Turn]:
    """Return the turns that sections give, whatever their deadlines."""
    rules = section_rules.rules(context.store)
    found = {one.id: turn_of((place.section for place in one.places), rules) for one in resources}
    return {number: turn for number, turn in found.items() if turn != Turn()}
