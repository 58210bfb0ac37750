"""The plan of today: found in the library, or made and kept there."""

from __future__ import annotations

from recall.domain.day.plan import Plan
from recall.errors import StorageError
from recall.storage.tables.planning import plans
from recall.usecases.planning.open_days import open_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recall.domain.day.plan import PlannedVisit
    from recall.usecases.context import Context

LOCK_SECONDS = 0.2
"""How long a new plan waits for whoever writes to the library; then it is shown and not kept."""


def plan_of_today(context: Context) -> plans.KeptPlan:
    """Return today's plan; the first call of a study day makes it.

    An empty plan is made anew, so that what is imported later comes in; a plan is empty too if
    all of its resources were removed. In a library that cannot be written, the plan is made at
    each call.
    """
    found = plans.kept(context.store, context.today)
    if found is not None and found.states:
        return found
    plan = _new_plan(context, found.plan if found else None)
    if plan.visits and _is_kept(context, plan):
        return plans.kept(context.store, context.today) or plans.KeptPlan(plan, {})
    ids = [visit.resource_id for visit in plan.visits]
    shown = plan._replace(revision=plan.revision - 1)
    return plans.KeptPlan(shown, plans.states_of(context.store, ids))


def plan_if_made_now(context: Context) -> Plan:
    """Return the plan that today would get now, without keeping it."""
    return _new_plan(context, None)


def _new_plan(context: Context, empty: Plan | None) -> Plan:
    """Return a plan for what is left of today, made from scratch and not stored yet.

    It is the revision after the empty one, if there is one, and has its minutes.
    """
    day, store = context.today, context.store
    plan = empty or Plan(day, open_days(store, context).on(day))
    done = plans.done(store, day).done
    room = max(0, plan.minutes - sum(visit.minutes for visit in done))
    visits: list[PlannedVisit] = []
    if room:
        from recall.domain.day.planner import plan_visits
        from recall.usecases.planning.facts import day_facts

        settled = {visit.resource_id for visit in done}
        with store.snapshot():
            visits = plan_visits(day_facts(context, store, room, without=settled))
    return plan.with_visits(visits)


def _is_kept(context: Context, plan: Plan) -> bool:
    """Store a plan unless another process was first; return whether one is stored now."""
    try:
        plans.add(context.store, plan, context.now, LOCK_SECONDS)
    except StorageError:
        return False
    return True
