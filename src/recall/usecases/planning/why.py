"""Why a resource is in today's plan, or is not."""

from __future__ import annotations

from recall.domain.ahead import why as reasons
from recall.domain.day.plan import Plan
from recall.domain.day.progress import progress
from recall.named_tuples import NamedTuple
from recall.storage.tables import prerequisites
from recall.storage.tables.planning import plans
from recall.usecases.planning.keeping import plan_of_today
from recall.usecases.planning.open_days import open_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recall.domain.ahead.why import Why
    from recall.domain.calendar.budget import Budget
    from recall.domain.day.progress import DayProgress
    from recall.domain.library.resource import Resource
    from recall.usecases.context import Context


class Explanation(NamedTuple):
    """Why a resource is in today's plan or is not, and how that plan stands."""

    why: Why
    day: DayProgress


def explain(context: Context, resource: Resource) -> Explanation:
    """Explain a resource, given with its places; today's plan is made if there is none yet."""
    reads, day = context.store, context.today
    budget = open_days(reads, context)
    plan, states = plans.KeptPlan(Plan(day, budget.on(day)), {})
    if not budget.is_paused(day):
        plan, states = plan_of_today(context)
    stands = progress(plan, plans.done(reads, day).done, states)
    found = reasons.settled(resource, stands) or _waiting(context, resource, stands, budget)
    return Explanation(reasons.with_reading(found, resource), stands)


def _waiting(context: Context, resource: Resource, stands: DayProgress, budget: Budget) -> Why:
    """Explain what is due, or could be read."""
    from recall.usecases.planning.lines import due_line, is_on_hold, reading_turn

    is_reading = resource.card.due is None
    if is_reading:
        holders = prerequisites.holders(context.store, resource.id)
        if holders:
            return reasons.held_back(holders)
        if is_on_hold(context, resource, budget):
            return reasons.on_hold()
    pause = budget.pause_on(context.today)
    if pause is not None:
        return reasons.paused(pause)
    if is_reading:
        return reading_turn(context, resource, stands, budget)
    return due_line(context, resource, stands, budget)
