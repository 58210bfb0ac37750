"""`recall section`: shows the sections, and sets their order and deadlines."""

from datetime import date
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Cell, Column, rows
from recall.cli.parsing.arguments import Argument, option
from recall.cli.report import readings_phrase
from recall.domain.day.turns import TURNS
from recall.domain.lists.section_names import shown
from recall.errors import BadInput
from recall.usecases.planning.sections import LaidDown, SectionStanding, lay_down, said
from recall.views.actions import ActionView
from recall.views.sections import laid_down_as_json, sections_view

Name = Annotated[
    str | None,
    Argument(metavar="SECTION", help="A heading, or any unique part of a path."),
]
TurnText = Annotated[
    str | None,
    Argument(
        metavar="TURN",
        help="first: before the others; later: after them; hold: not for now; normal.",
        autocompletion=lambda: list(TURNS),
    ),
]
By = Annotated[
    str | None,
    option(
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
    environment: Environment,
    section: Name = None,
    turn: TurnText = None,
    by: By = None,
    json: Json = False,
) -> None:
    """Read a section first, later, not for now, or by a date.

    It applies to all sections below, too. With neither a turn nor a date, it shows the sections
    and how much is left to read in each.
    """
    if turn is None and by is None:
        _show(environment, section, json=json)
        return
    if section is None:
        raise BadInput("a deadline of which section? give its name too")
    never = by is not None and by.strip().casefold() == NEVER
    deadline = None if by is None or never else _deadline(by, environment.today)
    with environment.library() as context:
        laid_down = lay_down(context, section, turn, deadline, never=never)
        today = readings_phrase(context) if laid_down.changed else ""
    if json:
        more = laid_down_as_json(laid_down)
        environment.print_view(ActionView("section", more=more))
        return
    paragraph(environment.screen, _sentence(laid_down) + today)


def _show(environment: Environment, section: str | None, *, json: bool) -> None:
    with environment.library() as context:
        view = sections_view(context, section)
    if json:
        environment.print_view(view)
        return
    screen = environment.screen
    cells = [_row(standing, environment.today) for standing in view.standings]
    for line in rows(screen, _COLUMNS, cells, heading=True):
        screen.write(line)


def _deadline(text: str, today: date) -> date:
    from recall.domain.text.dates import parse_future

    return parse_future(text, today)


def _row(standing: SectionStanding, today: date) -> list[str | Cell]:
    depth = len(standing.section) - 1
    return [
        "› " * depth + standing.section[-1],
        "" if standing.rule.turn == "normal" else standing.rule.turn,
        _by(standing, today),
        str(standing.unread or ""),
        f"{standing.minutes} min" if standing.unread else "",
    ]


def _by(standing: SectionStanding, today: date) -> Cell:
    deadline = standing.rule.deadline
    if deadline is None or standing.a_day is None:
        return Cell("")
    if deadline < today:
        return Cell(f"was {deadline.isoformat()}", style="due")
    return Cell(f"{deadline.isoformat()}, {standing.a_day:.0f} min a day")


def _sentence(laid_down: LaidDown) -> str:
    standing, dropped = laid_down.standing, laid_down.dropped
    already = "" if laid_down.changed else "already "
    no_longer = "" if dropped is None else f", no longer by {dropped.isoformat()}"
    pace = "" if standing.a_day is None else f", {standing.a_day:.0f} min a day until then"
    left = f"{standing.unread} unread, {standing.minutes} min{pace}"
    return f"{shown(standing.section)}: {already}{said(standing.rule)}{no_longer}; {left}"
