"""The daily commands, `today` and `next`, without importing Typer: the hot path."""

from __future__ import annotations

from recall.cli.output.day_screen import print_day, print_next
from recall.usecases.personal import prepare
from recall.views.day import NextView, day_view

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from recall.cli.environment import Environment


def show_today(environment: Environment) -> None:
    """Print today's plan; after that there is time for the memory model of the day."""
    with environment.library() as context:
        print_day(environment.screen, day_view(context))
        prepare(context)


def show_next(environment: Environment) -> None:
    """Print the first thing left in today's plan."""
    with environment.library() as context:
        print_next(environment.screen, NextView(day_view(context)))
        prepare(context)


COMMANDS: Mapping[tuple[str, ...], Callable[[Environment], None]] = {
    (): show_today,
    ("today",): show_today,
    ("next",): show_next,
}
"""The commands that run without the command-line library, whose import takes five times as long
as a bare interpreter, by their arguments as most people type them."""
