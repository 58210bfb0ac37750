"""How much better a person's own memory model predicted than the set in use alone, and how sure."""

from collections.abc import Sequence
from math import log, sqrt
from statistics import fmean, stdev
from typing import Literal, NamedTuple

from recall.domain.memory.accuracy import Judged
from recall.domain.memory.mixture import in_advance

_SURE, _LIKELY = 2.0, 1.0
"""Standard errors."""

_LEAST = 1e-6
"""The probability that what happened is taken to have been given at least."""

_FEW = 25
"""Revisits, before which a difference is taken for chance."""

Verdict = Literal["better", "probably better", "not known", "probably worse", "worse"]


class ModelGain(NamedTuple):
    """Predictions of revisits, each made before it was seen; losses are mean log losses.

    recalled is the share that was passed; expected and expected_plain are the means of the
    predictions by the mixture and by the set in use alone. gain is by how much the loss of the
    mixture is lower, and error the standard error of that, None for a single revisit.
    """

    revisits: int
    recalled: float
    expected: float
    expected_plain: float
    log_loss: float
    log_loss_plain: float
    gain: float
    error: float | None

    @property
    def verdict(self) -> Verdict:
        """Return in words how sure it is that the mixture predicts better."""
        if self.revisits < _FEW or not self.error or abs(self.gain) < _LIKELY * self.error:
            return "not known"
        is_sure = abs(self.gain) >= _SURE * self.error
        if self.gain > 0:
            return "better" if is_sure else "probably better"
        return "worse" if is_sure else "probably worse"


def compared(judged: Sequence[Judged]) -> ModelGain | None:
    """Compare predictions of the set in use, in the order of time, with those of the mixture.

    None without revisits.
    """
    if not judged:
        return None
    known = in_advance(judged)
    losses, plain = list(map(_loss, known)), list(map(_loss, judged))
    gains = [before - after for before, after in zip(plain, losses, strict=True)]
    return ModelGain(
        revisits=len(judged),
        recalled=fmean(recalled for _, recalled in judged),
        expected=fmean(predicted for predicted, _ in known),
        expected_plain=fmean(predicted for predicted, _ in judged),
        log_loss=fmean(losses),
        log_loss_plain=fmean(plain),
        gain=fmean(gains),
        error=stdev(gains) / sqrt(len(gains)) if len(gains) > 1 else None,
    )


def _loss(judged: Judged) -> float:
    predicted, recalled = judged
    return -log(max(predicted if recalled else 1 - predicted, _LEAST))
