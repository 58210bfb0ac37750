"""`recall optimize --reschedule`: shows which due dates would move, and moves them."""

from typing import TYPE_CHECKING

from recall.cli.confirming import agrees
from recall.cli.environment import World
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Cell, Column, rows
from recall.cli.output.views import title_cell

if TYPE_CHECKING:
    from recall.usecases.memory.rescheduling import Move, Rescheduling

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


def reschedule_all(world: World, yes: bool, json: bool) -> None:
    """Show the plan, and carry it out if the person agrees or has typed `--yes`."""
    from recall.usecases.memory.rescheduling import plan, reschedule

    with world.library() as context:
        shown = plan(context)
        if not json:
            _print(world, shown)
        agreed = bool(shown.memories) and agrees("Keep this?", yes=yes, ask=not json)
        if agreed:
            reschedule(context, shown)
    if json:
        world.print_json(_json(shown, done=agreed))
    elif agreed:
        paragraph(
            world.screen, f"kept; {len(shown.moves)} revisits moved, 'recall undo' takes it back"
        )
    elif shown.memories:
        paragraph(world.screen, "nothing changed; with --yes it is kept")


def _print(world: World, shown: "Rescheduling") -> None:
    screen = world.screen
    if not shown.memories:
        paragraph(screen, f"parameter set {shown.parameters_id} made every due date already")
        return
    later = sum(move.due > move.before for move in shown.moves)
    paragraph(
        screen,
        f"Under parameter set {shown.parameters_id}: {len(shown.moves) - later} revisits earlier, "
        f"{later} later, {len(shown.memories) - len(shown.moves)} on the day they have.",
    )
    if not shown.moves:
        return
    screen.write()
    paragraph(screen, "Minutes of revisits a day:", style="heading")
    table = [[f"{day:%a} {day.isoformat()}", str(now), str(then)] for day, now, then in shown.days]
    for line in rows(screen, _DAYS, table, heading=True):
        screen.write(f"  {line}")
    _print_moves(world, shown)


def _print_moves(world: World, shown: "Rescheduling") -> None:
    screen = world.screen
    furthest = sorted(shown.moves, key=lambda move: -abs((move.due - move.before).days))[:SHOWN]
    screen.write()
    more = "" if len(furthest) == len(shown.moves) else f", the furthest of {len(shown.moves)}"
    paragraph(screen, f"What moves{more}:", style="heading")
    for line in rows(screen, _MOVES, [_row(move) for move in furthest], heading=True):
        screen.write(line)
    screen.write()


def _row(move: "Move") -> list[str | Cell]:
    resource, days = move.resource, (move.due - move.before).days
    dates = (move.before.isoformat(), move.due.isoformat())
    return [str(resource.id), *dates, f"{days:+d}", title_cell(resource)]


def _json(shown: "Rescheduling", *, done: bool) -> dict[str, object]:
    later = sum(move.due > move.before for move in shown.moves)
    return {
        "action": "reschedule" if done else None,
        "resource": None,
        "in_use": shown.parameters_id,
        "earlier": len(shown.moves) - later,
        "later": later,
        "unmoved": len(shown.memories) - len(shown.moves),
        "days": [
            {"date": day.isoformat(), "minutes_before": now, "minutes_after": then}
            for day, now, then in shown.days
        ],
        "moves": [
            {
                "id": move.resource.id,
                "due_before": move.before.isoformat(),
                "due": move.due.isoformat(),
            }
            for move in shown.moves
        ],
    }
