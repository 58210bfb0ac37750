"""How long a person remembers beside the average one, told from the log of ratings.

For a memory that is twice as long, days count half. The log is replayed with several such factors,
and each counts by how well it predicted what happened. Predictions by the parameters alone do not
show this for long: stability falls with each failure, so that they come true in the end even for
somebody who forgets fast.
"""

from collections.abc import Sequence
from math import exp, log
from typing import Literal, NamedTuple

from recall.domain.memory.accuracy import log_loss
from recall.domain.memory.mixture import LEAST_REVISITS
from recall.domain.memory.rated_log import Rated, replay
from recall.domain.memory.weights import Weights

FACTORS = (0.25, 0.5, 1.0, 2.0, 4.0)
"""A quarter to four times as long as the average memory; the middle is as long."""

_SPREAD = 1.2
"""The standard deviation of a factor's logarithm between people, that of first stabilities."""

MOST_RATINGS = 400
"""How many of a log, the first, tell it; more would take longer and say little more."""

_POSSIBLE, _PROBABLE, _SURE = 2 / 3, 7 / 8, 19 / 20
"""Probabilities of a certainty: odds of 2, 7 and 19 to 1. Below 7 to 1 it may be chance."""

Certainty = Literal["none", "possible", "probable", "sure"]


class MemoryLength(NamedTuple):
    """How many times as long as the average person somebody remembers.

    longer and shorter are the probabilities (0..1) that it is closer to twice, or half, as long or
    further away than that, so that with many revisits both may be small.
    """

    times: float
    longer: float
    shorter: float

    @property
    def certainty(self) -> Certainty:
        """How certain it is that the person remembers longer, or forgets sooner, than most."""
        likeliest = max(self.longer, self.shorter)
        if likeliest < _POSSIBLE:
            return "none"
        if likeliest < _PROBABLE:
            return "possible"
        return "probable" if likeliest < _SURE else "sure"

    @property
    def is_alike(self) -> bool:
        """Whether the person may well remember about as long as most."""
        return 1 - self.longer - self.shorter >= _POSSIBLE


def memory_length(ratings: Sequence[Rated], weights: Weights) -> MemoryLength | None:
    """Tell the length of a memory from a checked log; None if it has too few revisits."""
    first = ratings[:MOST_RATINGS]
    judged = [replay(first, weights, slower=factor).judged for factor in FACTORS]
    if len(judged[0]) < LEAST_REVISITS:
        return None
    scores = [
        -log_loss(pairs) * len(pairs) - (log(factor) / _SPREAD) ** 2 / 2
        for factor, pairs in zip(FACTORS, judged, strict=True)
    ]
    likely = [exp(score - max(scores)) for score in scores]
    shares = [share / sum(likely) for share in likely]
    middle = len(FACTORS) // 2
    mean = sum(share * log(factor) for share, factor in zip(shares, FACTORS, strict=True))
    return MemoryLength(exp(mean), sum(shares[middle + 1 :]), sum(shares[:middle]))
