"""`recall keep`: answers the question about a revisit that was crowded out, with yes."""

import typer

from recall.cli.acting import named, report
from recall.cli.environment import World
from recall.cli.options import Json, ResourceText
from recall.usecases.find import find


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Keep a crowded-out revisit as it is; recall stops asking about it."""
    from recall.usecases.resources import shelving

    world: World = ctx.obj
    with world.library() as context:
        done = shelving.keep(context, find(context.store, resource))
        report(world, context, "keep", done, f"{named(done)}: kept as it is", json)
