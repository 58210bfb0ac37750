"""`recall resume`: takes up again what was put aside."""

import typer

from recall.cli.acting import named, report
from recall.cli.options import Json, ResourceText
from recall.cli.world import World
from recall.usecases.find import find


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Take up again what was suspended or archived."""
    from recall.usecases import aside

    world: World = ctx.obj
    with world.library() as context:
        done = aside.resume(context, find(context.store, resource))
        sentence = f"{named(done)}: {done.status} again"
        report(world, context, "resume", done, sentence, json)
