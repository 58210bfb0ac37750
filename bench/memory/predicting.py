"""Predictions of a log by each candidate, and how they came true by bands of revisits."""

from collections.abc import Mapping, Sequence
from math import exp, inf, log
from statistics import fmean, stdev
from typing import NamedTuple

from recall.domain.memory.accuracy import Judged, log_loss
from recall.domain.memory.mixture import QUICK, SLOW, in_advance
from recall.domain.memory.rated_log import Rated, replay
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

BANDS = ((1, 25), (26, 50), (51, 100), (101, 200), (201, 400), (401, inf))
"""The first and the last revisit of each band."""

DEFAULT, MIXTURE = "default", "mixture"
CANDIDATES = (DEFAULT, MIXTURE, f"offset {SLOW}", f"offset {QUICK}")

WORSE_BY = 0.01
"""Log loss, by which somebody counts as made worse."""


class Outcome(NamedTuple):
    """One candidate in one band, over several logs.

    loss is the mean of the logs' log losses, change its difference from the default's with its
    standard error, worse the share of logs made worse by more than WORSE_BY. expected and
    recalled are means over all revisits of the band.
    """

    logs: int
    revisits: int
    loss: float
    change: float
    error: float
    worse: float
    expected: float
    recalled: float


def predictions(log_: Sequence[Rated]) -> Mapping[str, Sequence[Judged]]:
    """Return what each candidate predicted of each revisit, from those before it."""
    judged = replay(log_, DEFAULT_WEIGHTS).judged
    return dict(
        zip(
            CANDIDATES,
            (judged, in_advance(judged), _offset(judged, SLOW), _offset(judged, QUICK)),
            strict=True,
        )
    )


def outcomes(logs: Sequence[Sequence[Rated]]) -> dict[str, dict[tuple[float, float], Outcome]]:
    """Return the outcome of each candidate in each band that any log reaches."""
    found = [predictions(one) for one in logs]
    return {
        name: {band: one for band in BANDS if (one := _outcome(found, name, band)) is not None}
        for name in CANDIDATES
    }


def _outcome(
    found: Sequence[Mapping[str, Sequence[Judged]]], name: str, band: tuple[float, float]
) -> Outcome | None:
    """Compare a candidate with the default over the logs that reach a band, its parts too."""
    parts = [(_part(one[name], band), _part(one[DEFAULT], band)) for one in found]
    parts = [(own, plain) for own, plain in parts if own]
    if not parts:
        return None
    changes = [log_loss(own) - log_loss(plain) for own, plain in parts]
    every = [one for own, _ in parts for one in own]
    return Outcome(
        logs=len(parts),
        revisits=len(every),
        loss=fmean(log_loss(own) for own, _ in parts),
        change=fmean(changes),
        error=stdev(changes) / len(changes) ** 0.5 if len(changes) > 1 else 0.0,
        worse=fmean(change > WORSE_BY for change in changes),
        expected=fmean(predicted for predicted, _ in every),
        recalled=fmean(recalled for _, recalled in every),
    )


def _part(judged: Sequence[Judged], band: tuple[float, float]) -> Sequence[Judged]:
    first, last = band
    return judged[int(first) - 1 : None if last == inf else int(last)]


def _offset(judged: Sequence[Judged], rate: float) -> list[Judged]:
    """Return the predictions with one offset alone, from the first revisit on."""
    offset, found = 0.0, list[Judged]()
    for predicted, recalled in judged:
        within = min(max(predicted, 1e-6), 1 - 1e-6)
        own = 1 / (1 + exp(-(log(within / (1 - within)) + offset)))
        found.append((own, recalled))
        offset += rate * (recalled - own)
    return found
