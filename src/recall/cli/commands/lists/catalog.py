"""`recall catalog`: makes a catalog of a list, and checks a catalog."""

from pathlib import Path
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument, CommandGroup, option
from recall.domain.library.catalog import Catalog
from recall.domain.text.wording import counted
from recall.views.lists import CatalogView

ListFile = Annotated[Path, Argument(metavar="FILE", help="A list.")]
CatalogFile = Annotated[Path, Argument(metavar="FILE", help="A catalog.")]
Output = Annotated[
    Path, option("--output", "-o", metavar="FILE", help="The file to write the catalog to.")
]
Force = Annotated[bool, option("--force", help="Write over a file that is there.")]


def build(
    environment: Environment,
    file: ListFile,
    output: Output,
    force: Force = False,
    json: Json = False,
) -> None:
    """Make a catalog from a list.

    It has one entry for each resource, with every section in which the list has it.
    """
    from recall.files import targets
    from recall.usecases.lists.reading_files import read_list, written
    from recall.usecases.upkeep.opening import library_file

    never = targets.protected(library_file(environment.database_url), inputs=[file])
    target = targets.checked(output, never, force=force)
    made = read_list(file)
    targets.write(target, written(made, "catalog").encode(), force=force)
    _report(environment, output, made, json)
    for line in () if json else made.skipped:
        environment.say(f"line {line.line} not taken, {line.reason}: {line.text[:80]}")


def check(environment: Environment, file: CatalogFile, json: Json = False) -> None:
    """Check a catalog; an error names the value and what is allowed."""
    from recall.usecases.lists.reading_files import read_catalog

    _report(environment, file, read_catalog(file), json)


def _report(environment: Environment, file: Path, catalog: Catalog, json: bool) -> None:
    view = CatalogView(file, catalog)
    if json:
        environment.print_view(view)
        return
    paragraph(
        environment.screen,
        f"{file}: {counted(view.resources, 'resource')} in {counted(view.places, 'place')} and "
        f"{counted(len(catalog.sections), 'section')}, {view.read} read and "
        f"{view.resources - view.read} not",
    )


command = CommandGroup(
    "Make a catalog of a list, or check a catalog.", {"build": build, "check": check}
)
