"""Lives the days of the same people with each driver, and compares them person by person."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from math import isnan, sqrt
from multiprocessing import Pool
from statistics import fmean, stdev
from typing import NamedTuple

from bench.lived.diary import Measures, measure
from bench.lived.driver import Driver
from bench.lived.life import Life
from bench.lived.people import Person, Trial
from bench.lived.planners.bare import BareLibrary, Planner
from bench.lived.planners.baselines import due_first, list_first
from bench.lived.planners.dates import Dates
from bench.lived.planners.nine_rules import NINE_RULES, Rules, plan
from bench.lived.product import Product

REFERENCE = "nine rules"

_BARE: Mapping[str, Planner] = {
    REFERENCE: plan,
    "due first": due_first,
    "list first": list_first,
}

VARIATIONS: Mapping[str, Rules] = {
    "no least slot": Rules(least=0),
    "sit 5 min": Rules(shortest=5),
    "read 2nd": Rules(readings_first=False),
    "in slot": Rules(may_exceed=0),
    "book daily": Rules(book_every=1),
    "book 2nd day": Rules(book_every=2),
    "due order": Rules(by_gain=False),
    "impatient": Rules(patience=0),
    "no patience": Rules(patience=None),
    "patient 7": Rules(patience=7),
    "patient 14": Rules(patience=14),
    "late in all": Rules(late_share=1.0),
    "oldest misfit": Rules(oldest_fits=False),
    "halved > 3": Rules(halved_beyond=3),
    "halved > 5": Rules(halved_beyond=5),
    "halved > 10": Rules(halved_beyond=10),
}
"""The nine rules with a change each."""

_RIVAL, _ANY_LENGTH = Rules(patience=None, rank="recall"), Rules(patience=None, rank="any length")

MORE: Mapping[str, Callable[[Trial], Driver]] = {
    "average": lambda trial: _dated(trial, "average"),
    "own dates": lambda trial: _dated(trial, "personal"),
    "own, asked": lambda trial: _dated(trial, "personal", says=True),
    "avg, asked": lambda trial: _dated(trial, "average", says=True),
    "truth": lambda trial: _dated(trial, "truth"),
    "truth, asked": lambda trial: _dated(trial, "truth", says=True),
    "recall first": lambda trial: _dated(trial, "average", _RIVAL, says=True),
    "own, recall 1st": lambda trial: _dated(trial, "personal", _RIVAL, says=True),
    "R x gain": lambda trial: _dated(trial, "average", _ANY_LENGTH, says=True),
    "own, R x gain": lambda trial: _dated(trial, "personal", _ANY_LENGTH, says=True),
    "due dates": lambda trial: _dated(trial, "average", Rules(by_gain=False), says=True),
}
"""The nine rules with other dates or another order of revisits, at the desired retention.

asked: the person says when they read what was read before, as in all below.
"""


def _dated(
    trial: Trial, dates: Dates, rules: Rules = NINE_RULES, *, says: bool = False
) -> BareLibrary:
    planner = partial(plan, rules=rules)
    return BareLibrary(planner, trial.minutes, dates=dates, retention=trial.retention, says=says)


DRIVERS: Mapping[str, Callable[[int], Driver]] = {
    "recall": Product,
    "recall more": partial(Product, asks_for_more=True),
    "recall resume": partial(Product, spreads=True),
    "recall about": partial(Product, says="about"),
    "recall by day": partial(Product, says="day"),
    **{name: partial(BareLibrary, planner) for name, planner in _BARE.items()},
    **{
        name: partial(BareLibrary, partial(plan, rules=rules)) for name, rules in VARIATIONS.items()
    },
}
"""Makes each driver from the minutes of a usual day; the first five are recall."""


class Score(NamedTuple):
    """The measures of every person with one driver, and the kinds of their memories."""

    lives: Sequence[Measures]
    memories: Sequence[str]

    def mean(self, name: str, memory: str | None = None) -> float:
        """Return the mean of a measure, of all people or of those with one kind of memory."""
        values = (
            getattr(life, name)
            for life, kind in zip(self.lives, self.memories, strict=True)
            if memory in (None, kind)
        )
        return fmean(_known(values) or [0.0])

    def of(self, memory: str) -> "Score":
        """Return the lives of the people with one kind of memory."""
        lives = [one for one, kind in zip(self.lives, self.memories, strict=True) if kind == memory]
        return Score(lives, [memory] * len(lives))


class Difference(NamedTuple):
    """The mean of paired differences, and its standard error."""

    mean: float
    error: float


def scores(trial: Trial, names: Sequence[str], workers: int) -> dict[str, Score]:
    """Live every person's days with every named driver; the same trial gives the same scores."""
    cases = [(trial, name, number) for name in names for number in range(trial.people)]
    with Pool(workers) as pool:
        lives = dict(zip(cases, pool.starmap(live, cases, chunksize=1), strict=True))
    memories = [Person(number, trial).memory for number in range(trial.people)]
    return {
        name: Score([lives[trial, name, number] for number in range(trial.people)], memories)
        for name in names
    }


def live(trial: Trial, name: str, number: int) -> Measures:
    """Live one person's days with one driver."""
    driver = MORE[name](trial) if name in MORE else DRIVERS[name](trial.minutes)
    try:
        return measure(Life(Person(number, trial), driver, trial).live())
    finally:
        driver.close()


def difference(score: Score, reference: Score, name: str) -> Difference:
    """Return by how much a measure of one exceeds that of the reference, person by person."""
    pairs = zip(score.lives, reference.lives, strict=True)
    values = _known(getattr(life, name) - getattr(other, name) for life, other in pairs)
    error = stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0
    return Difference(fmean(values or [0.0]), error)


def _known(values: Iterable[float]) -> list[float]:
    """Return the values of those in whose lives there was something to measure."""
    return [value for value in values if not isnan(value)]
