"""`recall today`: shows the revisits and readings of the day."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.fast_path import print_day
from recall.cli.options import Json, number_of
from recall.cli.parsing.arguments import option
from recall.domain.calendar.budget import DAY_MINUTES
from recall.views.day import day_view

Budget = Annotated[
    int | None,
    option(
        "--minutes",
        "-m",
        metavar="N",
        parser=number_of("minutes", 1, DAY_MINUTES),
        help="Minutes of the whole day, with those already spent.",
    ),
]
AnyDate = Annotated[
    str | None,
    option("--on", metavar="DATE", help="Another day: tomorrow, 2026-11-20."),
]


def command(
    environment: Environment, minutes: Budget = None, on: AnyDate = None, json: Json = False
) -> None:
    """Show what to revisit and read today, within the day's minutes."""
    day = None
    if on is not None:
        from recall.domain.text.dates import parse_date

        day = parse_date(on, environment.today)
    with environment.library() as context:
        view = day_view(context, minutes, day)
        if json:
            environment.print_view(view)
        else:
            print_day(environment.screen, view)
