"""What a person's own results say about predicted recall."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

BUCKETS = 20

STEPS = 200
"""A curve is a table of so many equal steps of predicted recall, and one more entry."""

_DOUBT = 15.0
"""Results it takes for a bucket to count as much as the prediction does."""

_NEARBY = 0.5
"""What a result counts for the next bucket; half of that for the one after, and so on."""

_LEAST, _MOST = 0.01, 0.99

Curve = Sequence[float]
"""Expected recall at each STEPS-th of predicted recall; never falling."""


class Bucket(NamedTuple):
    """Revisits with nearly the same predicted recall: how many, how many passed, predictions' sum.

    number is bucket_of() of the predictions.
    """

    number: int
    seen: int
    passed: int
    predicted: float


UNTOUCHED: Curve = tuple(step / STEPS for step in range(STEPS + 1))
"""The curve of someone without results: what is predicted is expected."""


def bucket_of(predicted: float) -> int:
    """Return the bucket of a predicted recall, 0..BUCKETS-1."""
    return min(BUCKETS - 1, int(predicted * BUCKETS))


def buckets(results: Iterable[tuple[float, bool]]) -> list[Bucket]:
    """Sort results, each a predicted recall and whether it was a pass, into buckets."""
    found = [Bucket(number, 0, 0, 0.0) for number in range(BUCKETS)]
    for predicted, passed in results:
        number, seen, passes, total = found[bucket_of(predicted)]
        found[number] = Bucket(number, seen + 1, passes + passed, total + predicted)
    return [bucket for bucket in found if bucket.seen]


def curve(results: Iterable[Bucket]) -> Curve:
    """Return what to expect at each predicted recall, given a person's results.

    Each bucket is moved by how far its passes and, less so, its neighbors' differ from what was
    predicted, shrunk towards the prediction where there are few. Between the middles of buckets
    the curve is straight.
    """
    middles = _corrected(_shifts(list(results)))
    points = [middles[0] - 1 / BUCKETS, *middles, middles[-1] + 1 / BUCKETS]
    return tuple(_between(points, step / STEPS * BUCKETS + 0.5) for step in range(STEPS + 1))


def expected(recall: Curve, predicted: float) -> float:
    """Look up a predicted recall, 0..1."""
    return recall[int(predicted * STEPS + 0.5)]


def predicted_for(recall: Curve, wanted: float) -> float:
    """Return the lowest prediction from which on at least so much is to be expected.

    It is above 0 and below 1, so that it can be turned into an interval.
    """
    reached = next((step for step, value in enumerate(recall) if value >= wanted), STEPS)
    return min(max(reached, 1), STEPS - 1) / STEPS


def _shifts(results: Sequence[Bucket]) -> list[float]:
    """By how much each bucket's predictions are off, doubted where few results are near."""
    shifts = []
    for number in range(BUCKETS):
        weights = [_NEARBY ** abs(number - bucket.number) for bucket in results]
        near = list(zip(weights, results, strict=True))
        seen = sum(weight * bucket.seen for weight, bucket in near)
        off = sum(weight * (bucket.passed - bucket.predicted) for weight, bucket in near)
        shifts.append(off / (seen + _DOUBT))
    return shifts


def _corrected(shifts: Sequence[float]) -> list[float]:
    """Each bucket's middle moved, and none above the next: worse predicted is never better."""
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
