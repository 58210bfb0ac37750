"""Postponing, suspending, archiving and resuming a resource.

Each works on the stored resource, which may have changed since it was shown: others write too.
"""

from datetime import date

from recall.domain.library.resource import ASIDE, Resource
from recall.errors import BadInput
from recall.storage.actions import begin
from recall.storage.tables.changes import cards
from recall.usecases.changed import Changed, told
from recall.usecases.context import Context
from recall.usecases.find import current


def postpone(context: Context, resource: Resource | str, until: date) -> Changed:
    """Move a revisit to a later day. Its memory and its log stay as they are.

    BadInput for a day before its original due date.
    """
    with begin(context.store, "postpone", context.now, context.today) as action:
        one = _with_revisits(current(action, resource))
        due = one.card.postponed_from or one.card.due
        if one.status != "read" or due is None:
            raise BadInput(f"{one.id} is {one.status}; only a revisit can be postponed")
        if until < due:
            raise BadInput(f"{one.id} is due on {due} as it is; give a later day")
        cards.move(action, {one.id: one.card._replace(due=until, postponed_from=due)})
        return told(action, one, f"until {until.isoformat()}")


def suspend(context: Context, resource: Resource | str) -> Changed:
    """Put a resource aside for a while: no revisits, no offers, its memory kept."""
    return _put_aside(context, "suspend", "suspended", resource)


def archive(context: Context, resource: Resource | str) -> Changed:
    """Put a resource aside for good; it stays in the list and in the log."""
    return _put_aside(context, "archive", "archived", resource)


def resume(context: Context, resource: Resource | str) -> Changed:
    """Resume a suspended or archived resource in its earlier state."""
    with begin(context.store, "resume", context.now, context.today) as action:
        one = current(action, resource)
        if one.status not in ASIDE:
            raise BadInput(f"{one.id} is {one.status}, so there is nothing to resume")
        return told(action, one, cards.take_up(action, one))


def keep(context: Context, resource: Resource | str) -> Changed:
    """Keep a crowded-out revisit as it is, so that recall stops asking about it."""
    with begin(context.store, "keep", context.now, context.today) as action:
        one = _with_revisits(current(action, resource))
        if one.status != "read":
            raise BadInput(f"{one.id} is {one.status}; only a revisit can be passed over")
        cards.keep(action, one, context.today)
        return told(action, one, "kept as it is")


def _with_revisits(resource: Resource) -> Resource:
    """Return the resource; BadInput if it is to have no revisits."""
    if resource.once:
        raise BadInput(
            f"{resource.id} has no revisits; 'recall edit {resource.id} --no-once' begins them"
        )
    return resource


def _put_aside(context: Context, kind: str, status: str, resource: Resource | str) -> Changed:
    with begin(context.store, kind, context.now, context.today) as action:
        one = current(action, resource)
        if one.status == status:
            raise BadInput(f"{one.id} is {status} already")
        cards.put_aside(action, one, status)
        return told(action, one, f"was {one.status}")
