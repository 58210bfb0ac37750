"""`recall next`: shows the first thing left in today's plan."""

from recall.cli.commands.daily.today import Budget
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.day_screen import print_next
from recall.views.day import NextView, day_view


def command(environment: Environment, minutes: Budget = None, json: Json = False) -> None:
    """Show the first thing left in today's plan."""
    with environment.library() as context:
        if minutes is not None:
            from recall.usecases.planning.revising import set_minutes

            set_minutes(context, minutes)
        view = NextView(day_view(context, whole=json))
        if json:
            environment.print_view(view)
        else:
            print_next(environment.screen, view)
