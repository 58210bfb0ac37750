"""The output of `list --json`, without the command line."""

from recall.cli.output.json_out import dump
from recall.usecases.context import Context
from recall.views.resource import ResourceList, resource_views
from testing.libraries.factories import NOW, at, everything


def shown(context: Context) -> str:
    """Return every resource as JSON, on a fixed study day."""
    views = resource_views(at(context, NOW), everything(context))
    return dump(ResourceList(views).as_json())
