"""`recall archive`: puts a resource away for good."""

import typer

from recall.cli.acting import named, report
from recall.cli.environment import World
from recall.cli.options import Json, ResourceText
from recall.usecases.find import find


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Put a resource away for good; its history is kept."""
    from recall.usecases.resources import shelving

    world: World = ctx.obj
    with world.library() as context:
        done = shelving.archive(context, find(context.store, resource))
        sentence = f"{named(done)}: archived; 'recall resume {done.id}' takes it up again"
        report(world, context, "archive", done, sentence, json)
