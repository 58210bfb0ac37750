"""The forgetting curve in plain floats, for the paths that must not load py-fsrs.

Source: FSRS-6, https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
R(t, S) = (1 + F * t / S) ** DECAY, where DECAY is minus the last weight and F makes
R(S, S) = 0.9.
"""

from recall.domain.library.card import Memory
from recall.domain.memory.weights import Weights


def decay_and_factor(weights: Weights) -> tuple[float, float]:
    """Return DECAY and F of the forgetting curve of FSRS-6's weights."""
    decay = -weights.w20
    return decay, 0.9 ** (1 / decay) - 1


def retrievability(memory: Memory, days: float, weights: Weights) -> float:
    """Return the probability of recall, 0..1, days after the last review.

    days may be a fraction (py-fsrs counts whole days); before the last review it is 1.
    """
    decay, factor = decay_and_factor(weights)
    return float((1 + factor * max(0.0, days) / memory.stability) ** decay)
