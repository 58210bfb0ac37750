"""`recall more`: adds the next things to today's plan."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.day_screen import print_day
from recall.cli.parsing.arguments import Argument
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.text.given_numbers import minutes_of
from recall.views.day import day_view

MoreMinutes = Annotated[
    int | None,
    Argument(
        metavar="[MINUTES]",
        parser=minutes_of(1, DAY_MINUTES),
        help="How many minutes to add, also 1h30; without it what is left of the day, or 15.",
    ),
]


def command(environment: Environment, minutes: MoreMinutes = None, json: Json = False) -> None:
    """Add the next things to the end of today's plan.

    First comes what a reading of today set free, then what is due, then other readings.
    """
    from recall.usecases.planning.revising import more

    with environment.library() as context:
        more(context, minutes)
        view = day_view(context, whole=json)
        if json:
            environment.print_view(view)
        else:
            print_day(environment.screen, view)
