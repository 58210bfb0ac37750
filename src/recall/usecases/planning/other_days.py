"""Days other than today: one in the past as it was planned and done, a coming one as a preview."""

from collections.abc import Mapping
from datetime import date

from recall.domain.day.plan import Plan
from recall.domain.day.progress import ResourceState, progress
from recall.errors import BadInput
from recall.storage.tables.planning import plans
from recall.storage.tables.planning.day_counts import DayCounts, RestOfLibrary
from recall.storage.tables.planning.past_states import states_after
from recall.usecases.context import Context
from recall.usecases.planning.ahead.forecast import preview
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.today import StudyDay

FURTHEST_DAYS = 366
"""How far a preview reaches."""


def other_day(context: Context, on: date) -> StudyDay:
    """Return a past day as it was planned and done, or a preview of a coming day."""
    return past_day(context, on) if on < context.today else coming_day(context, on)


def past_day(context: Context, day: date) -> StudyDay:
    """Return a day before today: what was planned, if plans were kept then, and what was done.

    What was not done stands as it did when the day was over. Of what was done since, it says on
    which day.
    """
    kept = plans.kept(context.store, day)
    budget = open_days(context.store, context, since=day)
    plan = kept.plan if kept else Plan(day, budget.on(day))
    states = states_after(context.store, day, [visit.resource_id for visit in plan.visits])
    done = plans.done(context.store, day)
    stands = progress(plan, done.done, states)
    undone = [visit.visit.resource_id for visit in stands.visits if visit.state != "done"]
    return StudyDay(
        progress=stands._replace(visits=[visit._replace(beyond=False) for visit in stands.visits]),
        states={**states, **done.states},
        counts=DayCounts(0, 0, None),
        usual_minutes=budget.on(day),
        pause=None if kept else budget.pause_on(day),
        done_since=plans.done_after(context.store, day, undone),
    )


def coming_day(context: Context, day: date) -> StudyDay:
    """Return a preview of a coming day: its plan if all goes as planned until then.

    BadInput if it is more than a year ahead.
    """
    if (day - context.today).days > FURTHEST_DAYS:
        raise BadInput(f"a preview reaches {FURTHEST_DAYS} days ahead; give an earlier day")
    ahead = preview(context, day)
    plan = Plan(day, ahead.budget_minutes, ahead.visits)
    ids = [visit.resource_id for visit in plan.visits]
    states = _as_planned(plan, plans.states_of(context.store, ids), ahead.due_since)
    budget = open_days(context.store, context)
    finished = sum(visit.task == "read" for visit in ahead.done)
    return StudyDay(
        progress=progress(plan, (), states),
        states=states,
        counts=DayCounts(ahead.due, 0, None),
        rest=RestOfLibrary(unread=ahead.unread + finished),
        usual_minutes=budget.on(day),
        pause=budget.pause_on(day),
        is_preview=True,
    )


def _as_planned(
    plan: Plan, states: Mapping[int, ResourceState], since: Mapping[int, date]
) -> dict[int, ResourceState]:
    """Return the resources of a plan as they will stand on its day; since has the due dates."""
    return {
        visit.resource_id: states[visit.resource_id]._replace(
            status="read" if visit.task == "revisit" else "unread",
            due=since.get(visit.resource_id, plan.study_date),
            gone=False,
        )
        for visit in plan.visits
        if visit.resource_id in states
    }
