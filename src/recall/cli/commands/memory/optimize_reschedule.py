"""`recall optimize --reschedule`: shows which due dates would move, and moves them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from recall.cli.confirming import agrees
from recall.cli.environment import Environment
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.views.resource import shown_title

if TYPE_CHECKING:
    from recall.usecases.memory.rescheduling import RescheduledMove
    from recall.views.memory.parameters import ReschedulingView

SHOWN = 10
"""How many moves are shown, the longest ones; --json has all of them."""

_DAYS = (Column("day"), Column("now", right=True), Column("then", right=True))
_MOVES = (
    Column("id", right=True),
    Column("now"),
    Column("then"),
    Column("days", right=True, style="due"),
    Column("title", flexible=True),
)


def reschedule_all(environment: Environment, yes: bool, json: bool) -> None:
    """Show the plan, and carry it out if the person agrees or has typed `--yes`."""
    from recall.views.memory.parameters import rescheduled, rescheduling_view

    with environment.library() as context:
        view = rescheduling_view(context)
        if not json:
            _print(environment.screen, view)
        if view.plan.memories and agrees("Keep this?", yes=yes, ask=not json):
            view = rescheduled(context, view)
    if json:
        environment.print_view(view)
    elif view.is_kept:
        sentence = f"kept; {len(view.plan.moves)} revisits moved, 'recall undo' takes it back"
        paragraph(environment.screen, sentence)
    elif view.plan.memories:
        paragraph(environment.screen, "nothing changed; with --yes it is kept")


def _print(screen: Screen, view: "ReschedulingView") -> None:
    plan = view.plan
    if not plan.memories:
        paragraph(screen, "every due date is where your memory model would put it")
        return
    paragraph(
        screen,
        f"By your memory model of today: {view.earlier} revisits earlier, {view.later} later, "
        f"{view.unmoved} on the day they have.",
    )
    if plan.moves:
        _print_days(screen, plan.days)
        _print_moves(screen, plan.moves)


def _print_days(screen: Screen, days: Sequence[tuple[date, int, int]]) -> None:
    screen.write()
    paragraph(screen, "Minutes of revisits a day:", style="heading")
    table = [[f"{day:%a} {day.isoformat()}", str(now), str(then)] for day, now, then in days]
    for line in rows(screen, _DAYS, table, heading=True):
        screen.write(f"  {line}")


def _print_moves(screen: Screen, moves: "Sequence[RescheduledMove]") -> None:
    furthest = sorted(moves, key=lambda move: -abs((move.due - move.before).days))[:SHOWN]
    screen.write()
    more = "" if len(furthest) == len(moves) else f", the furthest of {len(moves)}"
    paragraph(screen, f"What moves{more}:", style="heading")
    for line in rows(screen, _MOVES, [_row(move) for move in furthest], heading=True):
        screen.write(line)
    screen.write()


def _row(move: "RescheduledMove") -> list[str | Cell]:
    resource, days = move.resource, (move.due - move.before).days
    dates = (move.before.isoformat(), move.due.isoformat())
    title = Cell(shown_title(resource), url=resource.url)
    return [str(resource.id), *dates, f"{days:+d}", title]
