"""`recall note`: writes the note of a resource."""

from typing import Annotated

import typer

from recall.cli.acting import named, report
from recall.cli.environment import World
from recall.cli.options import Json, ResourceText
from recall.errors import BadInput
from recall.usecases.find import find

Text = Annotated[
    str | None, typer.Argument(metavar="TEXT", help="The note. If not given, your editor opens.")
]


def command(
    ctx: typer.Context, resource: ResourceText, text: Text = None, json: Json = False
) -> None:
    """Write the note that you see before the next visit.

    An empty text removes it.
    """
    from recall.usecases.resources import changing

    world: World = ctx.obj
    with world.library() as context:
        found = find(context.store, resource)
        if text is None:
            from recall.cli.editor import edited

            text = edited(world, found.note or "")
            if text == (found.note or ""):
                raise BadInput("the note was not changed")
        done = changing.note(context, found, text)
        sentence = f"{named(done)}: note {'written' if done.note else 'cleared'}"
        report(world, context, "note", done, sentence, json)
