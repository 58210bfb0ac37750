"""The arguments and options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from recall.cli.completion import resources
from recall.cli.parsing.arguments import Argument, option
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.library.card import Rating
from recall.errors import BadInput


def number_of(what: str, lowest: int, highest: int) -> Callable[[str], int]:
    """Return a parser for a number; the error of the command-line library would name a range."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = lowest - 1
        if not lowest <= value <= highest:
            raise BadInput(
                f"{what} cannot be '{text}'; give a whole number from {lowest} to {highest}"
            )
        return value

    parse.__name__ = "number"  # the help shows it as the type of an argument
    return parse


def minutes_of(lowest: int, highest: int) -> Callable[[str], int]:
    """Return a parser for minutes: '90', '90m', '1h', '1h30'."""
    number = number_of("minutes", lowest, highest)

    def parse(text: str) -> int:
        try:
            return number(text)  # as most people write them, for which nothing is loaded
        except BadInput as wrong:
            from recall.domain.text.durations import minutes_in

            length = minutes_in(text)
            if length is not None and lowest <= length <= highest:
                return length
            raise BadInput(f"{wrong}, or 90m, 1h, 1h30") from None

    parse.__name__ = "number"
    return parse


def percent_of(what: str) -> Callable[[str], int]:
    """Return a parser for a share of 0 to 100 percent: '40', '40%', '40 %'."""
    number = number_of(what, 0, 100)

    def parse(text: str) -> int:
        from unicodedata import normalize

        return number(normalize("NFKC", text).strip().removesuffix("%"))

    return parse


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


def said_read_on(text: str | None, today: date) -> str | None:
    """Return when something was read, as `when_read.stated` gives it; BadInput for other texts."""
    if text is None:
        return None
    from recall.domain.library.when_read import stated
    from recall.formats.values import read_day

    return stated(read_day(text) or text, today)


def past_date(text: str | None, today: date) -> date:
    """Return a study date, today if none is given; BadInput for one in the future."""
    if text is None:
        return today
    from recall.domain.text.dates import parse_past

    return parse_past(text, today)
