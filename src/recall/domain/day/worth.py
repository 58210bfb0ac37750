"""What a minute of revisiting buys, and the order of a day's revisits that follows from it.

The reasons, and what was measured, are in docs/order.md.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from math import exp, inf
from typing import NamedTuple

from recall.domain.library.card import Rating
from recall.domain.library.resource import FAILED_REVISIT, PRIORITIES, Planned
from recall.domain.memory.calibration import STEPS, UNTOUCHED, Curve, expected, predicted_for
from recall.domain.memory.formulas import Formulas

HIGH, NORMAL, LOW = range(3)
"""Priorities, in the order in which they come when a day cannot hold all that is due."""

KEPT = 0.8
"""A resource is kept while it is recalled with at least this probability."""

_DISCOUNT_DAYS = 120.0
"""Days kept count the less the farther off they are: T of them as T / (1 + T / so many)."""

_BEGINNING = 5.0
"""What a first memory is worth, over the days it is kept by itself: more is built on it."""

_UNKNOWN_RECALL = 0.5
"""Chance that something read on no known date, and never graded, is recalled."""


class Candidate(NamedTuple):
    """A revisit that is due.

    stability (days) is None for what was never graded; difficulty and days, the whole study
    days since the last review, mean nothing then. overdue is in days, 0 for today. minutes is
    what a recalled revisit takes, above 0. priority is HIGH, NORMAL or LOW.
    """

    id: int
    stability: float | None
    difficulty: float
    days: int
    overdue: int
    minutes: float
    priority: int = NORMAL


def candidate(one: Planned, today: date) -> Candidate:
    """Return a due resource as the rule looks at it on a study date."""
    due, memory = one.card.due or today, one.card.memory
    return Candidate(
        one.id,
        stability=memory.stability if memory else None,
        difficulty=memory.difficulty if memory else 0.0,
        days=max(0, (today - memory.last_review).days) if memory else 0,
        overdue=(today - due).days,
        minutes=one.revisit_minutes,
        priority=PRIORITIES.index(one.priority),
    )


Plain = tuple[int, float | None, float, int, int, float, int]
"""A candidate as a plain tuple: of very many, the making of objects would take longest."""

Ranked = tuple[int, float, int]
"""Priority, worth of a minute turned negative, and ID: in order when sorted."""


class Rule:
    """What a minute buys under a model and a person's calibration curve."""

    def __init__(self, formulas: Formulas, recall: Curve = UNTOUCHED) -> None:
        """Put into tables, by predicted recall, what does not depend on a card.

        lasts is how many days a memory of stability 1 is kept.
        """
        w = formulas.weights
        forgotten = [1 - step / STEPS for step in range(STEPS + 1)]
        self._formulas, self._recall = formulas, recall
        self._times = [_times(chance) for chance in recall]
        self._growth = [exp(w.w8) * (exp(w.w10 * lost) - 1) for lost in forgotten]
        self._relearned = [w.w11 * exp(w.w14 * lost) for lost in forgotten]
        self.lasts = formulas.interval(1.0, predicted_for(recall, KEPT))
        self._fading = self.lasts / _DISCOUNT_DAYS

    def order(
        self, due: Sequence[Candidate], minutes: float, limit: int | None = None
    ) -> list[int]:
        """Return the IDs of what is due in the order of revisiting, limit of them at most.

        While all is expected to fit the minutes, by due date and then the soonest forgotten;
        else by priority and then by what a minute buys. The lower ID comes first of equals.
        """
        if self.fits(due, minutes):
            return [one.id for one in sorted(due, key=_by_due_date)][:limit]
        return [number for _, _, number in self.by_worth(due)][:limit]

    def by_worth(self, due: Sequence[Plain]) -> list[Ranked]:
        """Return what is due by priority and then by what a minute buys."""
        worths = self.worths(due)
        return sorted((one[6], -worth, one[0]) for one, worth in zip(due, worths, strict=True))

    def fits(self, due: Iterable[Candidate], minutes: float) -> bool:
        """Say whether all that is due is expected to fit the minutes."""
        left = minutes
        for one in due:
            left -= self.minutes(one)
            if left < 0:
                return False
        return True

    def minutes(self, one: Candidate) -> float:
        """Return the minutes a revisit is expected to take: it may fail and be read again."""
        if one.stability is None:
            return one.minutes * _times(_UNKNOWN_RECALL)
        predicted = self._formulas.retrievability(one.stability, one.days)
        return one.minutes * expected(self._times, predicted)

    def most_left(self, worth: float, minutes: float) -> float:
        """Return with how many days still kept a minute could buy so much, if nothing were lost.

        It is worth PATIENCE / (1 + left / PATIENCE) days then, by the minutes.
        """
        return _DISCOUNT_DAYS * (_DISCOUNT_DAYS / (worth * minutes) - 1) if worth > 0 else inf

    def worths(self, due: Iterable[Plain]) -> list[float]:
        """Return the days kept that a minute of each is expected to buy, in their order.

        What the days after a pass and after a failure are worth, each by its chance, less what
        the days still to come without a revisit are, by the expected minutes. One loop with
        hardly a call, because it is gone through for everything that is due.
        """
        w = self._formulas.weights
        w9, w12, w13 = w.w9, w.w12, w.w13  # local names, for the loop's sake
        decay, factor = self._formulas.decay, self._formulas.factor
        recall, times, growth, relearned = self._recall, self._times, self._growth, self._relearned
        fading, most, beginning = self._fading, exp(-w.w17 * w.w18), self._beginning()
        found = []
        for _, stability, difficulty, days, _, minutes, _ in due:
            if stability is None:
                found.append(beginning / minutes)
                continue
            step = int((1 + factor * days / stability) ** decay * STEPS + 0.5)
            chance = recall[step]
            passed = stability * (1 + growth[step] * (11 - difficulty) * stability**-w9)
            failed = relearned[step] * difficulty**-w12 * ((stability + 1) ** w13 - 1)
            failed = failed if failed < stability * most else stability * most
            lost = chance / (1 + fading * passed) + (1 - chance) / (1 + fading * failed)
            left = stability * fading - days / _DISCOUNT_DAYS
            gain = (1 / (1 + left) if left > 0 else 1.0) - lost
            found.append(_DISCOUNT_DAYS * gain / (minutes * times[step]))
        return found

    def _beginning(self) -> float:
        """What the first grade of something read before is worth, times its minutes."""
        good, _ = self._formulas.first(Rating.GOOD)
        again, _ = self._formulas.first(Rating.AGAIN)
        kept = _UNKNOWN_RECALL * self._days_kept(good)
        kept += (1 - _UNKNOWN_RECALL) * self._days_kept(again)
        return _BEGINNING * kept / _times(_UNKNOWN_RECALL)

    def _days_kept(self, stability: float) -> float:
        """The days until expected recall falls below KEPT, the farther off the less each."""
        return _DISCOUNT_DAYS * (1 - 1 / (1 + self._fading * stability))


def _times(chance: float) -> float:
    """What a revisit is expected to take, over what a recalled one does."""
    return chance + (1 - chance) * FAILED_REVISIT


def _by_due_date(one: Candidate) -> tuple[int, float, int]:
    return -one.overdue, inf if one.stability is None else one.stability, one.id
