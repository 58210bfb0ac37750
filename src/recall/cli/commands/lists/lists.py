"""`recall lists`: shows the lists and their files, and forgets a file."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Cell, Column, rows
from recall.cli.parsing.arguments import Argument, CommandGroup

Name = Annotated[
    str,
    Argument(metavar="LIST", help="The ID of a list, its file, or a part of its name."),
]

_COLUMNS = (
    Column("id", right=True),
    Column("list", style="key"),
    Column("last in step", priority=2),
    Column("state"),
    Column("file", flexible=True),
)


def show(environment: Environment, json: Json = False) -> None:
    """Show each list with its file, or forget one."""
    from datetime import datetime

    from recall.settings import machine_id
    from recall.usecases.syncing.standing import STATES_IN_WORDS
    from recall.views.syncing.standings import lists_view

    with environment.library() as context:
        view = lists_view(context, machine_id.name())
        zone = context.now.tzinfo
    if json:
        environment.print_view(view)
        return
    if not view.lists:
        paragraph(environment.screen, "no lists yet; 'recall import FILE' brings one in")
        return
    moments = [
        standing.at and datetime.fromisoformat(standing.at).astimezone(zone)
        for standing in view.lists
    ]
    shown: list[list[str | Cell]] = [
        [
            str(standing.id),
            standing.name,
            f"{at:%Y-%m-%d %H:%M}" if at else "",
            STATES_IN_WORDS[standing.state],
            standing.path or "no file",
        ]
        for standing, at in zip(view.lists, moments, strict=True)
    ]
    for line in rows(environment.screen, _COLUMNS, shown):
        environment.screen.write(line)


def forget(environment: Environment, name: Name, json: Json = False) -> None:
    """Forget the file of a list; the file and its resources stay."""
    from recall.settings import machine_id
    from recall.usecases.syncing.pairs import chosen, pairs
    from recall.usecases.syncing.standing import forget as let_go

    with environment.library() as context:
        (pair,) = chosen(pairs(context.store, machine_id.name()), [name])
        let_go(context, pair)
    if json:
        environment.print_json({"action": "forget list", "list": pair.list.id, "file": pair.path})
        return
    sentence = f"{pair.list.name} is no longer kept in step with {pair.path}"
    paragraph(environment.screen, f"{sentence}; its resources stay, and so does the file")


command = CommandGroup(
    "Show each list with its file, or forget one.",
    {"forget": forget},
    bare=show,
)
