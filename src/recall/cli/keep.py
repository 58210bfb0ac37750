"""`recall keep`: keeps what was passed over, and is not asked about it again."""

import typer

from recall.cli.acting import named, report
from recall.cli.options import Json, ResourceText
from recall.cli.world import World
from recall.usecases.find import find


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Keep a revisit that was passed over again and again, as it is."""
    from recall.usecases import aside

    world: World = ctx.obj
    with world.library() as context:
        done = aside.keep(context, find(context.store, resource))
        report(world, context, "keep", done, f"{named(done)}: kept as it is", json)
