"""`recall backup`: copies the library to a file."""

from pathlib import Path
from typing import Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.prose import paragraph

Target = Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")]


def command(ctx: typer.Context, target: Target, json: Json = False) -> None:
    """Copy the library to a file, even while it is in use."""
    from recall.usecases.upkeep.checking import backup

    world: World = ctx.obj
    with world.library() as context:
        written = backup(context, target)
    if json:
        world.print_json({"action": "backup", "resource": None, "file": str(written)})
    else:
        paragraph(world.screen, f"copied to {written}")
