"""`recall next`: shows the first item of today's queue."""

from recall.cli.commands.daily.today import Budget
from recall.cli.environment import Environment
from recall.cli.fast_path import print_next
from recall.cli.options import Json
from recall.views.day import NextView, day_view


def command(environment: Environment, minutes: Budget = None, json: Json = False) -> None:
    """Show the first item of today's queue."""
    with environment.library() as context:
        view = NextView(day_view(context, minutes))
        if json:
            environment.print_view(view)
        else:
            print_next(environment.screen, view)
