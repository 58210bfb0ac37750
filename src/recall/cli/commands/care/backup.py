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
    """Copy the library to a file, even while it is in use.

    A damaged library is copied too, but never over an earlier copy. 'recall restore'
    brings a copy back.
    """
    from recall.usecases.upkeep.backups import backup

    with environment.library() as context:
        done = backup(context, target)
    if json:
        more = {"file": str(done.path), "problems": list(done.problems)}
        environment.print_view(ActionView("backup", more=more))
    else:
        paragraph(environment.screen, f"copied to {done.path}")
    if done.problems:
        others = f" and {len(done.problems) - 1} more" if len(done.problems) > 1 else ""
        environment.say(
            f"recall: the library is damaged, and so is its copy: {done.problems[0]}{others}; "
            "'recall doctor' names it"
        )
