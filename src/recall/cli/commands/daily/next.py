"""`recall next`: shows the first item of today's queue."""

import typer

from recall.cli.commands.daily.today import Budget
from recall.cli.environment import World
from recall.cli.fast_path import print_next
from recall.cli.options import Json
from recall.usecases.planning.today import today


def command(ctx: typer.Context, minutes: Budget = None, json: Json = False) -> None:
    """Show the first item of today's queue."""
    world: World = ctx.obj
    with world.library() as context:
        queue = today(context, minutes)
        if not json:
            print_next(world, queue)
            return
        from recall.cli.output.queue_json import visit_json
        from recall.storage.tables.parameters import latest

        weights = latest(context.store).weights
        first = next((visit_json(one, queue.study_date, weights) for one in queue.in_turn), None)
        world.print_json({"study_date": queue.study_date.isoformat(), "next": first})
