"""The readings and minutes of today's plan after a change of their order or length.

Each is a revision inside the action of the change, so that undo takes it away with it.
"""

from collections.abc import Sequence

from recall.domain.day.plan import PlannedVisit
from recall.domain.day.planner import choose_again
from recall.domain.day.progress import DayProgress
from recall.domain.library.resource import short
from recall.storage.actions import Action
from recall.storage.tables.planning import plans
from recall.storage.tables.resources import by_ids
from recall.usecases.context import Context
from recall.usecases.planning.facts import day_facts
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.rest_of_day import settled
from recall.usecases.planning.revising import progress_of


def choose_readings_anew(context: Context, action: Action) -> None:
    """Choose the readings of today that are not begun anew, inside an action.

    Nothing changes if today has no plan yet, or the same readings are chosen.
    """
    stands = progress_of(context, action)
    chosen = _other_readings(context, action, stands) if stands else []
    if stands and [one.resource_id for one in chosen] != _readings_left(stands):
        _put_in_place_of_readings(context, action, stands, chosen)


def give_other_minutes(context: Context, action: Action, resource_id: int) -> None:
    """Let a visit that is left today take the minutes that its resource has now, inside an action.

    A revisit stays where it is; if it is a reading, the readings are chosen anew.
    """
    stands = progress_of(context, action)
    left = [one.visit for one in stands.left] if stands else []
    planned = next((one for one in left if one.resource_id == resource_id), None)
    if stands is None or planned is None:
        return
    if planned.task != "revisit":
        chosen = _other_readings(context, action, stands)
        _put_in_place_of_readings(context, action, stands, chosen)
        return
    (resource,) = by_ids(action, [resource_id])
    minutes = pace_of(action, context.today).planned(resource).revisit_minutes
    if minutes != planned.minutes:
        changed = planned._replace(minutes=minutes)
        visits = [changed if one is planned else one for one in stands.plan.visits]
        plans.revise(action, stands.plan.with_visits(visits), context.now)


def readings_now(context: Context) -> list[str] | None:
    """Return the titles of today's readings if the last action chose them anew, or else None."""
    if not plans.was_revised(context.store, context.today):
        return None
    stands = progress_of(context, context.store)
    if stands is None:
        return None
    ids = _readings_left(stands)
    states = plans.states_of(context.store, ids)
    return [f"{number} {short(states[number].title)}" for number in ids]


def _readings_left(stands: DayProgress) -> list[int]:
    return [one.visit.resource_id for one in stands.left if one.visit.task != "revisit"]


def _other_readings(context: Context, action: Action, stands: DayProgress) -> list[PlannedVisit]:
    """Return readings for the minutes of those that are left today, as they are chosen now."""
    dropped = [one.visit for one in stands.left if one.visit.task != "revisit"]
    if not dropped:
        return []
    revisits = {one.visit.resource_id for one in stands.left if one.visit.task == "revisit"}
    without = settled(stands) | revisits
    facts = day_facts(context, action, sum(one.minutes for one in dropped), without=without)
    return choose_again(facts)


def _put_in_place_of_readings(
    context: Context, action: Action, stands: DayProgress, chosen: Sequence[PlannedVisit]
) -> None:
    """Revise the plan: other readings stand where the readings stood that are left."""
    dropped = _readings_left(stands)
    ids = [one.resource_id for one in stands.plan.visits]
    place = ids.index(dropped[0])
    others = [one for one in stands.plan.visits if one.resource_id not in dropped]
    visits = [*others[:place], *chosen, *others[place:]]
    plans.revise(action, stands.plan.with_visits(visits), context.now)
