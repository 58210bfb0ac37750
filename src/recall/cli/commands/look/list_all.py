"""`recall list`: lists the resources."""

from typing import Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Cell, Column, rows
from recall.cli.output.views import resource_json, title_cell
from recall.domain.library.resource import KINDS, STATUSES, Resource, fold
from recall.domain.lists import section_names
from recall.errors import BadInput
from recall.storage.tables.parameters import latest
from recall.storage.tables.resources import Filter, listed

Text = Annotated[
    str | None, typer.Argument(metavar="TEXT", help="Only titles that contain this text.")
]
Section = Annotated[
    str | None,
    typer.Option("--section", "-s", help="Only sections whose heading contains this text."),
]
Status = Annotated[
    str | None, typer.Option("--status", help=f"Only this status: {', '.join(STATUSES)}.")
]
Kind = Annotated[str | None, typer.Option("--kind", help=f"Only this kind: {', '.join(KINDS)}.")]

_COLUMNS = (
    Column("id", right=True, style="key"),
    Column("title", flexible=True),
    Column("status", priority=2),
    Column("due", priority=2),
    Column("min", right=True, priority=3, style="dim"),
    Column("kind", priority=4, style="dim"),
)


def command(
    ctx: typer.Context,
    text: Text = None,
    section: Section = None,
    status: Status = None,
    kind: Kind = None,
    json: Json = False,
) -> None:
    """List the resources, in the order of your list."""
    world: World = ctx.obj
    wanted = Filter(text, _one_of("status", status, STATUSES), _one_of("kind", kind, KINDS))
    with world.library() as context:
        found = listed(context.store, wanted)
        if section is not None:
            found = [one for one in found if _stands_in(one, section)]
        if json:
            weights = latest(context.store).weights
            shown = [resource_json(one, context.today, weights) for one in found]
            world.print_json({"resources": shown})
            return
    _print(world, found)


def _print(world: World, found: list[Resource]) -> None:
    """Print a table for each section; all tables have the same columns."""
    screen = world.screen
    lines = rows(screen, _COLUMNS, [_row(one) for one in found])
    heading = None
    for resource, line in zip(found, lines, strict=True):
        section = resource.places[0].section if resource.places else ()
        if section != heading:
            if heading is not None:
                screen.write()
            heading = section
            paragraph(screen, section_names.heading(section), style="heading")
        screen.write(line)
    if not found:
        world.say("no resource fits")


def _row(resource: Resource) -> list[str | Cell]:
    card = resource.card
    status = "gone from the list" if resource.gone else resource.status
    due = "" if card.due is None or status != "read" else card.due.isoformat()
    minutes = f"{resource.next_minutes} min"
    return [str(resource.id), title_cell(resource), status, due, minutes, resource.kind]


def _stands_in(resource: Resource, section: str) -> bool:
    wanted = fold(section)
    return any(wanted in fold(name) for place in resource.places for name in place.section)


def _one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> str | None:
    if value is not None and value not in allowed:
        raise BadInput(f"'{value}' is not a {name}; allowed: {', '.join(allowed)}")
    return value
