"""`recall section`: shows the sections, and sets their order and deadlines."""

from datetime import date
from typing import Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Cell, Column, rows
from recall.domain.day.turns import TURNS
from recall.domain.lists.section_names import shown
from recall.errors import BadInput
from recall.usecases.planning.sections import LaidDown, Standing, below, lay_down, said, standings

Name = Annotated[
    str | None,
    typer.Argument(metavar="SECTION", help="A heading, or any unique part of a path."),
]
TurnText = Annotated[
    str | None,
    typer.Argument(
        metavar="TURN",
        help="first: before the others; later: after them; hold: not for now; normal.",
        autocompletion=lambda: list(TURNS),
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="DATE", help="The date by which to have read it; never removes the date."
    ),
]

NEVER = "never"
"""Typed in place of a day, to remove the deadline."""

_COLUMNS = (
    Column("section", flexible=True),
    Column("turn", style="key"),
    Column("by", priority=2),
    Column("unread", right=True, priority=3),
    Column("left", right=True, priority=4, style="dim"),
)


def command(
    ctx: typer.Context,
    section: Name = None,
    turn: TurnText = None,
    by: By = None,
    json: Json = False,
) -> None:
    """Read a section first, later, not for now, or by a date.

    It applies to all sections below, too. With neither a turn nor a date, it shows the sections
    and how much is left to read in each.
    """
    world: World = ctx.obj
    if turn is None and by is None:
        _show(world, section, json=json)
        return
    if section is None:
        raise BadInput("a deadline of which section? give its name too")
    never = by is not None and by.strip().casefold() == NEVER
    deadline = None if by is None or never else _deadline(by, world.today())
    with world.library() as context:
        laid_down = lay_down(context, section, turn, deadline, never=never)
    if json:
        printed = {"action": "section", "resource": None, "changed": laid_down.changed}
        world.print_json({**printed, "section": _json(laid_down.standing)})
        return
    paragraph(world.screen, _sentence(laid_down))


def _show(world: World, section: str | None, *, json: bool) -> None:
    with world.library() as context:
        found = standings(context)
        today = context.today
    if section is not None:
        found = below(found, section)
    if json:
        world.print_json({"sections": [_json(one) for one in found]})
        return
    for line in rows(world.screen, _COLUMNS, [_row(one, today) for one in found], heading=True):
        world.screen.write(line)


def _deadline(text: str, today: date) -> date:
    from recall.domain.text.dates import parse_future

    return parse_future(text, today)


def _row(one: Standing, today: date) -> list[str | Cell]:
    depth = len(one.section) - 1
    return [
        "› " * depth + one.section[-1],
        "" if one.rule.turn == "normal" else one.rule.turn,
        _by(one, today),
        str(one.unread or ""),
        f"{one.minutes} min" if one.unread else "",
    ]


def _by(one: Standing, today: date) -> Cell:
    deadline = one.rule.deadline
    if deadline is None or one.a_day is None:
        return Cell("")
    if deadline < today:
        return Cell(f"was {deadline.isoformat()}", style="due")
    return Cell(f"{deadline.isoformat()}, {one.a_day:.0f} min a day")


def _sentence(laid_down: LaidDown) -> str:
    one, dropped = laid_down.standing, laid_down.dropped
    already = "" if laid_down.changed else "already "
    no_longer = "" if dropped is None else f", no longer by {dropped.isoformat()}"
    pace = "" if one.a_day is None else f", {one.a_day:.0f} min a day until then"
    left = f"{one.unread} unread, {one.minutes} min{pace}"
    return f"{shown(one.section)}: {already}{said(one.rule)}{no_longer}; {left}"


def _json(one: Standing) -> dict[str, object]:
    deadline = one.rule.deadline
    return {
        "section": list(one.section),
        "turn": one.rule.turn,
        "deadline": None if deadline is None else deadline.isoformat(),
        "laid_down_for": list(one.rule.section),
        "unread": one.unread,
        "minutes_left": one.minutes,
        "minutes_a_day": one.a_day,
    }
