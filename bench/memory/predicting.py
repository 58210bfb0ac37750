"""Predictions of a log by each candidate, and how they came true by bands of revisits.

Beside the candidates stand two that see more than a model can: the single offset that was best for
the whole log, which is known only afterwards, and the truth of simulated people.
"""

from collections.abc import Mapping, Sequence
from math import exp, inf, log
from statistics import fmean, stdev
from typing import NamedTuple

from bench.memory.history import History
from recall.domain.memory.accuracy import Judged, log_loss
from recall.domain.memory.mixture import QUICK, SLOW, in_advance
from recall.domain.memory.rated_log import replay
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

BANDS = ((1, 25), (26, 50), (51, 100), (101, 200), (201, 400), (401, inf))
"""The first and the last revisit of each band."""

DEFAULT, MIXTURE = "default", "mixture"
CANDIDATES = (DEFAULT, MIXTURE, f"offset {SLOW}", f"offset {QUICK}")
BEST_OFFSET, TRUTH = "best offset", "truth"

_STEPS = 30
_OFFSET_SPREAD = 2.0
"""The standard deviation of offsets between people that keeps a log of passes only finite."""

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


def predictions(history: History) -> Mapping[str, Sequence[Judged]]:
    """Return what each candidate predicted of each revisit, from those before it.

    The best offset has seen all of them, and the truth is there if it is known.
    """
    judged = replay(history.log, DEFAULT_WEIGHTS).judged
    found = {
        DEFAULT: judged,
        MIXTURE: in_advance(judged),
        f"offset {SLOW}": _offset(judged, SLOW),
        f"offset {QUICK}": _offset(judged, QUICK),
        BEST_OFFSET: _best_offset(judged),
    }
    if history.truths is not None:
        passes = (recalled for _, recalled in judged)
        found[TRUTH] = list(zip(history.truths, passes, strict=True))
    return found


def outcomes(histories: Sequence[History]) -> dict[str, dict[tuple[float, float], Outcome]]:
    """Return the outcome of each candidate in each band that any log reaches."""
    found = [predictions(history) for history in histories]
    names = found[0] if found else ()
    return {
        name: {band: one for band in BANDS if (one := _outcome(found, name, band)) is not None}
        for name in names
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
        own = _chance(_log_odds(predicted) + offset)
        found.append((own, recalled))
        offset += rate * (recalled - own)
    return found


def _best_offset(judged: Sequence[Judged]) -> list[Judged]:
    """Return the predictions with the offset that fits all of them best, by Newton's steps."""
    odds, offset = [_log_odds(predicted) for predicted, _ in judged], 0.0
    passed = sum(recalled for _, recalled in judged)
    for _ in range(_STEPS):
        chances = [_chance(one + offset) for one in odds]
        slope = passed - sum(chances) - offset / _OFFSET_SPREAD**2
        bend = sum(chance * (1 - chance) for chance in chances) + 1 / _OFFSET_SPREAD**2
        offset += max(-1.0, min(1.0, slope / bend))
    return [
        (_chance(one + offset), recalled) for one, (_, recalled) in zip(odds, judged, strict=True)
    ]


def _log_odds(chance: float) -> float:
    within = min(max(chance, 1e-6), 1 - 1e-6)
    return log(within / (1 - within))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))
