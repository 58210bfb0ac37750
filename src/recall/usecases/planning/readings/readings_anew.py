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
    if stands and [visit.resource_id for visit in chosen] != _readings_left(stands):
        _put_in_place_of_readings(context, action, stands, chosen)


def give_other_minutes(context: Context, action: Action, resource_id: int) -> None:
    """Let a visit that is left today take the minutes that its resource has now, inside an action.

    A revisit stays where it is; if it is a reading, the readings are chosen anew.
    """
    stands = progress_of(context, action)
    left = [visit.visit for visit in stands.left] if stands else []
    planned = next((visit for visit in left if visit.resource_id == resource_id), None)
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
        visits = [changed if visit is planned else visit for visit in stands.plan.visits]
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
    return [visit.visit.resource_id for visit in stands.left if visit.visit.task != "revisit"]


def _other_readings(context: Context, action: Action, stands: DayProgress) -> list[PlannedVisit]:
    """Return readings for the minutes of those that are left today, as they are chosen now."""
    dropped = [visit.visit for visit in stands.left if visit.visit.task != "revisit"]
    if not dropped:
        return []
    revisits = {visit.visit.resource_id for visit in stands.left if visit.visit.task == "revisit"}
    without = settled(stands) | revisits
    facts = day_facts(context, action, sum(visit.minutes for visit in dropped), without=without)
    return choose_again(facts)


def _put_in_place_of_readings(
    context: Context, action: Action, stands: DayProgress, chosen: Sequence[PlannedVisit]
) -> None:
    """Revise the plan: other readings stand where the readings stood that are left."""
    dropped = _readings_left(stands)
    ids = [visit.resource_id for visit in stands.plan.visits]
    place = ids.index(dropped[0])
    others = [visit for visit in stands.plan.visits if visit.resource_id not in dropped]
    visits = [*others[:place], *chosen, *others[place:]]
    plans.revise(action, stands.plan.with_visits(visits), context.now)
