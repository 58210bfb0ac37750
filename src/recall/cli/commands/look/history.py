"""`recall history`: lists the last actions."""

from typing import Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json, number_of
from recall.cli.output.table import Cell, Column, rows
from recall.storage.tables import log
from recall.storage.tables.log import PastAction

Limit = Annotated[
    int,
    typer.Option(
        "--limit",
        metavar="N",
        parser=number_of("the limit", 1, 100_000),
        help="The number of actions to show.",
    ),
]

_COLUMNS = (
    Column("date"),
    Column("action", style="key"),
    Column("id", right=True),
    Column("what", flexible=True),
    Column("undone", priority=2, style="dim"),
)


def command(ctx: typer.Context, limit: Limit = 20, json: Json = False) -> None:
    """Show the last actions, newest first."""
    world: World = ctx.obj
    with world.library() as context:
        actions = log.history(context.store, limit)
    if json:
        world.print_json({"actions": [_json(one) for one in actions]})
        return
    for line in rows(world.screen, _COLUMNS, [_row(one) for one in actions]):
        world.screen.write(line)


def _row(action: PastAction) -> list[str | Cell]:
    number = "" if action.resource_id is None else str(action.resource_id)
    undone = "undone" if action.undone else ""
    return [action.study_date.isoformat(), action.kind, number, _what(action), undone]


def _what(action: PastAction) -> str:
    """Return the summary with the title, unless the summary has the title in it."""
    if action.title is None or action.title in action.summary:
        return action.summary
    return f"{action.summary} · {action.title}"


def _json(action: PastAction) -> dict[str, object]:
    shown = action._asdict()
    return {**shown, "study_date": action.study_date.isoformat()}
