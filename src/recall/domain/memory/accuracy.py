"""Predicted against actual recall: how far the model's probabilities can be believed."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import log, sqrt
from statistics import fmean
from typing import NamedTuple

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""The edges of the bands; a band includes its lower edge, and the last band includes 1 too."""

_SURE = 1e-6
"""Predictions stay this far from 0 and 1, so that a miss predicted as sure costs 13.8, not ∞."""

_Z = 1.959963984540054
"""The normal quantile of a 95 % interval."""

Judged = tuple[float, bool]
"""A predicted recall, 0..1, and whether the revisit was passed."""


class Band(NamedTuple):
    """The revisits whose predicted recall was between low and high.

    predicted is their mean prediction and recalled the share that was passed, with its 95 %
    Wilson interval; all four are None in an empty band.
    """

    low: float
    high: float
    revisits: int
    predicted: float | None = None
    recalled: float | None = None
    recalled_low: float | None = None
    recalled_high: float | None = None


class Accuracy(NamedTuple):
    """Predicted against actual recall of some revisits; without revisits, None and no bands.

    log_loss is that of the predictions. log_loss_constant is the log loss of predicting the
    passed share for every revisit: the best constant, which is known only afterwards. Lower is
    better; a model that is not below the constant cannot tell the revisits apart.
    """

    revisits: int = 0
    predicted: float | None = None
    recalled: float | None = None
    log_loss: float | None = None
    log_loss_constant: float | None = None
    bands: tuple[Band, ...] = ()


def measure(judged: Sequence[Judged]) -> Accuracy:
    """Compare predictions with their outcomes."""
    if not judged:
        return Accuracy()
    bands: list[list[Judged]] = [[] for _ in pairwise(EDGES)]
    for one in judged:
        bands[bisect_right(EDGES, one[0], hi=len(bands)) - 1].append(one)
    recalled = _share_passed(judged)
    return Accuracy(
        revisits=len(judged),
        predicted=fmean([predicted for predicted, _ in judged]),
        recalled=recalled,
        log_loss=log_loss(judged),
        log_loss_constant=_log_loss_of_constant(recalled),
        bands=tuple(
            _band(low, high, held) for (low, high), held in zip(pairwise(EDGES), bands, strict=True)
        ),
    )


def log_loss(judged: Sequence[Judged]) -> float:
    """Return the mean of -ln(the probability given to what happened); judged is not empty."""
    most = 1 - _SURE
    return -fmean([log(min(most, max(_SURE, p if passed else 1 - p))) for p, passed in judged])


def wilson(passed: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, 0..1; count is at least 1.

    Wilson's score interval: it stays within 0..1 and is meaningful for few revisits too.
    Source: E. B. Wilson (1927), Probable inference, JASA 22, 209-212.
    """
    share, z2 = passed / count, _Z**2
    center = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = _Z * sqrt(share * (1 - share) / count + z2 / (4 * count**2)) / (1 + z2 / count)
    return max(0.0, min(share, center - half)), min(1.0, max(share, center + half))


def _log_loss_of_constant(share: float) -> float:
    """Return the log loss of predicting `share` each time, if that is the share that passed."""
    return log_loss([(share, True)]) * share + log_loss([(share, False)]) * (1 - share)


def _share_passed(judged: Sequence[Judged]) -> float:
    return sum([passed for _, passed in judged]) / len(judged)


def _band(low: float, high: float, held: Sequence[Judged]) -> Band:
    if not held:
        return Band(low, high, 0)
    predicted = fmean([predicted for predicted, _ in held])
    passed = sum([passed for _, passed in held])
    recalled_low, recalled_high = wilson(passed, len(held))
    return Band(
        low,
        high,
        revisits=len(held),
        predicted=predicted,
        recalled=passed / len(held),
        recalled_low=recalled_low,
        recalled_high=recalled_high,
    )
