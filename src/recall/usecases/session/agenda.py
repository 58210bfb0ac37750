"""What a session goes through: today's kept plan, or a list of its own.

A plan that the session began yesterday is such a list: nothing enters it, and nobody else's day
is changed by putting something in it later.
"""

from collections.abc import Collection, Sequence
from datetime import date

from recall.domain.day.plan import PlannedVisit
from recall.domain.day.progress import ResourceState, VisitProgress, progress
from recall.domain.library.resource import UNREAD, Resource
from recall.storage.tables.planning import plans
from recall.usecases.context import Context
from recall.usecases.planning.today import progress_today


class OwnAgenda:
    """Visits in an order that only the session knows; none of them need be due or planned."""

    def __init__(self, visits: Sequence[PlannedVisit]) -> None:
        """Begin with the visits in this order."""
        self._orders = [tuple(visits)]

    def left(self, context: Context, over: Collection[int]) -> list[VisitProgress]:
        """Return what is still to do, in order; `over` are resources that the session is over."""
        visits = self._orders[-1]
        states = plans.states_of(context.store, [visit.resource_id for visit in visits])
        return [
            VisitProgress(visit, "left")
            for visit in visits
            if visit.resource_id not in over and _fits(visit, states.get(visit.resource_id))
        ]

    def put_later(self, _: Context, resource: Resource) -> int | None:
        """Put a visit behind the others of the session; this is no action."""
        visits = self._orders[-1]
        moved = [visit for visit in visits if visit.resource_id == resource.id]
        self._orders.append((*self._without(resource), *moved))
        return None

    def put_off(self, _: Context, resource: Resource) -> int | None:
        """Take a visit out of the session; this is no action."""
        self._orders.append(self._without(resource))
        return None

    def restore(self) -> None:
        """Bring back the order before the last change."""
        self._orders.pop()

    def _without(self, resource: Resource) -> tuple[PlannedVisit, ...]:
        return tuple(visit for visit in self._orders[-1] if visit.resource_id != resource.id)


class PlanAgenda:
    """Today's kept plan in its order. What is put later or off is an action, and kept too."""

    def left(self, context: Context, _: Collection[int]) -> list[VisitProgress]:
        """Return what is left of today's plan, in order; the log knows what is over."""
        return progress_today(context).left

    def put_later(self, context: Context, resource: Resource) -> int | None:
        """Put a visit behind the others of today; return the action."""
        from recall.usecases.planning import revising

        return revising.put_later(context, resource).action_id

    def put_off(self, context: Context, resource: Resource) -> int | None:
        """Take a visit off today's plan; return the action."""
        from recall.usecases.planning import revising

        return revising.put_off(context, resource).action_id

    def restore(self) -> None:
        """Nothing is to be done: undoing the action brings the plan back."""


Agenda = PlanAgenda | OwnAgenda


def rest_of(context: Context, day: date, over: Collection[int]) -> OwnAgenda:
    """Return what was left of an earlier day's plan; what the session did can come back to it."""
    kept = plans.kept(context.store, day)
    if kept is None:
        return OwnAgenda(())
    stands = progress(kept.plan, plans.done(context.store, day).done, kept.states)
    visits = stands.visits
    return OwnAgenda(
        [
            visit.visit
            for visit in visits
            if visit.state == "left" or visit.visit.resource_id in over
        ]
    )


def _fits(visit: PlannedVisit, state: ResourceState | None) -> bool:
    """Return whether a resource is still to be visited so, whoever changed it meanwhile."""
    if state is None:
        return False
    return state.status == "read" if visit.task == "revisit" else state.status in UNREAD
