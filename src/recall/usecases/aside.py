"""Putting a resource aside, and taking it up again."""

from datetime import date

from recall.domain.resource import Resource
from recall.errors import BadInput
from recall.storage import schema
from recall.storage.actions import begin
from recall.storage.resources import by_id
from recall.usecases.context import Context


def postpone(context: Context, resource: Resource, until: date) -> Resource:
    """Move a revisit to a later day. Its memory and its log stay as they are."""
    if resource.status != "read" or resource.card.due is None:
        raise BadInput(f"{resource.id} is {resource.status}; only a revisit can be postponed")
    card = resource.card
    values: dict[str, object] = {
        "due": until,
        "postponed_from": card.postponed_from or card.due,
    }
    return _act(context, "postpone", resource, values, f"until {until.isoformat()}")


def suspend(context: Context, resource: Resource) -> Resource:
    """Put a resource aside for a while: no revisits, no offers, its memory kept."""
    return _put_aside(context, "suspend", "suspended", resource)


def archive(context: Context, resource: Resource) -> Resource:
    """Put a resource aside for good; it stays in the list and in the log."""
    return _put_aside(context, "archive", "archived", resource)


def resume(context: Context, resource: Resource) -> Resource:
    """Take up again what was suspended or archived, as it was."""
    if resource.status not in ("suspended", "archived"):
        raise BadInput(f"{resource.id} is {resource.status}, so there is nothing to resume")
    row = context.store.rows(
        "SELECT status_before FROM resource WHERE id = :id", {"id": resource.id}
    )
    before = row[0][0] or "unread"
    values: dict[str, object] = {"status": before, "status_before": None}
    return _act(context, "resume", resource, values, before)


def _put_aside(context: Context, kind: str, status: str, resource: Resource) -> Resource:
    if resource.status == status:
        raise BadInput(f"{resource.id} is {status} already")
    values: dict[str, object] = {"status": status}
    if resource.status not in ("suspended", "archived"):
        values["status_before"] = resource.status
    return _act(context, kind, resource, values, f"was {resource.status}")


def _act(
    context: Context, kind: str, resource: Resource, values: dict[str, object], summary: str
) -> Resource:
    with begin(context.store, kind, context.now, context.today) as action:
        action.update(schema.resource, resource.id, values)
        action.describe(resource.id, summary)
        return by_id(action, resource.id) or resource
