"""True memories of simulated people: four models, none of them the scheduler's.

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

_LOWEST = (
    *(0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001),
    *(0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1),
)
_HIGHEST = (
    *(100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)
"""py-fsrs's bounds."""

_FIRST_STABILITIES = 4

_EASE_SPREAD = 0.3

MOST_RESOURCES = 400
"""How many a person can have."""


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
        difficulty = min(max(self._first(3), 1.0), 10.0)
        self._known[resource] = (self._w[2] * ease, difficulty, day, ease)

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


class SbdMind:
    """Another family: forgetting slows with time passed, and a resource's failures add up.

    Source: https://doi.org/10.5281/zenodo.22727105, with seven numbers a person. Ease multiplies
    the first stability.
    """

    AVERAGE = (-2.803, 1.387, 1.739, -1.820, 0.530, -0.886, -1.394)
    SPREADS = (1.754, 1.234, 0.5, 0.546, 0.099, 1.169, 0.778)
    _GOOD, _AGAIN, _MOST_FAILED = 3, 1, 50.0

    def __init__(self, numbers: Sequence[float], eases: Sequence[float]) -> None:
        """Begin with nothing read."""
        low, high, k, alpha, c, v, log_delta = numbers
        self._low, self._ratio = exp(low), exp((high - low) / 3)
        self._power, self._scale, self._c = 1 / k, exp(alpha), c
        self._shift, self._delta = exp(v / k), exp(log_delta)
        self._eases = eases
        self._known: dict[int, tuple[float, int, float, int]] = {}

    def read(self, resource: int, day: int) -> None:
        """Rate every first reading good."""
        stability = self._low * self._ratio ** (self._GOOD - 1) * self._eases[resource]
        self._known[resource] = (stability, self._GOOD - 1, 0.0, day)

    def recall(self, resource: int, day: int) -> float:
        """Return a power of the age over the stability; its exponent grows with the failures."""
        stability, _, failed, _ = self._known[resource]
        exponent = self._scale * (self._delta + failed) ** self._c
        return float((1 + self._age(resource, day) / stability) ** -exponent)

    def revisit(self, resource: int, day: int, *, recalled: bool) -> None:
        """Rate it good or again."""
        stability, _, failed, _ = self._known[resource]
        if recalled:
            after = stability + self._age(resource, day)
            self._known[resource] = (after, self._GOOD - 1, failed, day)
        else:
            after = max(stability * (1 - self.recall(resource, day)) ** self._c, 1e-6)
            failed = min(self._MOST_FAILED, failed + 1)
            self._known[resource] = (after, self._AGAIN - 1, failed, day)

    def _age(self, resource: int, day: int) -> float:
        stability, grade, _, last = self._known[resource]
        since = float(max(0, day - last) ** self._power)
        return float(since + self._shift * self._ratio ** (-grade / 2) * stability**0.5)


def average(name: str) -> Mind:
    """Return FSRS-6 with its published weights, and easier and harder resources."""
    return FsrsMind(WEIGHTS_OF_MANY, eases_of(Random(f"average {name}")))


def perturbed(name: str) -> Mind:
    """Return FSRS-6 with the person's own weights, and easier and harder resources."""
    draw = Random(f"perturbed {name}")
    weights = list(WEIGHTS_OF_MANY)
    for index, spread in _PERTURBED.items():
        weights[index] *= exp(draw.gauss(0.0, spread))
    return FsrsMind(tuple(weights), eases_of(draw))


def exponential(name: str) -> Mind:
    """Return exponential forgetting, with easier and harder resources."""
    return ExponentialMind(eases_of(Random(f"exponential {name}")))


def sbd(name: str) -> Mind:
    """Return a memory of the family SBD, with numbers of its own, and easier and harder resources.

    k stays above 1 and c positive, without which the memory would not decay.
    """
    draw = Random(f"sbd {name}")
    spreads = zip(SbdMind.AVERAGE, SbdMind.SPREADS, strict=True)
    numbers = [draw.gauss(mean, spread) for mean, spread in spreads]
    numbers[1] = max(numbers[1], numbers[0])
    numbers[2], numbers[4] = max(numbers[2], 0.8), max(numbers[4], 0.1)
    return SbdMind(numbers, eases_of(draw))


def real(name: str, deviations: Sequence[Sequence[float]]) -> Mind:
    """Return FSRS-6 with the published weights and the deviations of somebody real from them.

    deviations has those of many people: logarithms of w0 to w3, then w4 to w16 as they are.
    """
    draw = Random(f"real {name}")
    mine = draw.choice(deviations)
    weights = list(WEIGHTS_OF_MANY)
    for index, deviation in enumerate(mine):
        weights[index] *= exp(deviation) if index < _FIRST_STABILITIES else 1
        weights[index] += 0 if index < _FIRST_STABILITIES else deviation
    bounds = zip(weights, _LOWEST, _HIGHEST, strict=True)
    return FsrsMind(tuple(min(max(w, low), high) for w, low, high in bounds), eases_of(draw))


def eases_of(draw: Random) -> tuple[float, ...]:
    """Draw by what the gain of each resource is multiplied: easier ones have more than 1."""
    return tuple(exp(draw.gauss(0.0, _EASE_SPREAD)) for _ in range(MOST_RESOURCES))


REAL = "real"
"""The kind of memory that needs the numbers of real people, which a file has."""

MINDS: dict[str, Callable[[str], Mind]] = {
    "fsrs": average,
    "perturbed": perturbed,
    "exponential": exponential,
    "sbd": sbd,
}
"""The kinds of memory; each makes one from the name of its owner."""
