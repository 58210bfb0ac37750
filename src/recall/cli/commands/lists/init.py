"""`recall init`: makes a library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import option
from recall.errors import BadInput
from recall.views.actions import ActionView

if TYPE_CHECKING:
    from recall.domain.library.catalog import Catalog as ReadCatalog

Empty = Annotated[bool, option("--empty", help="Make it empty, for a list of your own.")]
Catalog = Annotated[
    Path | None, option("--catalog", metavar="FILE", help="Fill it from this catalog.")
]
Fresh = Annotated[
    bool,
    option("--fresh", help="Put the library that is there aside, with the date in its name."),
]


def command(
    environment: Environment,
    empty: Empty = False,
    catalog: Catalog = None,
    fresh: Fresh = False,
    json: Json = False,
) -> None:
    """Make a library: from the shipped catalog, another, or empty.

    A library that is there already is left as it is, or with --fresh kept beside the new one.
    """
    from recall.usecases.lists.reading_files import read_catalog
    from recall.usecases.upkeep import opening

    if empty and catalog is not None:
        raise BadInput("--empty and --catalog exclude each other")

    def chosen() -> "ReadCatalog | None":
        if empty:
            return None
        return read_catalog(catalog) if catalog else opening.shipped_catalog()

    url, settings, now = environment.database_url, environment.settings, environment.now
    made = opening.init(url, settings, now, chosen, fresh=fresh)
    if json:
        kept = None if made.kept is None else str(made.kept)
        more = {"new": made.resources, "library": made.place, "kept": kept}
        environment.print_view(ActionView("init", more=more))
    else:
        sentence = f"made the library at {made.place}: {made.resources} resources"
        if made.kept is not None:
            sentence += f"; the one before is kept in {made.kept}"
        paragraph(environment.screen, sentence)
