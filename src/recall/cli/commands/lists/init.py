"""`recall init`: makes a library."""

from pathlib import Path
from typing import Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.errors import BadInput, RecallError

Empty = Annotated[bool, typer.Option("--empty", help="Make it empty, for a list of your own.")]
Catalog = Annotated[
    Path | None, typer.Option("--catalog", metavar="FILE", help="Fill it from this catalog.")
]


def command(
    ctx: typer.Context, empty: Empty = False, catalog: Catalog = None, json: Json = False
) -> None:
    """Make a library: from the shipped catalog, another, or empty.

    A library that is there already is left as it is.
    """
    from recall.storage.store import Store
    from recall.usecases.context import Context
    from recall.usecases.lists.reading_files import read_catalog
    from recall.usecases.upkeep import opening

    world: World = ctx.obj
    if empty and catalog is not None:
        raise BadInput("--empty and --catalog exclude each other")
    settings = world.settings()
    url = world.database_url()
    with Store(url) as store:
        context = Context(store, settings, world.now(settings))
        if not opening.is_missing(url):
            raise RecallError(f"there is a library already at {store.location}; it is untouched")
        chosen = None if empty else read_catalog(catalog) if catalog else opening.shipped_catalog()
        opening.make(context, url, chosen)
        number = 0 if chosen is None else len(chosen.entries)
        if json:
            where = str(store.location)
            world.print_json({"action": "init", "resource": None, "new": number, "library": where})
        else:
            paragraph(world.screen, f"made the library at {store.location}: {number} resources")
