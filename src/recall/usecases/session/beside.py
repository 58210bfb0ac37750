"""A session beside the plan: the resources that the person names, or those of a section."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from recall.domain.day.plan import PlannedVisit
from recall.domain.day.revisit_order import visit_of
from recall.domain.library.resource import ASIDE, UNREAD, Planned, Resource
from recall.errors import BadInput, RecallError, UnknownSection
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.today import progress_today

if TYPE_CHECKING:
    from recall.domain.day.plan import Task


def named_visits(context: Context, texts: Iterable[str]) -> list[PlannedVisit]:
    """Return visits of the resources that are named, in that order, due or not.

    BadInput for one that was put aside.
    """
    found = [find(context.store, text) for text in texts]
    for resource in found:
        if resource.status in ASIDE:
            again = f"'recall resume {resource.id}' takes it up again"
            raise BadInput(f"{resource.id} is {resource.status}; {again}")
    return _visits(context, found)


def visit_today(context: Context, number: int) -> PlannedVisit:
    """Return the visit of a resource that is left in today's plan, or else one beside the plan."""
    left = (visit.visit for visit in progress_today(context).left)
    planned = next((visit for visit in left if visit.resource_id == number), None)
    return planned or named_visits(context, [str(number)])[0]


def section_visits(context: Context, text: str) -> list[PlannedVisit]:
    """Return what is due or to be read under the headings that hold a text.

    What is due comes first; both are in the order of their lists. UnknownSection if there is no
    such heading, RecallError if nothing waits under it.
    """
    from recall.usecases.resources.looking.listing import Wanted, listed

    found = listed(context, Wanted(section=text))
    if not found:
        raise UnknownSection(text)
    due = [
        resource for resource in found if resource.status == "read" and _is_due(resource, context)
    ]
    unread = [resource for resource in found if resource.status in UNREAD and not resource.gone]
    if not due and not unread:
        raise RecallError(
            f"nothing in '{text}' is due or to be read; "
            f"'recall review {found[0].id}' goes through what you name"
        )
    return _visits(context, [*due, *unread])


def _is_due(resource: Resource, context: Context) -> bool:
    return resource.card.due is not None and resource.card.due <= context.today


def _visits(context: Context, found: Sequence[Resource]) -> list[PlannedVisit]:
    pace = pace_of(context.store, context.today)
    unique = {resource.id: pace.planned(resource) for resource in found}
    return [_visit(context, resource) for resource in unique.values()]


def _visit(context: Context, resource: Planned) -> PlannedVisit:
    """Return a revisit of what is read, or else a reading: in a sitting if no day can hold it."""
    if resource.status not in UNREAD:
        due = resource.card.due
        visit = visit_of(resource, context.today)
        is_early = due is None or due > context.today
        return visit._replace(reason="not due yet") if is_early else visit
    minutes, settings = resource.next_minutes, context.settings
    why = "begun" if resource.status == "reading" else "to be read"
    is_long = minutes > settings.daily_minutes
    task: Task = "sitting" if is_long else "read"
    return PlannedVisit(resource.id, task, settings.sitting_minutes if is_long else minutes, why)
