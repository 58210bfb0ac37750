"""`recall resume`: takes up one resource again, or ends a pause."""

from datetime import date
from typing import Annotated

from recall.cli.completion import resources
from recall.cli.confirming import agrees
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.parsing.arguments import Argument, option
from recall.cli.report import named, report
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.views.pauses import ReturnDay, ReturnView, kept, return_view

SHOWN_DAYS = 30
"""The most days of a plan listed; a line sums up the rest."""

_COLUMNS = (
    Column("date", style="key"),
    Column("day"),
    Column("revisits", right=True),
    Column("minutes", right=True),
    Column("", style="dim"),
)

AnyResource = Annotated[
    str | None,
    Argument(
        metavar="[RESOURCE]",
        help="A suspended or archived resource. If not given, end the pause.",
        autocompletion=resources,
    ),
]
Yes = Annotated[bool, option("--yes", "-y", help="Accept the plan without a question.")]


def command(
    environment: Environment, resource: AnyResource = None, yes: Yes = False, json: Json = False
) -> None:
    """Take up one resource again, or end a pause or a backlog.

    Without a resource, the revisits that wait are spread over the coming days; you see the plan
    before you accept it.
    """
    with environment.library() as context:
        if resource is None:
            _come_back(environment, context, yes=yes, json=json)
            return
        from recall.usecases.resources import shelving

        done = shelving.resume(context, find(context.store, resource))
        sentence = f"{named(done)}: {done.status} again"
        report(environment, context, sentence, action="resume", resource=done, json=json)


def _come_back(environment: Environment, context: Context, *, yes: bool, json: bool) -> None:
    view, today = return_view(context), context.today
    if not view.is_needed:
        _report(environment, view, "nothing is paused, and the day holds what is due", json=json)
        return
    if view.plan.moves and not json:
        _show(environment.screen, view, today)
    if view.plan.moves and not agrees("Keep this plan?", yes=yes, ask=not json):
        unchanged = "nothing was changed; 'recall resume --yes' keeps this plan"
        _report(environment, view, unchanged, json=json)
        return
    _report(environment, kept(context, view), _sentence(view, today), json=json)


def _report(environment: Environment, view: ReturnView, sentence: str, *, json: bool) -> None:
    if json:
        environment.print_view(view)
    else:
        paragraph(environment.screen, sentence)


def _show(screen: Screen, view: ReturnView, today: date) -> None:
    cells = [_row(day) for day in view.days[:SHOWN_DAYS]]
    for line in rows(screen, _COLUMNS, cells, heading=True):
        screen.write(line)
    if len(view.days) > SHOWN_DAYS:
        more = len(view.days) - SHOWN_DAYS
        later = "1 more day" if more == 1 else f"{more} more days"
        last = view.days[-1].date.isoformat()
        paragraph(screen, f"… and {later}, the last {last}", style="dim")
    screen.write()
    if off := _called_off(view, today):
        paragraph(screen, f"With this plan {off}.")


def _row(day: ReturnDay) -> list[str]:
    note = "longer than the day" if day.is_overfull else ""
    minutes = f"{day.minutes} min"
    return [day.date.isoformat(), f"{day.date:%A}", str(day.revisits), minutes, note]


def _sentence(view: ReturnView, today: date) -> str:
    off = _called_off(view, today)
    if not view.plan.moves:
        return f"{off or 'the pause is over'}; the day holds what is due"
    spread = f"{len(view.plan.moves)} revisits are spread over {len(view.days)} days"
    return "; ".join(filter(None, (off, spread, "'recall undo' takes it back")))


def _called_off(view: ReturnView, today: date) -> str:
    """Say what becomes of a pause that is still to come; '' if there is none."""
    pause = view.pause
    if pause is None or pause.holds(today):
        return ""
    return f"the pause planned from {pause.first:%A} {pause.first.isoformat()} is called off"
