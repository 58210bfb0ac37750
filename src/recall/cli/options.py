"""The arguments and options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from recall.cli.completion import resources
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.library.card import Rating
from recall.errors import BadInput


def number_of(what: str, lowest: int, highest: int) -> Callable[[str], int]:
    """What an option takes that is a number; the command-line library would call it a range."""

    def parse(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = lowest - 1
        if not lowest <= number <= highest:
            raise BadInput(
                f"{what} cannot be '{text}'; give a whole number from {lowest} to {highest}"
            )
        return number

    return parse


ResourceText = Annotated[
    str,
    typer.Argument(
        metavar="RESOURCE",
        help="An ID, a URL, or a part of a title that only one resource has.",
        autocompletion=resources,
    ),
]
RatingText = Annotated[
    str,
    typer.Argument(
        metavar="RATING",
        help="again: could not restate it; hard: the main idea, needed the text; "
        "good: restated it, checked; easy: could teach it.",
        autocompletion=lambda: [rating.name.lower() for rating in Rating],
    ),
]
Minutes = Annotated[
    int | None,
    typer.Option(
        "--minutes",
        "-m",
        metavar="N",
        parser=number_of("minutes", 1, DAY_MINUTES),
        help="Minutes it took.",
    ),
]
NoteText = Annotated[
    str | None,
    typer.Option("--note", "-n", help="What to remember; it is shown before the next visit."),
]
PastDate = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The study date: yesterday, 3 days ago, 2026-11-20."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]


def rating(text: str) -> Rating:
    """The rating meant: its name, a beginning of it, or its key 1 to 4."""
    wanted = text.strip().lower()
    for one in Rating:
        if wanted in (one.name.lower(), one.name.lower()[0], str(int(one))):
            return one
    raise BadInput(f"'{text}' is not a rating; give again, hard, good or easy (or 1 to 4)")


def past_date(text: str | None, today: date) -> date:
    """The study date meant, today if none is given; one in the future is refused."""
    if text is None:
        return today
    from recall.domain.text.dates import parse_past

    return parse_past(text, today)
