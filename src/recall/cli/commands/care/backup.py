"""`recall backup`: copies the library to a file."""

from pathlib import Path
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument
from recall.views.actions import ActionView

Target = Annotated[Path, Argument(metavar="FILE", help="Where the copy goes.")]


def command(environment: Environment, target: Target, json: Json = False) -> None:
    """Copy the library to a file, even while it is in use."""
    from recall.usecases.upkeep.backups import backup

    with environment.library() as context:
        written = backup(context, target)
    if json:
        environment.print_view(ActionView("backup", more={"file": str(written)}))
    else:
        paragraph(environment.screen, f"copied to {written}")
