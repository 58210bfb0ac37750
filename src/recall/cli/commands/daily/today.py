"""`recall today`: shows the revisits and readings of the day."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.day_screen import print_day
from recall.cli.parsing.arguments import option
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.text.given_numbers import minutes_of
from recall.errors import BadInput
from recall.usecases.personal import prepare
from recall.views.day import day_view

_MINUTES = "Minutes of today, with those already spent; kept for the day."

Budget = Annotated[
    int | None,
    option("--minutes", "-m", metavar="N", parser=minutes_of(1, DAY_MINUTES), help=_MINUTES),
]
DayBudget = Annotated[
    int | None,
    option(
        "--minutes",
        "-m",
        metavar="N",
        parser=minutes_of(0, DAY_MINUTES),
        help=f"{_MINUTES} 0 is a day off.",
    ),
]
AnyDate = Annotated[
    str | None,
    option("--on", metavar="DATE", help="Another day: tomorrow, 2026-11-20."),
]


def command(
    environment: Environment, minutes: DayBudget = None, on: AnyDate = None, json: Json = False
) -> None:
    """Show what to revisit and read today, in order.

    The plan is made once a day and kept. Minutes given here are kept for the day, too.
    """
    day = None
    if on is not None:
        from recall.domain.text.dates import parse_date

        day = parse_date(on, environment.today)
    if minutes is not None and day not in (None, environment.today):
        raise BadInput("--minutes is for today; 'recall day DATE MINUTES' sets another date's")
    with environment.library() as context:
        if minutes is not None:
            from recall.usecases.planning.revising import set_minutes

            set_minutes(context, minutes)
        view = day_view(context, day, whole=json)
        if json:
            environment.print_view(view)
        else:
            print_day(environment.screen, view)
        prepare(context)
