"""`recall pause`: leaves the coming days without a plan."""

from datetime import date
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import option
from recall.domain.calendar.pauses import Pause
from recall.views.actions import ActionView
from recall.views.day import pause_as_json

Until = Annotated[
    str | None,
    option(
        "--until",
        metavar="DATE",
        help="The first day after it; without it, open-ended.",
    ),
]
From = Annotated[
    str | None,
    option("--from", metavar="DATE", help="The first day of the pause; if not given, today."),
]


def command(
    environment: Environment, until: Until = None, first: From = None, json: Json = False
) -> None:
    """Plan nothing and send no reminders until 'recall resume'."""
    from recall.domain.text.dates import parse_future
    from recall.usecases.planning import pausing

    today = environment.today
    begins = None if first is None else parse_future(first, today)
    ends = None if until is None else parse_future(until, today)
    with environment.library() as context:
        done = pausing.pause(context, begins, ends)
        if json:
            environment.print_view(ActionView("pause", more={"pause": pause_as_json(done)}))
        else:
            paragraph(environment.screen, _sentence(done, context.today))


def _sentence(pause: Pause, today: date) -> str:
    begins = "now" if pause.holds(today) else f"{pause.first:%A} {pause.first.isoformat()}"
    if pause.until is None:
        return f"paused from {begins}; 'recall resume' ends it"
    return f"paused from {begins} until {pause.until:%A} {pause.until.isoformat()}"
