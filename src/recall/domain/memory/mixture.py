"""A person's memory beside the average one's: three candidates, mixed by how well each predicted.

Every candidate begins with the recall that the parameter set in use predicts. The first leaves it
as it is; the two others add an offset to its log-odds, which follows the person's outcomes slowly
or quickly. Each is judged only by predictions that it made before the review was seen.

docs/decisions/0043-mixture.md says why these three, and `python -m bench.memory` measures them.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp, isfinite, log
from typing import NamedTuple

SLOW, QUICK = 0.03, 0.1
"""The share of each surprise that the two offsets learn."""

LEAST_REVISITS = 20
"""After fewer, the person is taken for the average one: a handful says nothing."""

_KEPT = 0.99
"""The share of what is known of the candidates that each further review leaves."""

_SURE = 1e-6
"""Recall stays this far from 0 and 1."""

_LEAST_ODDS = -700.0
"""Log-odds below which exp() would overflow."""

_HALVINGS = 40
_FURTHEST = 50.0
"""No log leads to an offset beyond this; one that is stored is damaged."""


class Mixture(NamedTuple):
    """What is known of a person's memory: two offsets in log-odds, and a score of each candidate.

    The offsets are added to the log-odds of the recall that the set in use predicts. A score is
    the sum of ln(the probability given to what happened), with the latest reviews counting most;
    a candidate's share of the prediction goes by exp(score). Without reviews there are no offsets,
    and the prediction is that of the set in use; its candidate starts one ahead.
    """

    slow: float = 0.0
    quick: float = 0.0
    plain_score: float = 1.0
    slow_score: float = 0.0
    quick_score: float = 0.0

    def recall(self, predicted: float) -> float:
        """Return the probability of recall, 0..1, if the set in use predicts this one."""
        if self.is_average:
            return predicted
        plain, slow, quick = self.shares()
        odds = _log_odds(predicted)
        return (
            plain * _chance(odds)
            + slow * _chance(odds + self.slow)
            + quick * _chance(odds + self.quick)
        )

    def predicted_at(self, recall: float) -> float:
        """Return the prediction of the set in use at which the recall is this one: the inverse."""
        if self.is_average:
            return recall
        shares, offsets = self.shares(), self.offsets()
        wanted = _log_odds(recall)
        low, high = wanted - max(offsets), wanted - min(offsets)
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            found = sum(
                share * _chance(middle + offset)
                for share, offset in zip(shares, offsets, strict=True)
            )
            low, high = (middle, high) if found < recall else (low, middle)
        return min(max(_chance((low + high) / 2), _SURE), 1 - _SURE)

    def offsets(self) -> tuple[float, float, float]:
        """Return the offset of each candidate; the first has none."""
        return 0.0, self.slow, self.quick

    def shares(self) -> tuple[float, float, float]:
        """Return each candidate's share of the prediction; they add up to 1."""
        return _shares(*self[2:])

    def after(self, predicted: float, *, recalled: bool) -> "Mixture":
        """Return what is known after a review that the set in use predicted so."""
        odds = _log_odds(predicted)
        chances = [_chance(odds + offset) for offset in self.offsets()]
        plain, slow, quick = (
            _KEPT * score + log(max(chance if recalled else 1 - chance, _SURE))
            for score, chance in zip(self[2:], chances, strict=True)
        )
        return Mixture(
            slow=self.slow + SLOW * (recalled - chances[1]),
            quick=self.quick + QUICK * (recalled - chances[2]),
            plain_score=plain,
            slow_score=slow,
            quick_score=quick,
        )

    @property
    def is_average(self) -> bool:
        """Whether nothing is learnt yet."""
        return self.slow == 0 == self.quick

    @property
    def is_sound(self) -> bool:
        """Whether a log can have led to it; one that was stored may be damaged."""
        return all(map(isfinite, self)) and max(map(abs, self[:2])) <= _FURTHEST


AVERAGE = Mixture()
"""Nothing is known of the person yet."""


def learnt(judged: Sequence[tuple[float, bool]]) -> Mixture:
    """Return what is known after reviews: what the set in use predicted, and whether it passed.

    After fewer than LEAST_REVISITS nothing is known.
    """
    if len(judged) < LEAST_REVISITS:
        return AVERAGE
    known = AVERAGE
    for predicted, recalled in judged:
        known = known.after(predicted, recalled=recalled)
    return known


def in_advance(judged: Iterable[tuple[float, bool]]) -> list[tuple[float, bool]]:
    """Return the prediction of each review from those before it, and whether it passed."""
    known, found = AVERAGE, list[tuple[float, bool]]()
    for count, (predicted, recalled) in enumerate(judged):
        expected = predicted if count < LEAST_REVISITS else known.recall(predicted)
        found.append((expected, recalled))
        known = known.after(predicted, recalled=recalled)
    return found


def to_text(mixture: Mixture) -> str | None:
    """Write its five numbers; None if nothing is known of the person."""
    return None if mixture.is_average else " ".join(map(repr, mixture))


def from_text(text: str | None) -> Mixture:
    """Read what `to_text` wrote; ValueError if that is damaged."""
    if text is None:
        return AVERAGE
    try:
        read = Mixture._make(map(float, text.split()))
    except TypeError:
        raise ValueError(f"{text!r} is no mixture") from None
    if not read.is_sound:
        raise ValueError(f"{text!r} is no mixture")
    return read


@lru_cache(maxsize=4)
def _shares(*scores: float) -> tuple[float, float, float]:
    """Return each score's share; a year's simulation asks for the same ones all the time."""
    best = max(scores)
    plain, slow, quick = (exp(score - best) for score in scores)
    whole = plain + slow + quick
    return plain / whole, slow / whole, quick / whole


def _log_odds(chance: float) -> float:
    within = min(max(chance, _SURE), 1 - _SURE)
    return log(within / (1 - within))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(odds, _LEAST_ODDS)))
