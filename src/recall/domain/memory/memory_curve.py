"""How the recall of one resource fell and falls: from review to review, and on until it is due."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.library.card import Memory, Rating
from recall.domain.library.review import Review
from recall.domain.memory.forgetting_curve import retrievability
from recall.domain.memory.mixture import AVERAGE, Mixture
from recall.domain.memory.weights import Weights

MOST_POINTS = 240
"""Points of all falls together; a picture shows no more."""

LEAST_POINTS = 6


class CurveModel(NamedTuple):
    """What predicts recall: the weights in use, and what is known of the person."""

    weights: Weights
    mixture: Mixture

    def recall(self, memory: Memory, days: float) -> float:
        """Return the probability of recall, 0 to 1, days after the last review."""
        return self.mixture.recall(retrievability(memory, days, self.weights))


class CurvePoint(NamedTuple):
    """A moment in days after the first one of the curve, and the recall then, 0 to 1."""

    day: float
    recall: float


class CurveReview(NamedTuple):
    """A review on the curve; recall is what was predicted of it, None at the first reading."""

    day: int
    study_date: date
    rating: Rating
    recall: float | None


class MemoryCurve(NamedTuple):
    """The curve of a memory: a fall between each two reviews, and one after the last.

    first is the date of day 0, today and due are days after it; due is None without a due date.
    The last fall goes on to the due date, or to today if that is later. lowest is the least
    recall of all.
    """

    first: date
    falls: Sequence[Sequence[CurvePoint]]
    reviews: Sequence[CurveReview]
    today: int
    due: int | None
    now: float
    at_due: float | None

    @property
    def days(self) -> float:
        """The length of the whole curve."""
        return self.falls[-1][-1].day

    @property
    def lowest(self) -> float:
        """The least recall of all."""
        return min(point.recall for fall in self.falls for point in fall)


class _Fall(NamedTuple):
    memory: Memory
    ends: date
    model: CurveModel


def memory_curve(
    reviews: Sequence[Review],
    memory: Memory,
    weights_of: Callable[[Review], Weights],
    in_use: CurveModel,
    today: date,
    due: date | None,
) -> MemoryCurve:
    """Return the curve of a resource that has a memory, with its reviews, oldest first.

    What is past falls as the parameters of each review predicted it, so that a fall ends at what
    the log says; weights_of gives these. The last one falls as the model in use predicts.
    """
    falls = [*_past(reviews, weights_of)]
    falls.append(_Fall(memory, max(today, due or today, memory.last_review), in_use))
    first = falls[0].memory.last_review
    count = max(LEAST_POINTS, MOST_POINTS // len(falls))
    return MemoryCurve(
        first=first,
        falls=[_points(fall, first, count) for fall in falls],
        reviews=[_review(review, first) for review in reviews],
        today=(today - first).days,
        due=None if due is None else (due - first).days,
        now=_recall_on(falls[-1], today),
        at_due=None if due is None else _recall_on(falls[-1], due),
    )


def _past(reviews: Sequence[Review], weights_of: Callable[[Review], Weights]) -> Iterable[_Fall]:
    """Give the fall before each review that knew of an earlier visit."""
    for review in reviews:
        if review.elapsed is not None and review.stability_before is not None:
            last = review.study_date - timedelta(days=review.elapsed)
            memory = Memory(review.stability_before, review.difficulty_before or 1.0, last)
            yield _Fall(memory, review.study_date, CurveModel(weights_of(review), AVERAGE))


def _points(fall: _Fall, first: date, count: int) -> list[CurvePoint]:
    """Return points of a fall, closer together at its beginning, where it is steep."""
    begins = (fall.memory.last_review - first).days
    length = (fall.ends - fall.memory.last_review).days
    shares = [(at / (count - 1)) ** 2 for at in range(count)] if length else [0.0]
    return [
        CurvePoint(begins + length * share, fall.model.recall(fall.memory, length * share))
        for share in shares
    ]


def _review(review: Review, first: date) -> CurveReview:
    return CurveReview(
        (review.study_date - first).days, review.study_date, review.rating, review.retrievability
    )


def _recall_on(fall: _Fall, day: date) -> float:
    return fall.model.recall(fall.memory, (day - fall.memory.last_review).days)
