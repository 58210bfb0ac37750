"""What an action on one resource gives back."""

from typing import TYPE_CHECKING, NamedTuple

from recall.domain.library.resource import Resource
from recall.usecases.find import again

if TYPE_CHECKING:
    from recall.storage.actions import Action


class Changed(NamedTuple):
    """A resource as it is after an action, and the ID of that action, for undoing it.

    joined is another resource that became a part of it, as it was.
    """

    resource: Resource
    action_id: int
    joined: Resource | None = None


def told(action: "Action", resource: Resource, summary: str) -> Changed:
    """Describe what an action did to a resource, and return the resource then."""
    action.describe(resource.id, summary)
    return Changed(again(action, resource.id), action.id)
