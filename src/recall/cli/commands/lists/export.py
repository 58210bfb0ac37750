"""`recall export`: takes everything out."""

from pathlib import Path
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument, option
from recall.errors import BadInput
from recall.formats.exports.table import EXPORT_NAMES
from recall.views.actions import ActionView

PIPED = Path("-")
"""What a person types for standard output."""

_PIPE_INSTEAD = "- writes to standard output"

Target = Annotated[Path, Argument(metavar="FILE", help="Where it goes; - is standard output.")]
Format = Annotated[
    str | None,
    option(
        "--format",
        metavar="F",
        autocompletion=lambda: list(EXPORT_NAMES),
        help=f"Format of the file: {', '.join(EXPORT_NAMES)}. If not given, its ending tells it.",
    ),
]
OfList = Annotated[
    str | None,
    option(
        "--list",
        metavar="NAME",
        help="Only the resources of this list: any unique part of its name or path.",
    ),
]
Force = Annotated[bool, option("--force", help="Write over a file that is there.")]


def command(
    environment: Environment,
    target: Target,
    format_name: Format = None,
    of_list: OfList = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Write the library to a file.

    JSON holds all of it, with its history; 'recall import' brings that back. The
    others hold a part of it: the list in Markdown, tables for a spreadsheet, the
    coming revisits as a calendar, notes for Anki. Lists come out as one, unless
    --list names one of them.
    """
    from recall.files import targets
    from recall.usecases.upkeep import exporting

    piped = target == PIPED
    if piped and json:
        raise BadInput("standard output takes the export or what --json prints, not both")
    export = exporting.chosen(None if piped else target, format_name)
    if of_list is not None and export.name == "json":
        raise BadInput("json is the whole library; --list is for the other formats")
    with environment.library() as context:
        never = targets.protected(context.store.location.path)
        path = (
            target if piped else targets.checked(target, never, force=force, instead=_PIPE_INSTEAD)
        )
        library = exporting.collected(context, of_list)
        text = export.writes(library)
        if piped:
            _print(environment, text)
            return
        targets.write(path, text.encode(), force=force)
    if json:
        more = {"file": str(path), "format": export.name, "resources": len(library.resources)}
        environment.print_view(ActionView("export", more=more))
    else:
        paragraph(environment.screen, f"the library is written to {path} as {export.name}")


def _print(environment: Environment, text: str) -> None:
    """Print a file unchanged: in UTF-8, with its own line ends."""
    buffer = getattr(environment.stdout, "buffer", None)
    if buffer is None:
        environment.stdout.write(text)
    else:
        buffer.write(text.encode())
