"""The arguments and options that several commands share."""

from datetime import date
from typing import Annotated

from recall.cli.completion import resources
from recall.cli.parsing.arguments import Argument, option
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.library.card import Rating
from recall.domain.text.given_numbers import minutes_of
from recall.errors import BadInput

ResourceText = Annotated[
    str,
    Argument(
        metavar="RESOURCE",
        help="An ID, a URL (also without https://), a DOI, an arXiv number, or any unique part of "
        "a title.",
        autocompletion=resources,
    ),
]
ResourceTexts = Annotated[
    list[str],
    Argument(
        metavar="RESOURCE",
        help="One or more: IDs, URLs, or unique parts of titles, in quotes if they have spaces.",
        autocompletion=resources,
    ),
]
RatingText = Annotated[
    str,
    Argument(
        metavar="RATING",
        help="again: you could not restate it; hard: you had the main idea and needed the text; "
        "good: you restated it and checked; easy: you could teach it. "
        "Its first letter, 1 to 4, or Chinese will do.",
        autocompletion=lambda: [rating.name.lower() for rating in Rating],
    ),
]
Minutes = Annotated[
    int | None,
    option(
        "--minutes",
        "-m",
        metavar="N",
        parser=minutes_of(1, DAY_MINUTES),
        help="The minutes that it took; also 1h or 1h30.",
    ),
]
NoteText = Annotated[
    str | None,
    option("--note", "-n", help="A note that you see before the next visit."),
]
PastDate = Annotated[
    str | None,
    option("--on", metavar="DATE", help="An earlier day: yesterday, fri, 27th, 2026-11-20."),
]
ReadOn = Annotated[
    str | None,
    option(
        "--read-on",
        metavar="WHEN",
        help="When you read it, before recall knew of it: 2026, 2026-03, 2026-03-05, "
        "or about: week, month, year, longer.",
        autocompletion=lambda: ["week", "month", "year", "longer"],
    ),
]
Json = Annotated[bool, option("--json", help="Print one JSON object, for programs.")]


_CHINESE = {
    Rating.AGAIN: ("忘", "忘了", "忘记", "忘記", "重来", "重來"),
    Rating.HARD: ("难", "難", "困难", "困難"),
    Rating.GOOD: ("好", "良好"),
    Rating.EASY: ("易", "容易", "简单", "簡單"),
}


def rating(text: str) -> Rating:
    """Return a rating from its name in English or Chinese, its first letter, or its key 1 to 4."""
    wanted = text.strip().lower()
    for choice, chinese in _CHINESE.items():
        name = choice.name.lower()
        if wanted in (name, name[0], str(int(choice)), *chinese):
            return choice
    raise BadInput(
        f"'{text}' is not a rating; give again, hard, good or easy (or 1 to 4, or 忘 难 好 易)"
    )


def past_date(text: str | None, today: date) -> date:
    """Return a study date, today if none is given; BadInput for one in the future."""
    if text is None:
        return today
    from recall.domain.text.dates import parse_past

    return parse_past(text, today)
