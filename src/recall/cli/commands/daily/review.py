"""`recall review`: goes through the day one resource at a time, with single keys."""

import sys
import time
from typing import TYPE_CHECKING

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.errors import BadInput

if TYPE_CHECKING:
    from recall.cli.session.dialog import Dialog


def command(ctx: typer.Context, json: Json = False) -> None:
    """Go through today's queue: recall, look, grade.

    One key does each step, and every grade is stored at once.
    """
    world: World = ctx.obj
    if not (sys.stdin.isatty() and world.stdout.isatty()):
        raise BadInput("recall review needs a terminal; use 'recall today' and 'recall grade'")
    with world.library() as context:
        from recall.cli.session.dialog import Dialog
        from recall.cli.session.keys import run

        dialog = Dialog(world, context, json, time.monotonic)
        finished = False
        try:
            finished = run(dialog)
        except KeyboardInterrupt:
            pass  # between two keys; the same as q
        finally:
            _keep_notes(dialog)
        _end(dialog, finished)
        if json:
            world.print_json({"reviewed": _reviewed(dialog)})


def _keep_notes(dialog: "Dialog") -> None:
    from recall.cli.acting import named

    for resource in dialog.session.keep_notes(dialog.context):
        dialog.say(f"note kept: {named(resource)}")


def _end(dialog: "Dialog", finished: bool) -> None:
    from recall.cli.session.screen import summary
    from recall.usecases.session import ahead

    context = dialog.context
    to_come = len(dialog.session.waiting(context))
    sentence = summary(dialog.session, finished, to_come, ahead(context), context.today)
    dialog.screen.write()
    dialog.say(sentence, "heading")


def _reviewed(dialog: "Dialog") -> list[dict[str, object]]:
    """Return the resources that were graded and not undone, as they are now."""
    from recall.cli.output.views import resource_json
    from recall.storage.tables.parameters import latest
    from recall.storage.tables.resources import by_id

    context = dialog.context
    weights = latest(context.store).weights
    return [
        resource_json(
            by_id(context.store, step.visit.resource.id) or step.visit.resource,
            context.today,
            weights,
        )
        | {"rating": step.rating.name.lower()}
        for step in dialog.session.steps
        if step.rating is not None
    ]
