"""Logs of simulated people with a small library, whose dates are the average person's.

Each reads a resource every other day, all of them are graded good at first, and revisits come when
they are due or a little later, on the days on which the person works. The truth is one of
`bench.lived.minds`; ratings are good and again.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from bench.lived.minds import MINDS, REAL, Mind, real
from bench.memory.history import History
from recall.domain.library.card import Rating
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.rated_log import Rated
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

CARDS, DAYS, READ_EVERY_DAYS = 80, 400, 2
RETENTION, LONGEST_DAYS = 0.9, 365

_WORKS = 0.8
"""The share of days on which a person does what is due."""

_FIRST_DAY = date(2026, 1, 5)
_FORMULAS = Formulas(DEFAULT_WEIGHTS)


def mind_of(truth: str, name: str, deviations: Sequence[Sequence[float]]) -> Mind:
    """Return the memory of a person."""
    return real(name, deviations) if truth == REAL else MINDS[truth](name)


def log_of(mind: Mind, seed: str) -> History:
    """Live the days and return the log."""
    draw, log, truths = Random(f"log {seed}"), list[Rated](), list[float]()
    states: dict[int, tuple[float, float, int, int]] = {}
    for day in range(DAYS):
        if draw.random() > _WORKS:
            continue
        for number, (stability, difficulty, last, due) in list(states.items()):
            if due <= day:
                predicted = _FORMULAS.retrievability(stability, day - last)
                truths.append(mind.recall(number, day))
                recalled = draw.random() < truths[-1]
                mind.revisit(number, day, recalled=recalled)
                rating = Rating.GOOD if recalled else Rating.AGAIN
                log.append(Rated(number, _on(day), rating, day - last, predicted))
                after = _FORMULAS.revisited(stability, difficulty, predicted, rating)
                states[number] = (*after, day, _due(day, after[0]))
        if len(states) < min(CARDS, 1 + day // READ_EVERY_DAYS):
            number = len(states) + 1
            mind.read(number, day)
            log.append(Rated(number, _on(day), Rating.GOOD, None, None))
            first = _FORMULAS.first(Rating.GOOD)
            states[number] = (*first, day, _due(day, first[0]))
    return History(log, truths)


def _due(day: int, stability: float) -> int:
    return day + _FORMULAS.whole_days(stability, RETENTION, LONGEST_DAYS)


def _on(day: int) -> date:
    return _FIRST_DAY + timedelta(day)
