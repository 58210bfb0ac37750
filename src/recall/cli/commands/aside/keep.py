"""`recall keep`: keeps what was passed over, and is not asked about it again."""

import typer

from recall.cli.acting import named, report
from recall.cli.environment import World
from recall.cli.options import Json, ResourceText
from recall.usecases.find import find


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Keep a revisit that was passed over again and again, as it is."""
    from recall.usecases.resources import shelving

    world: World = ctx.obj
    with world.library() as context:
        done = shelving.keep(context, find(context.store, resource))
        report(world, context, "keep", done, f"{named(done)}: kept as it is", json)
