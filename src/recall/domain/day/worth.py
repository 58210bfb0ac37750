"""The worth of a minute spent on a revisit, and the order of revisits by it.

docs/order.md has the reasons and the measurements.
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
"""Priorities, in their order on a day that cannot hold all that is due."""

KEPT = 0.8
"""A resource counts as kept while its probability of recall is at least this."""

_DISCOUNT_DAYS = 120.0
"""Discount: T days of memory are worth T / (1 + T / 120)."""

_BEGINNING = 5.0
"""The extra worth of a first memory: later revisits build on it."""

_UNKNOWN_RECALL = 0.5
"""The assumed recall of a resource that was read on an unknown date and never graded."""


class Candidate(NamedTuple):
    """A revisit that is due.

    stability (days) is None if it was never graded; difficulty and days (whole study days since
    the last review) mean nothing then. overdue is in days, 0 for today. minutes is for a
    recalled revisit, above 0. priority is HIGH, NORMAL or LOW.
    """

    id: int
    stability: float | None
    difficulty: float
    days: int
    overdue: int
    minutes: float
    priority: int = NORMAL


def candidate(one: Planned, today: date) -> Candidate:
    """Return a due resource as the rule sees it on a study date."""
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
"""A candidate as a plain tuple: with very many, creating objects would take the most time."""

Ranked = tuple[int, float, int]
"""Priority, negated worth of a minute, and ID: sorts into the order of revisiting."""


class Rule:
    """The worth of a minute, under a model and a person's calibration curve."""

    def __init__(self, formulas: Formulas, recall: Curve = UNTOUCHED) -> None:
        """Precompute tables by predicted recall.

        lasts is the number of days that a memory of stability 1 is kept.
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

        If all is expected to fit the minutes: by due date, then the soonest forgotten; if not:
        by priority, then by the worth of a minute. Equals are ordered by ID.
        """
        if self.fits(due, minutes):
            return [one.id for one in sorted(due, key=_by_due_date)][:limit]
        return [number for _, _, number in self.by_worth(due)][:limit]

    def by_worth(self, due: Sequence[Plain]) -> list[Ranked]:
        """Return what is due by priority, then by the worth of a minute."""
        worths = self.worths(due)
        return sorted((one[6], -worth, one[0]) for one, worth in zip(due, worths, strict=True))

    def fits(self, due: Iterable[Candidate], minutes: float) -> bool:
        """Return whether all that is due is expected to fit the minutes."""
        left = minutes
        for one in due:
            left -= self.minutes(one)
            if left < 0:
                return False
        return True

    def minutes(self, one: Candidate) -> float:
        """Return the expected minutes of a revisit: if it fails, the text is read again."""
        if one.stability is None:
            return one.minutes * _times(_UNKNOWN_RECALL)
        predicted = self._formulas.retrievability(one.stability, one.days)
        return one.minutes * expected(self._times, predicted)

    def most_left(self, worth: float, minutes: float) -> float:
        """Return the most days still kept at which a minute could have this worth.

        The worth is then PATIENCE / (1 + left / PATIENCE) days, divided by the minutes.
        """
        return _DISCOUNT_DAYS * (_DISCOUNT_DAYS / (worth * minutes) - 1) if worth > 0 else inf

    def worths(self, due: Iterable[Plain]) -> list[float]:
        """Return the worth of a minute of each: the days of memory it is expected to gain.

        It is the discounted days kept after a pass and after a failure, weighted by their
        chances, minus those kept without a revisit, divided by the expected minutes. One loop
        with hardly a call, because it runs for everything that is due.
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
        """Return the worth of a first grade of something read before, times its minutes."""
        good, _ = self._formulas.first(Rating.GOOD)
        again, _ = self._formulas.first(Rating.AGAIN)
        kept = _UNKNOWN_RECALL * self._days_kept(good)
        kept += (1 - _UNKNOWN_RECALL) * self._days_kept(again)
        return _BEGINNING * kept / _times(_UNKNOWN_RECALL)

    def _days_kept(self, stability: float) -> float:
        """Return the discounted days until expected recall falls below KEPT."""
        return _DISCOUNT_DAYS * (1 - 1 / (1 + self._fading * stability))


def _times(chance: float) -> float:
    """Return the expected minutes of a revisit relative to a recalled one."""
    return chance + (1 - chance) * FAILED_REVISIT


def _by_due_date(one: Candidate) -> tuple[int, float, int]:
    return -one.overdue, inf if one.stability is None else one.stability, one.id
