"""`recall catalog`: makes a catalog from a list, and checks one."""

from pathlib import Path
from typing import Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.domain.library.catalog import Catalog
from recall.errors import BadFile

command = typer.Typer(
    help="Make a catalog, a list as a JSON file, or check one.", no_args_is_help=True
)

ListFile = Annotated[Path, typer.Argument(metavar="FILE", help="A list.")]
CatalogFile = Annotated[Path, typer.Argument(metavar="FILE", help="A catalog.")]
Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write the catalog to.")
]


@command.command("build")
def build(ctx: typer.Context, file: ListFile, output: Output, json: Json = False) -> None:
    """Make a catalog from a list.

    It has one entry for each resource, with every section in which the list has it.
    """
    from recall.formats.catalog_json import dump
    from recall.usecases.lists.reading_files import read_list

    world: World = ctx.obj
    made = read_list(file)
    _write(output, dump(made))
    _report(world, output, made, json)
    for one in () if json else made.skipped:
        world.say(f"line {one.line} not taken, {one.reason}: {one.text[:80]}")


@command.command("check")
def check(ctx: typer.Context, file: CatalogFile, json: Json = False) -> None:
    """Check a catalog; an error names the value and what is allowed."""
    from recall.usecases.lists.reading_files import read_catalog

    _report(ctx.obj, file, read_catalog(file), json)


def _report(world: World, file: Path, catalog: Catalog, json: bool) -> None:
    places = sum(len(entry.places) for entry in catalog.entries)
    read = sum(entry.read for entry in catalog.entries)
    total = len(catalog.entries)
    if json:
        world.print_json(
            {
                "file": str(file),
                "resources": total,
                "places": places,
                "sections": len(catalog.sections),
                "read": read,
                "skipped": [one._asdict() for one in catalog.skipped],
            }
        )
        return
    paragraph(
        world.screen,
        f"{file}: {total} resources in {places} places and {len(catalog.sections)} sections, "
        f"{read} read and {total - read} not",
    )


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.new")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise BadFile(path, f"cannot be written: {error.strerror}") from error
