"""`recall stats`: shows what was recalled, what is kept, and the time spent."""

from typing import Annotated

from recall.cli.commands.memory.stats_tables import print_lateness, print_sections, print_tallies
from recall.cli.commands.memory.stats_words import facts
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.parsing.arguments import option
from recall.domain.text.given_numbers import number_of
from recall.errors import BadInput
from recall.usecases.memory.statistics import SPLITS, Split, Statistics
from recall.usecases.personal import person_today
from recall.views.memory.statistics import statistics_view

MOST_WEEKS = 1040


def _split(text: str) -> Split:
    for split in SPLITS:
        if text == split:
            return split
    raise BadInput(f"'{text}' is not a split; allowed: {', '.join(SPLITS)}")


Weeks = Annotated[
    int,
    option(
        "--weeks",
        metavar="N",
        parser=number_of("weeks", 1, MOST_WEEKS),
        help="The number of weeks, with this one.",
    ),
]
By = Annotated[
    Split,
    option(
        "--by",
        metavar="SPLIT",
        parser=_split,
        help="Split the table by month, week, kind or section.",
    ),
]
Model = Annotated[
    bool, option("--model", help="Show how well the memory model predicts, in its own terms.")
]


def command(
    environment: Environment,
    weeks: Weeks = 12,
    by: By = "month",
    model: Model = False,
    json: Json = False,
) -> None:
    """Show what you recalled and what you keep, and the time spent."""
    with environment.library() as context:
        splits = SPLITS if json else (by,)
        view = statistics_view(context, weeks, splits, measured=model or json)
        person = None if json or not view.counts.has_begun else person_today(context)
    if json:
        environment.print_view(view)
    elif model:
        from recall.cli.commands.memory.stats_model import print_model

        print_model(environment.screen, view.counts)
    elif not (view.counts.has_begun or view.counts.told.progress.resources):
        paragraph(
            environment.screen,
            "The library is empty, so there is nothing to count; "
            "'recall import FILE' brings a list into it.",
        )
    else:
        _print(environment.screen, view.counts, by)
        if person is not None:
            environment.screen.write()
            paragraph(environment.screen, person)


def _print(screen: Screen, counts: Statistics, by: Split) -> None:
    dates = f"{counts.first.isoformat()} to {counts.today.isoformat()}"
    paragraph(screen, dates if counts.has_begun else counts.today.isoformat(), style="heading")
    for name, text in facts(counts):
        paragraph(screen, text, label=f"{name:>8}  ")
    if counts.has_begun:
        print_tallies(screen, counts, by)
    if counts.told.by_lateness:
        print_lateness(screen, counts.told.by_lateness)
    print_sections(screen, counts.told.progress)
