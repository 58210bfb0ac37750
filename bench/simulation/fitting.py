"""Fits FSRS-6 to a review log, for the truth `fsrs-fitted`; needs the extra `optimize`.

python -m bench.simulation.fitting LOG prints the 21 weights. The log is a CSV file as
https://github.com/open-spaced-repetition/py-fsrs keeps one for the tests of its optimizer, with
the columns card_id, review_rating and review_time.
"""

import csv
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview

_DAY_STARTS = timedelta(hours=4)


def fit(log: Path) -> list[float]:
    """Return the weights, fitted to the first rating of each card on each day."""
    items = list(_items(log))
    cards = [card for card, _ in items]
    fitted = FSRS(DEFAULT_PARAMETERS).compute_parameters([item for _, item in items], cards)
    return [round(weight, 4) for weight in fitted]


def _items(log: Path) -> Iterator[tuple[int, FSRSItem]]:
    """Each card's rating with all its earlier ones, in the order of time."""
    last: dict[int, date] = {}
    histories: dict[int, list[FSRSReview]] = {}
    for day, card, rating in _ratings(log):
        if day == last.get(card):
            continue
        history = histories.setdefault(card, [])
        history.append(FSRSReview(rating, (day - last.get(card, day)).days))
        last[card] = day
        if len(history) > 1:
            yield card, FSRSItem(list(history))


def _ratings(log: Path) -> list[tuple[date, int, int]]:
    with log.open(newline="", encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["review_time"])
    return [
        (
            (datetime.fromisoformat(row["review_time"]) - _DAY_STARTS).date(),
            int(row["card_id"]),
            int(row["review_rating"]),
        )
        for row in rows
    ]


if __name__ == "__main__":
    print(fit(Path(sys.argv[1])))
