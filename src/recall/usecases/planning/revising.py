"""New revisions of today's plan, each inside the action that asks for it."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.day.planner import DayFacts, plan_more, plan_visits
from recall.domain.day.progress import DayProgress, progress
from recall.domain.library.resource import Resource, short
from recall.domain.text.wording import counted
from recall.errors import RecallError
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.reads import Reads
from recall.storage.tables import day as days
from recall.storage.tables.planning import plans
from recall.usecases.context import Context
from recall.usecases.planning.facts import day_facts
from recall.usecases.planning.keeping import plan_of_today
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.rest_of_day import (
    LEAST_MORE_MINUTES,
    USUAL_MORE_MINUTES,
    read_today,
    settled,
    taken,
)


class PlanChange(NamedTuple):
    """The plan after a change, the visits that are new in it, and the action that changed it."""

    plan: Plan
    added: Sequence[PlannedVisit] = ()
    action_id: int = 0


def more(context: Context, minutes: int | None = None) -> PlanChange:
    """Put the next visits at the end of today's plan, as one action.

    Without minutes: those that are left of the day, or 15 if nothing fits them. If part of the plan
    is beyond the day, the day becomes so much longer. RecallError if nothing waits that fits.
    """

    def added(action: Action, stands: DayProgress) -> PlanChange:
        wanted = minutes or max(stands.free_minutes, USUAL_MORE_MINUTES)
        finished = read_today(stands)
        facts = day_facts(context, action, wanted, without=taken(stands))
        freed = days.freed(action, finished) if finished else set()
        is_freed = any(reading.resource.id in freed for reading in facts.readings)
        if any(visit.beyond for visit in stands.left) and not is_freed:
            return _longer(context, action, stands, wanted)
        visits: list[PlannedVisit] = []
        if minutes is None and stands.free_minutes >= LEAST_MORE_MINUTES:
            visits = plan_more(facts._replace(minutes=stands.free_minutes), freed)
        visits = visits or plan_more(facts, freed)
        if not visits:
            raise RecallError(_nothing(facts))
        every = stands.spent_minutes + stands.left_minutes + _minutes(visits)
        whole = max(stands.plan.minutes, every)
        within, beyond = _at_the_line(stands)
        return PlanChange(stands.plan.with_visits([*within, *visits, *beyond], whole), visits)

    return _revised(context, "more", added)


def set_minutes(context: Context, minutes: int) -> PlanChange:
    """Give today other minutes, as one action: what is left is made to fit, or filled.

    If the day has these minutes already, there is no action.
    """

    def fitted(action: Action, stands: DayProgress) -> PlanChange:
        if stands.plan.minutes == minutes and stands.plan.revision:
            raise Abandoned
        return _with_minutes(context, action, stands, minutes)

    return _revised(context, "minutes", fitted)


def fit_plan(context: Context, action: Action, minutes: int) -> None:
    """Give today's plan other minutes inside an action, if today has a plan."""
    stands = progress_of(context, action)
    if stands is not None and stands.plan.minutes != minutes:
        plans.revise(action, _with_minutes(context, action, stands, minutes).plan, context.now)


def put_later(context: Context, resource: Resource) -> PlanChange:
    """Put a planned visit behind all others of today, as one action.

    If it stands there already, there is no action: a browser may send it twice.
    """

    def moved(_: Action, stands: DayProgress) -> PlanChange:
        visit = _planned_visit(stands, resource)
        if stands.plan.visits[-1] == visit and stands.plan.revision:
            raise Abandoned
        others = [one for one in stands.plan.visits if one.resource_id != resource.id]
        return PlanChange(stands.plan.with_visits([*others, visit]))

    return _revised(context, "later", moved, resource)


def put_off(context: Context, resource: Resource) -> PlanChange:
    """Take a planned visit off today's plan, as one action; its date stays as it is."""

    def without(_: Action, stands: DayProgress) -> PlanChange:
        visit = _planned_visit(stands, resource)
        marked = [
            other._replace(put_off=True) if other == visit else other
            for other in stands.plan.visits
        ]
        return PlanChange(stands.plan.with_visits(marked))

    return _revised(context, "put off", without, resource)


def plan_anew(context: Context, action: Action) -> None:
    """Plan what is left of today from scratch inside an action, if today has a plan.

    It stands after what is done, and before what is wanted no more today.
    """
    stands = progress_of(context, action)
    if stands is None:
        return
    done = [visit.visit for visit in stands.visits if visit.state == "done"]
    room = max(0, stands.plan.minutes - stands.spent_minutes)
    visits = plan_visits(day_facts(context, action, room, without=settled(stands)))
    chosen = {visit.resource_id for visit in visits}
    aside = [visit.visit for visit in stands.visits if visit.state in ("put off", "struck")]
    moved = [visit for visit in aside if visit.resource_id not in chosen]
    plans.revise(action, stands.plan.with_visits([*done, *visits, *moved]), context.now)


def progress_of(context: Context, reads: Reads) -> DayProgress | None:
    """Return how today's stored plan stands; None if there is no plan."""
    kept = plans.kept(reads, context.today)
    if kept is None:
        return None
    return progress(kept.plan, plans.done(reads, context.today).done, kept.states)


