"""`recall postpone`: moves a revisit to a later day."""

from typing import Annotated

import typer

from recall.cli.acting import due_phrase, named, report
from recall.cli.environment import World
from recall.cli.options import Json, ResourceText
from recall.domain.text.dates import parse_future
from recall.usecases.find import find

When = Annotated[
    list[str], typer.Argument(metavar="WHEN", help="tomorrow, 3 days, next week, 2026-12-01.")
]


def command(ctx: typer.Context, resource: ResourceText, when: When, json: Json = False) -> None:
    """Move a revisit to a later day; its memory does not change."""
    from recall.usecases.resources import shelving

    world: World = ctx.obj
    day = parse_future(" ".join(when), world.today())
    with world.library() as context:
        done = shelving.postpone(context, find(context.store, resource), day)
        report(
            world, context, "postpone", done, f"{named(done)}: {due_phrase(done, context)}", json
        )
