"""`recall catalog`: makes a catalog of a list, and checks a catalog."""

from pathlib import Path
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument, CommandGroup, option
from recall.domain.library.catalog import Catalog
from recall.domain.text.wording import counted
from recall.errors import BadFile
from recall.views.lists import CatalogView

ListFile = Annotated[Path, Argument(metavar="FILE", help="A list.")]
CatalogFile = Annotated[Path, Argument(metavar="FILE", help="A catalog.")]
Output = Annotated[
    Path, option("--output", "-o", metavar="FILE", help="The file to write the catalog to.")
]


def build(environment: Environment, file: ListFile, output: Output, json: Json = False) -> None:
    """Make a catalog from a list.

    It has one entry for each resource, with every section in which the list has it.
    """
    from recall.usecases.lists.reading_files import read_list, written

    made = read_list(file)
    _write(output, written(made, "catalog"))
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


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.new")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise BadFile(path, f"cannot be written: {error.strerror}") from error


command = CommandGroup(
    "Make a catalog of a list, or check a catalog.", {"build": build, "check": check}
)