def _revised(
    context: Context,
    kind: str,
    change: Callable[[Action, DayProgress], PlanChange],
    resource: Resource | None = None,
) -> PlanChange:
    """Carry out an action that is a new revision of today's plan; RecallError in a pause."""
    if open_days(context.store, context).is_paused(context.today):
        raise RecallError("in a pause nothing is planned; 'recall resume' ends it")
    first = plan_of_today(context)
    found = PlanChange(first.plan)
    with begin(context.store, kind, context.now, context.today) as action:
        stands = progress_of(context, action)
        if stands is None:
            done = plans.done(action, context.today).done
            stands = progress(first.plan, done, first.states)
        found = change(action, stands)
        plans.revise(action, found.plan, context.now)
        if resource is not None:
            action.describe(resource.id, short(resource.title))
        else:
            added = f", {counted(len(found.added), 'thing')} added" if found.added else ""
            action.describe(None, f"{found.plan.minutes} min today{added}")
    return found._replace(action_id=action.id)


def _longer(context: Context, action: Action, stands: DayProgress, wanted: int) -> PlanChange:
    """Return the plan of a day with more minutes, in which more of the plan fits."""
    minutes = max(stands.plan.minutes, stands.spent_minutes + stands.left_minutes) + wanted
    return _filled(context, action, stands.plan.with_visits(stands.plan.visits, minutes))


def _with_minutes(
    context: Context, action: Action, stands: DayProgress, minutes: int
) -> PlanChange:
    """Return the plan with other minutes.

    A day that had them before gets its plan of then back. With more minutes everything stays, and
    with fewer the planner chooses among what is left. Minutes that are free then are filled.
    """
    before = plans.widest(action, context.today, minutes)
    if before is None or (before.minutes < minutes < stands.plan.minutes):
        return _fitted(context, action, stands, minutes)
    now = {visit.visit.resource_id: visit for visit in stands.visits}
    known = {visit.resource_id for visit in before.visits}
    stays = [visit.visit for visit in stands.visits if visit.state != "left"]
    if before.minutes < minutes:
        stays = list(stands.plan.visits)
    visits = [
        visit._replace(put_off=visit.resource_id in now and now[visit.resource_id].visit.put_off)
        for visit in before.visits
    ]
    visits += [visit for visit in stays if visit.resource_id not in known]
    return _filled(context, action, stands.plan.with_visits(visits, minutes))


def _filled(context: Context, action: Action, plan: Plan) -> PlanChange:
    """Return a plan with more at its end, if its minutes have room for that."""
    states = plans.states_of(action, [visit.resource_id for visit in plan.visits])
    stands = progress(plan, plans.done(action, context.today).done, states)
    left = sum(visit.visit.minutes for visit in stands.left)
    room = plan.minutes - stands.spent_minutes - left
    if room < LEAST_MORE_MINUTES:
        return PlanChange(plan)
    added = plan_more(day_facts(context, action, room, without=taken(stands)))
    return PlanChange(plan._replace(visits=(*plan.visits, *added)), added)


def _fitted(context: Context, action: Action, stands: DayProgress, minutes: int) -> PlanChange:
    """Return the plan with fewer minutes: the planner chooses among what is left."""
    room = max(0, minutes - stands.spent_minutes)
    done = [visit.visit for visit in stands.visits if visit.state == "done"]
    aside = [visit.visit for visit in stands.visits if visit.state in ("put off", "struck")]
    left = [visit.visit.resource_id for visit in stands.left]
    facts = day_facts(context, action, stands.plan.minutes, without=settled(stands))
    facts = _only(facts, left)._replace(minutes=room)
    if any(visit.task != "revisit" for visit in done):
        facts = facts._replace(new_share=0.0)
    kept = sorted(plan_visits(facts), key=lambda visit: left.index(visit.resource_id))
    return PlanChange(stands.plan.with_visits([*done, *kept, *aside], minutes))


def _nothing(facts: DayFacts) -> str:
    """Return why nothing was added."""
    if facts.due or facts.readings:
        return f"nothing that waits fits {facts.minutes} min; 'recall more 30' adds more"
    return "nothing else waits today"


def _only(facts: DayFacts, ids: Collection[int]) -> DayFacts:
    return facts._replace(
        due=[resource for resource in facts.due if resource.id in ids],
        readings=[reading for reading in facts.readings if reading.resource.id in ids],
    )


def _planned_visit(stands: DayProgress, resource: Resource) -> PlannedVisit:
    found = (planned.visit for planned in stands.left if planned.visit.resource_id == resource.id)
    visit = next(found, None)
    if visit is None:
        raise RecallError(f"{resource.id} is not left in today's plan; 'recall today' shows it")
    return visit


def _at_the_line(stands: DayProgress) -> tuple[list[PlannedVisit], list[PlannedVisit]]:
    """Return the plan up to the first visit that is beyond the day, and the rest."""
    visits = [visit.visit for visit in stands.visits]
    line = next((n for n, visit in enumerate(stands.visits) if visit.beyond), len(visits))
    return visits[:line], visits[line:]


def _minutes(visits: Sequence[PlannedVisit]) -> int:
    return sum(visit.minutes for visit in visits)
