"""`recall resume`: takes up resources again, or ends a pause."""

from typing import Annotated

from recall.cli.completion import resources
from recall.cli.confirming import agrees
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.parsing.arguments import Argument, option
from recall.cli.report import due_phrase, named, report_all
from recall.domain.library.resource import Resource
from recall.usecases.context import Context
from recall.views.calendar import ReturnDay, ReturnView, kept, return_view

SHOWN_DAYS = 30
"""The most days of a plan listed; a line sums up the rest."""

_COLUMNS = (
    Column("date", style="key"),
    Column("day"),
    Column("revisits", right=True),
    Column("minutes", right=True),
    Column("", style="dim"),
)

AnyResources = Annotated[
    list[str] | None,
    Argument(
        metavar="RESOURCE",
        help="Suspended or archived resources. If none is given, end the pause.",
        autocompletion=resources,
    ),
]
Yes = Annotated[bool, option("--yes", "-y", help="Accept the plan without a question.")]


def command(
    environment: Environment, some: AnyResources = None, yes: Yes = False, json: Json = False
) -> None:
    """Take up resources again, or end a pause or a backlog.

    Without a resource, the revisits that wait are spread over the coming days; you see the plan
    before you accept it.
    """
    with environment.library() as context:
        if not some:
            _come_back(environment, context, yes=yes, json=json)
            return
        from recall.usecases.resources import shelving

        changed = [done.resource for done in shelving.shelve(context, "resume", some)]
        said = [f"{named(done)}: taken up again, {_then(context, done)}" for done in changed]
        report_all(environment, context, said, action="resume", changed=changed, json=json)


def _then(context: Context, resource: Resource) -> str:
    return due_phrase(resource, context) if resource.status == "read" else "to be read"


def _come_back(environment: Environment, context: Context, *, yes: bool, json: bool) -> None:
    view = return_view(context)
    if not view.is_needed:
        _report(environment, view, _nothing(view), json=json)
        return
    if view.plan.moves and not json:
        _show(environment.screen, view)
    if view.plan.moves and not agrees("Keep this plan?", yes=yes, ask=not json):
        paused = "" if view.pause is None else ", and the pause goes on"
        unchanged = f"nothing was changed{paused}; 'recall resume --yes' keeps this plan"
        _report(environment, view, unchanged, json=json)
        return
    _report(environment, kept(context, view), _sentence(view), json=json)


def _report(environment: Environment, view: ReturnView, sentence: str, *, json: bool) -> None:
    if json:
        environment.print_view(view)
    else:
        paragraph(environment.screen, sentence)


def _show(screen: Screen, view: ReturnView) -> None:
    cells = [_row(day) for day in view.days[:SHOWN_DAYS]]
    for line in rows(screen, _COLUMNS, cells, heading=True):
        screen.write(line)
    if len(view.days) > SHOWN_DAYS:
        more = len(view.days) - SHOWN_DAYS
        later = "1 more day" if more == 1 else f"{more} more days"
        last = view.days[-1].date.isoformat()
        paragraph(screen, f"… and {later}, the last {last}", style="dim")
    screen.write()


def _row(day: ReturnDay) -> list[str]:
    note = "longer than the day" if day.is_overfull else ""
    minutes = f"{day.minutes} min"
    return [day.date.isoformat(), f"{day.date:%A}", str(day.revisits), minutes, note]


def _sentence(view: ReturnView) -> str:
    if not view.plan.moves:
        return "the pause is over; the day holds what is due"
    spread = f"{len(view.plan.moves)} revisits are spread over {len(view.days)} days"
    return f"{spread}; 'recall undo' takes it back"


def _nothing(view: ReturnView) -> str:
    """Say that there is nothing to do, and how to call off a pause that has not begun."""
    if not view.planned:
        return "nothing is paused, and the day holds what is due"
    first = view.planned[0].first.isoformat()
    off = f"'recall pause --drop {first}' calls off the pause planned from {first}"
    return f"nothing is paused today, and the day holds what is due; {off}"
