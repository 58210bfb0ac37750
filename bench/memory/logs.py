"""Review logs from files, whole and as small libraries drawn from them."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from random import Random

from recall.domain.calendar.study_day import study_date
from recall.domain.library.card import Rating
from recall.domain.memory.rated_log import Rated, checked
from recall.settings.table import Settings

LIBRARY_CARDS = 80

_GIVEN = 0.9
"""A file has no predictions; a log that is checked has one with each revisit."""


def read(path: Path) -> list[Rated]:
    """Return a log as recall would store it: the first rating of a card and study day.

    The file is CSV with card_id, review_rating (1 to 4) and review_time (RFC 3339); ValueError
    says in one line what is wrong with it.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = [_row(row, number) for number, row in enumerate(csv.DictReader(file), start=2)]
    numbers: dict[str, int] = {}
    last: dict[int, date] = {}
    log: list[Rated] = []
    for at, card, rating in sorted(rows):
        number = numbers.setdefault(card, len(numbers) + 1)
        on = study_date(at, Settings().day_start)
        before = last.get(number)
        if before != on:
            elapsed = None if before is None else (on - before).days
            log.append(Rated(number, on, rating, elapsed, elapsed and _GIVEN))
            last[number] = on
    return checked(log)


def _row(row: dict[str, str], line: int) -> tuple[datetime, str, Rating]:
    try:
        at = datetime.fromisoformat(row["review_time"])
        rating = Rating(int(row["review_rating"]))
        if at.tzinfo is None:
            raise ValueError("a review_time has no time zone")
        return at, row["card_id"], rating
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"line {line} is no review: {error}") from None


def libraries(log: Sequence[Rated], count: int, seed: int) -> list[list[Rated]]:
    """Return random libraries of LIBRARY_CARDS cards, as somebody with few resources has them."""
    cards = sorted({review.resource_id for review in log})
    draw = Random(seed)
    chosen = [set(draw.sample(cards, min(LIBRARY_CARDS, len(cards)))) for _ in range(count)]
    return [[review for review in log if review.resource_id in some] for some in chosen]
