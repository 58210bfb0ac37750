"""Corrects predicted recall by a person's own results."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

BUCKETS = 20

STEPS = 200
"""A curve is a table of predicted recall in STEPS equal steps: STEPS + 1 entries."""

_DOUBT = 15.0
"""The number of results at which a bucket weighs as much as the prediction."""

_NEARBY = 0.5
"""The weight of a result in the next bucket; it halves with each bucket after that."""

_LEAST, _MOST = 0.01, 0.99

Curve = Sequence[float]
"""Expected recall at each step of predicted recall; it never falls."""


class Bucket(NamedTuple):
    """Revisits with nearly the same predicted recall.

    number is bucket_of() of the predictions, seen counts the revisits, passed those that were
    passed, and predicted is the sum of the predictions.
    """

    number: int
    seen: int
    passed: int
    predicted: float


UNTOUCHED: Curve = tuple(step / STEPS for step in range(STEPS + 1))
"""The curve of a person without results: expected recall is predicted recall."""


def bucket_of(predicted: float) -> int:
    """Return the bucket of a predicted recall, 0..BUCKETS-1."""
    return min(BUCKETS - 1, int(predicted * BUCKETS))


def buckets(results: Iterable[tuple[float, bool]]) -> list[Bucket]:
    """Group results, each a predicted recall and whether it was a pass, into buckets."""
    found = [Bucket(number, 0, 0, 0.0) for number in range(BUCKETS)]
    for predicted, passed in results:
        number, seen, passes, total = found[bucket_of(predicted)]
        found[number] = Bucket(number, seen + 1, passes + passed, total + predicted)
    return [bucket for bucket in found if bucket.seen]


def curve(results: Iterable[Bucket]) -> Curve:
    """Return the expected recall for each predicted recall, given a person's results.

    Each bucket moves by the difference between its passes and its predictions; neighboring
    buckets count too, but less. With few results it moves less. The curve is linear between
    the middles of buckets.
    """
    middles = _corrected(_shifts(list(results)))
    points = [middles[0] - 1 / BUCKETS, *middles, middles[-1] + 1 / BUCKETS]
    return tuple(_between(points, step / STEPS * BUCKETS + 0.5) for step in range(STEPS + 1))


def expected(recall: Curve, predicted: float) -> float:
    """Return the expected recall for a predicted recall, both 0..1."""
    return recall[int(predicted * STEPS + 0.5)]


def predicted_for(recall: Curve, wanted: float) -> float:
    """Return the lowest prediction at which expected recall reaches `wanted`.

    It is above 0 and below 1, so that it can be turned into an interval.
    """
    reached = next((step for step, value in enumerate(recall) if value >= wanted), STEPS)
    return min(max(reached, 1), STEPS - 1) / STEPS


def _shifts(results: Sequence[Bucket]) -> list[float]:
    """Return each bucket's correction, smaller if few results are near."""
    shifts = []
    for number in range(BUCKETS):
        weights = [_NEARBY ** abs(number - bucket.number) for bucket in results]
        near = list(zip(weights, results, strict=True))
        seen = sum(weight * bucket.seen for weight, bucket in near)
        off = sum(weight * (bucket.passed - bucket.predicted) for weight, bucket in near)
        shifts.append(off / (seen + _DOUBT))
    return shifts


def _corrected(shifts: Sequence[float]) -> list[float]:
    """Shift each bucket's middle, none above the next: a lower prediction never expects more."""
    corrected: list[float] = []
    highest = _MOST
    for number in reversed(range(BUCKETS)):
        moved = (number + 0.5) / BUCKETS + shifts[number]
        highest = max(_LEAST, min(highest, moved))
        corrected.append(highest)
    return corrected[::-1]


def _between(points: Sequence[float], at: float) -> float:
    before = int(at)
    start, end = points[before], points[before + 1]
    return min(_MOST, max(_LEAST, start + (at - before) * (end - start)))
