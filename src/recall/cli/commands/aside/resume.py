"""`recall resume`: takes up one resource again, or ends a pause."""

from datetime import date
from typing import Annotated

import typer

from recall.cli.acting import named, report
from recall.cli.completion import resources
from recall.cli.confirming import agrees
from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.queue_json import pause_json
from recall.cli.output.table import Column, rows
from recall.domain.calendar.budget import Budget
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.planning.pausing import Move, Return, come_back, plan_return

SHOWN = 30
"""Days of a plan that are listed; what comes after them is told in one line."""

_COLUMNS = (
    Column("date", style="key"),
    Column("day"),
    Column("revisits", right=True),
    Column("minutes", right=True),
    Column("", style="dim"),
)

AnyResource = Annotated[
    str | None,
    typer.Argument(
        metavar="[RESOURCE]",
        help="A suspended or archived resource. If not given, end the pause.",
        autocompletion=resources,
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Accept the plan without a question.")]


def command(
    ctx: typer.Context, resource: AnyResource = None, yes: Yes = False, json: Json = False
) -> None:
    """Take up one resource again, or end a pause or a backlog.

    Without a resource, the revisits that wait are spread over the coming days; you see the plan
    before you accept it.
    """
    world: World = ctx.obj
    with world.library() as context:
        if resource is None:
            _come_back(world, context, yes=yes, json=json)
            return
        from recall.usecases.resources import shelving

        done = shelving.resume(context, find(context.store, resource))
        sentence = f"{named(done)}: {done.status} again"
        report(world, context, "resume", done, sentence, json)


def _come_back(world: World, context: Context, *, yes: bool, json: bool) -> None:
    plan = plan_return(context)
    if plan.pause is None and not plan.moves:
        _report(world, context, plan, "nothing is paused, and the day holds what is due", json=json)
        return
    if plan.moves and not json:
        _show(world, plan, context)
    if plan.moves and not agrees("Keep this plan?", yes=yes, ask=not json):
        kept = "nothing was changed; 'recall resume --yes' keeps this plan"
        _report(world, context, plan, kept, json=json)
        return
    come_back(context, plan)
    _report(world, context, plan, _sentence(plan, context.today), json=json, kept=True)


def _report(
    world: World, context: Context, plan: Return, sentence: str, *, json: bool, kept: bool = False
) -> None:
    if not json:
        paragraph(world.screen, sentence)
        return
    days = [
        {
            "date": day.isoformat(),
            "revisits": number,
            "minutes": minutes,
            "longer_than_the_day": bool(_note(day, minutes, context.budget)),
        }
        for day, (number, minutes) in plan.days().items()
    ]
    moves = [_move_json(one) for one in plan.moves]
    shown = {"action": "resume", "resource": None, "kept": kept}
    world.print_json({**shown, "pause": pause_json(plan.pause), "plan": days, "moves": moves})


def _move_json(move: Move) -> dict[str, object]:
    before = move.resource.card.due
    return {
        "id": move.resource.id,
        "title": move.resource.title,
        "minutes": move.resource.revisit_minutes,
        "due_before": before and before.isoformat(),
        "due": move.due.isoformat(),
    }


def _show(world: World, plan: Return, context: Context) -> None:
    days, budget = plan.days(), context.budget
    table = [
        [day.isoformat(), f"{day:%A}", str(number), f"{minutes} min", _note(day, minutes, budget)]
        for day, (number, minutes) in list(days.items())[:SHOWN]
    ]
    for line in rows(world.screen, _COLUMNS, table, heading=True):
        world.screen.write(line)
    if len(days) > SHOWN:
        more = len(days) - SHOWN
        later = "1 more day" if more == 1 else f"{more} more days"
        paragraph(world.screen, f"… and {later}, the last {max(days).isoformat()}", style="dim")
    world.screen.write()
    if off := _called_off(plan, context.today):
        paragraph(world.screen, f"With this plan {off}.")


def _note(day: date, minutes: int, budget: Budget) -> str:
    return "longer than the day" if minutes > budget.on(day) > 0 else ""


def _sentence(plan: Return, today: date) -> str:
    off = _called_off(plan, today)
    if not plan.moves:
        return f"{off or 'the pause is over'}; the day holds what is due"
    spread = f"{len(plan.moves)} revisits are spread over {len(plan.days())} days"
    return "; ".join(filter(None, (off, spread, "'recall undo' takes it back")))


def _called_off(plan: Return, today: date) -> str:
    """What becomes of a pause that is still to come, '' where there is none."""
    pause = plan.pause
    if pause is None or pause.holds(today):
        return ""
    return f"the pause planned from {pause.first:%A} {pause.first.isoformat()} is called off"
