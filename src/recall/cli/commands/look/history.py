"""`recall history`: lists the last actions."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.table import Cell, Column, rows
from recall.cli.parsing.arguments import option
from recall.domain.library.past_action import PastAction
from recall.domain.text.given_numbers import number_of
from recall.views.history import history_view

Limit = Annotated[
    int,
    option(
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


def command(environment: Environment, limit: Limit = 20, json: Json = False) -> None:
    """Show the last actions, newest first."""
    with environment.library() as context:
        view = history_view(context, limit)
    if json:
        environment.print_view(view)
        return
    for line in rows(environment.screen, _COLUMNS, [_row(action) for action in view.actions]):
        environment.screen.write(line)


def _row(action: PastAction) -> list[str | Cell]:
    resource_id = "" if action.resource_id is None else str(action.resource_id)
    undone = "undone" if action.undone else ""
    return [action.study_date.isoformat(), action.kind, resource_id, _what(action), undone]


def _what(action: PastAction) -> str:
    """Return the summary with the title, unless the summary has the title in it."""
    if action.title is None or action.title in action.summary:
        return action.summary
    return f"{action.summary} · {action.title}"
