"""True memories of simulated people: three models, none of them the scheduler's.

They share no code with recall's formulas on purpose, so that a mistake there is not repeated
here. Days are whole study days.
"""

from collections.abc import Callable, Sequence
from math import exp
from random import Random
from typing import Protocol

WEIGHTS_OF_MANY = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""FSRS-6's published weights."""

_PERTURBED = {2: 0.5, 6: 0.2, 8: 0.12, 9: 0.2, 10: 0.3, 11: 0.3, 13: 0.2, 14: 0.2, 20: 0.35}
"""Weights that differ between people, with the standard deviation of their logarithm."""

_EASE_SPREAD = 0.3

_MOST_RESOURCES = 400


class Mind(Protocol):
    """The true memory of one person."""

    def read(self, resource: int, day: int) -> None:
        """Record a first reading."""

    def recall(self, resource: int, day: int) -> float:
        """Return the probability that it is recalled on a day."""

    def revisit(self, resource: int, day: int, *, recalled: bool) -> None:
        """Record a revisit."""


class FsrsMind:
    """FSRS-6 with the given weights; a resource's ease multiplies its gain.

    Source: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
    """

    def __init__(self, weights: tuple[float, ...], eases: Sequence[float]) -> None:
        """Begin with nothing read."""
        self._w = weights
        self._eases = eases
        self._curve = 0.9 ** (-1 / weights[20]) - 1
        self._known: dict[int, tuple[float, float, int, float]] = {}

    def read(self, resource: int, day: int) -> None:
        """Rate every first reading good."""
        ease = self._eases[resource]
        self._known[resource] = (self._w[2] * ease, self._first(3), day, ease)

    def recall(self, resource: int, day: int) -> float:
        """Return a power of the elapsed time over the stability."""
        stability, _, last, _ = self._known[resource]
        return float((1 + self._curve * (day - last) / stability) ** -self._w[20])

    def revisit(self, resource: int, day: int, *, recalled: bool) -> None:
        """Rate it good or again, a day or more after the last visit."""
        stability, difficulty, _, ease = self._known[resource]
        chance = self.recall(resource, day)
        step = 0.0 if recalled else 2 * self._w[6]
        moved = difficulty + step * (10 - difficulty) / 9
        harder = min(max(self._w[7] * self._first(4) + (1 - self._w[7]) * moved, 1.0), 10.0)
        change = self._grown if recalled else self._fallen
        self._known[resource] = (change(stability, difficulty, chance, ease), harder, day, ease)

    def _first(self, rating: int) -> float:
        return self._w[4] - exp(self._w[5] * (rating - 1)) + 1

    def _grown(self, stability: float, difficulty: float, chance: float, ease: float) -> float:
        w = self._w
        spacing = exp(w[10] * (1 - chance)) - 1
        growth = exp(w[8]) * (11 - difficulty) * stability ** -w[9] * spacing
        return float(stability * (1 + growth * ease))

    def _fallen(self, stability: float, difficulty: float, chance: float, ease: float) -> float:
        w = self._w
        size = (stability + 1) ** w[13] - 1
        left = w[11] * difficulty ** -w[12] * size * exp(w[14] * (1 - chance)) * ease
        return float(max(min(left, stability / exp(w[17] * w[18])), 0.01))


class ExponentialMind:
    """Half-lives: forgetting is exponential, and a pass gains more the less likely it was.

    It agrees with FSRS on the first days after a reading (.9 after 2.3 days) and on little else:
    overdue resources are forgotten. A pass doubles the half-life at a recall of .8, and makes it
    3.5 times as long at .5 or less. A failure, after which the text is read again, halves it,
    but not below that of the first reading.
    """

    _HALF_LIFE, _GROWTH, _LOSS = 20.0, 2.5, 0.5

    def __init__(self, eases: Sequence[float]) -> None:
        """Begin with nothing read."""
        self._eases = eases
        self._known: dict[int, tuple[float, int]] = {}

    def read(self, resource: int, day: int) -> None:
        """Start with a half-life of about two weeks."""
        self._known[resource] = (self._HALF_LIFE * self._eases[resource], day)

    def recall(self, resource: int, day: int) -> float:
        """Return the recall, which halves with each half-life."""
        half_life, last = self._known[resource]
        return float(0.5 ** ((day - last) / half_life))

    def revisit(self, resource: int, day: int, *, recalled: bool) -> None:
        """Lengthen or shorten the half-life."""
        half_life, _ = self._known[resource]
        ease = self._eases[resource]
        if recalled:
            at_risk = min(1.0, 2 * (1 - self.recall(resource, day)))
            half_life *= 1 + self._GROWTH * ease * at_risk
        else:
            half_life = max(half_life * self._LOSS, self._HALF_LIFE * ease)
        self._known[resource] = (half_life, day)


def average(name: str) -> Mind:
    """Return FSRS-6 with its published weights, and easier and harder resources."""
    return FsrsMind(WEIGHTS_OF_MANY, _eases(Random(f"average {name}")))


def perturbed(name: str) -> Mind:
    """Return FSRS-6 with the person's own weights, and easier and harder resources."""
    draw = Random(f"perturbed {name}")
    weights = list(WEIGHTS_OF_MANY)
    for index, spread in _PERTURBED.items():
        weights[index] *= exp(draw.gauss(0.0, spread))
    return FsrsMind(tuple(weights), _eases(draw))


def exponential(name: str) -> Mind:
    """Return exponential forgetting, with easier and harder resources."""
    return ExponentialMind(_eases(Random(f"exponential {name}")))


def _eases(draw: Random) -> tuple[float, ...]:
    return tuple(exp(draw.gauss(0.0, _EASE_SPREAD)) for _ in range(_MOST_RESOURCES))


MINDS: dict[str, Callable[[str], Mind]] = {
    "fsrs": average,
    "perturbed": perturbed,
    "exponential": exponential,
}
"""The kinds of memory; each makes one from the name of its owner."""
