"""A library as `list --json` prints it, without the command line."""

from recall.cli.output.json_out import dump
from recall.usecases.context import Context
from recall.views.resource import ResourceList, resource_views
from testing.factories import NOW, at, everything


def shown(context: Context) -> str:
    """Every resource as JSON, on one study day whatever the clock says."""
    views = resource_views(at(context, NOW), everything(context))
    return dump(ResourceList(views).as_json())
