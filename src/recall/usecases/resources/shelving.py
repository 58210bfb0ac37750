"""Postponing, suspending, archiving and resuming a resource.

Each works on the stored resource, which may have changed since it was shown: others write too.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal

from recall.domain.library.resource import ASIDE, Resource
from recall.errors import BadInput
from recall.storage.actions import Action, begin
from recall.storage.tables.changes import cards
from recall.usecases.changed import Changed, told
from recall.usecases.context import Context
from recall.usecases.find import Meant, again, current

Kind = Literal["suspend", "archive", "resume", "keep"]


def postpone(context: Context, resource: Meant, until: date) -> Changed:
    """Move a revisit to a later day. Its memory and its log stay as they are.

    BadInput for a day before its original due date.
    """
    with begin(context.store, "postpone", context.now, context.today) as action:
        moved = _with_revisits(current(action, resource))
        due = moved.card.postponed_from or moved.card.due
        if moved.status != "read" or due is None:
            raise BadInput(f"{moved.id} is {moved.status}; only a revisit can be postponed")
        if until < due:
            raise BadInput(f"{moved.id} is due on {due} as it is; give a later day")
        cards.move(action, {moved.id: moved.card._replace(due=until, postponed_from=due)})
        return told(action, moved, f"until {until.isoformat()}")


def suspend(context: Context, resource: Meant) -> Changed:
    """Put a resource aside for a while: no revisits, no offers, its memory kept."""
    return _one(context, "suspend", resource)


def archive(context: Context, resource: Meant) -> Changed:
    """Put a resource aside for good; it stays in the list and in the log."""
    return _one(context, "archive", resource)


def resume(context: Context, resource: Meant) -> Changed:
    """Resume a suspended or archived resource in its earlier state."""
    return _one(context, "resume", resource)


def keep(context: Context, resource: Meant) -> Changed:
    """Keep a crowded-out revisit as it is, so that recall stops asking about it."""
    return _one(context, "keep", resource)


def shelve(context: Context, kind: Kind, wanted: Sequence[Meant]) -> list[Changed]:
    """Do the same to resources, as one action: all of it, or nothing if one of them cannot.

    A resource that is named twice counts once.
    """
    with begin(context.store, kind, context.now, context.today) as action:
        ones = {resource.id: resource for resource in (current(action, each) for each in wanted)}
        said = {
            number: _STEPS[kind](action, resource, context.today)
            for number, resource in ones.items()
        }
        if len(ones) == 1:
            return [told(action, ones[number], summary) for number, summary in said.items()]
        action.describe(None, f"{len(ones)} resources: {', '.join(map(str, ones))}")
        return [Changed(again(action, number), action.id) for number in ones]


def _one(context: Context, kind: Kind, resource: Meant) -> Changed:
    (changed,) = shelve(context, kind, [resource])
    return changed


def _with_revisits(resource: Resource) -> Resource:
    """Return the resource; BadInput if it is to have no revisits."""
    if resource.once:
        raise BadInput(
            f"{resource.id} has no revisits; 'recall edit {resource.id} --no-once' begins them"
        )
    return resource


def _suspend(action: Action, resource: Resource, _today: date) -> str:
    return _put_aside(action, resource, "suspended")


def _archive(action: Action, resource: Resource, _today: date) -> str:
    return _put_aside(action, resource, "archived")


def _resume(action: Action, resource: Resource, _today: date) -> str:
    if resource.status not in ASIDE:
        raise BadInput(f"{resource.id} is {resource.status}, so there is nothing to resume")
    return cards.take_up(action, resource)


def _keep(action: Action, resource: Resource, today: date) -> str:
    if _with_revisits(resource).status != "read":
        raise BadInput(f"{resource.id} is {resource.status}; only a revisit can be passed over")
    cards.keep(action, resource, today)
    return "kept as it is"


def _put_aside(action: Action, resource: Resource, status: str) -> str:
    if resource.status == status:
        raise BadInput(f"{resource.id} is {status} already")
    cards.put_aside(action, resource, status)
    return f"was {resource.status}"


_STEPS: Mapping[Kind, Callable[[Action, Resource, date], str]] = {
    "suspend": _suspend,
    "archive": _archive,
    "resume": _resume,
    "keep": _keep,
}
"""What each kind of action does to a resource; it returns what the history says of it."""
