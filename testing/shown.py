"""A library as `list --json` prints it, without the command line."""

from recall.cli.output.json_out import dump
from recall.cli.output.views import resource_json
from recall.storage.tables.parameters import latest
from recall.usecases.context import Context
from testing.factories import TODAY, everything


def shown(context: Context) -> str:
    """Every resource as JSON, on one study day whatever the clock says."""
    weights = latest(context.store).weights
    return dump({"resources": [resource_json(one, TODAY, weights) for one in everything(context)]})
