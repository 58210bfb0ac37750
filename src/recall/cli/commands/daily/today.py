"""`recall today`: shows the revisits and readings of the day."""

from typing import Annotated

import typer

from recall.cli.environment import World
from recall.cli.fast_path import print_queue
from recall.cli.options import Json, number_of
from recall.domain.calendar.budget import DAY_MINUTES
from recall.usecases.planning.today import today

Budget = Annotated[
    int | None,
    typer.Option(
        "--minutes",
        "-m",
        metavar="N",
        parser=number_of("minutes", 1, DAY_MINUTES),
        help="Minutes of the whole day, with those already spent.",
    ),
]
AnyDate = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="Another day: tomorrow, 2026-11-20."),
]


def command(
    ctx: typer.Context, minutes: Budget = None, on: AnyDate = None, json: Json = False
) -> None:
    """Show what to revisit and read today, within the day's minutes."""
    world: World = ctx.obj
    day = None
    if on is not None:
        from recall.domain.text.dates import parse_date

        day = parse_date(on, world.today())
    with world.library() as context:
        queue = today(context, minutes, day)
        if json:
            from recall.cli.output.queue_json import queue_json
            from recall.storage.tables.parameters import latest

            world.print_json(queue_json(queue, latest(context.store).weights))
        else:
            print_queue(world, context, queue)
