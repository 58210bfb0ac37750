"""What came of a command that changed something."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.resource import Resource
from recall.usecases.context import Context
from recall.views.resource import ResourceView, resource_view, resource_views


class ActionView(NamedTuple):
    """The name of an action (None if nothing was done), its resource as it is afterwards, and more.

    more has the fields that this action alone has, as JSON.
    """

    action: str | None
    resource: ResourceView | None = None
    more: Mapping[str, object] = {}

    def as_json(self) -> dict[str, object]:
        """Return what each command that changes something prints."""
        resource = None if self.resource is None else self.resource.as_json()
        return {"action": self.action, "resource": resource, **self.more}


def action_view(
    context: Context, action: str | None, resource: Resource | None, more: Mapping[str, object]
) -> ActionView:
    """Return an action and the resource that it was about, if it was about one."""
    view = None if resource is None else resource_view(context, resource)
    return ActionView(action, view, more)


def actions_view(
    context: Context, action: str | None, resources: Sequence[Resource], more: Mapping[str, object]
) -> ActionView:
    """Return an action and the resources that it was about; `resource` is the only one."""
    views = resource_views(context, resources)
    some = {"resources": [view.as_json() for view in views]}
    return ActionView(action, views[0] if len(views) == 1 else None, {**some, **more})
