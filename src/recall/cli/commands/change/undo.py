"""`recall undo`: takes back the last action."""

import typer

from recall.cli.acting import named, report
from recall.cli.environment import World
from recall.cli.options import Json
from recall.domain.library.resource import short


def command(ctx: typer.Context, json: Json = False) -> None:
    """Undo the last action; run it again to go back further."""
    from recall.usecases.undoing import undo

    world: World = ctx.obj
    with world.library() as context:
        last, resource = undo(context)
        what = f" of {named(resource)}" if resource is not None else ""
        sentence = f"undone: {last.kind}{what} ({short(last.summary)})"
        report(world, context, "undo", resource, sentence, json)
