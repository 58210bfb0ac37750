"""Predicted against actual recall: how far the model's probabilities can be believed."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import fsum, inf, log, sqrt
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

    @property
    def rmse(self) -> float | None:
        """How far the recall of the bands lies from their predictions, 0..1; None without any.

        The root of the mean squared difference, each band by its number of revisits.
        """
        if not self.revisits:
            return None
        squares = (
            band.revisits * ((band.recalled or 0.0) - (band.predicted or 0.0)) ** 2
            for band in self.bands
        )
        return sqrt(fsum(squares) / self.revisits)


def measure(judged: Sequence[Judged]) -> Accuracy:
    """Compare predictions with their outcomes."""
    if not judged:
        return Accuracy()
    passed, failed = _apart(judged)
    recalled = len(passed) / len(judged)
    return Accuracy(
        revisits=len(judged),
        predicted=(fsum(passed) + fsum(failed)) / len(judged),
        recalled=recalled,
        log_loss=_log_loss(passed, failed),
        log_loss_constant=_log_loss_of_constant(recalled),
        bands=tuple(
            _band(low, high, _within(passed, low, high), _within(failed, low, high))
            for low, high in pairwise(EDGES)
        ),
    )


def log_loss(judged: Sequence[Judged]) -> float:
    """Return the mean of -ln(the probability given to what happened); judged is not empty."""
    return _log_loss(*_apart(judged))


def _apart(judged: Sequence[Judged]) -> tuple[list[float], list[float]]:
    """Return the predictions of what was passed, and of what was not, each from the lowest on."""
    passed = [predicted for predicted, is_passed in judged if is_passed]
    failed = [predicted for predicted, is_passed in judged if not is_passed]
    return sorted(passed), sorted(failed)


def _log_loss(passed: Sequence[float], failed: Sequence[float]) -> float:
    """Return the log loss of predictions, from the lowest to the highest."""
    given = _sum_of_logs(passed) + _sum_of_logs([1 - predicted for predicted in reversed(failed)])
    return -given / (len(passed) + len(failed))


def _sum_of_logs(ordered: Sequence[float]) -> float:
    """Return the sum of ln(p), with every p kept away from 0 and 1.

    The p are in order, because then only two places are looked for, in up to 40,000 of them.
    """
    most = 1 - _SURE
    first, end = bisect_left(ordered, _SURE), bisect_left(ordered, most)
    ends = first * log(_SURE) + (len(ordered) - end) * log(most)
    return fsum(map(log, ordered[first:end])) + ends


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


def _within(ordered: Sequence[float], low: float, high: float) -> Sequence[float]:
    """Return the part of a band; the last one has 1 in it too."""
    end = inf if high == EDGES[-1] else high
    return ordered[bisect_left(ordered, low) : bisect_left(ordered, end)]


def _band(low: float, high: float, passed: Sequence[float], failed: Sequence[float]) -> Band:
    count = len(passed) + len(failed)
    if not count:
        return Band(low, high, 0)
    recalled_low, recalled_high = wilson(len(passed), count)
    return Band(
        low,
        high,
        revisits=count,
        predicted=(fsum(passed) + fsum(failed)) / count,
        recalled=len(passed) / count,
        recalled_low=recalled_low,
        recalled_high=recalled_high,
    )
