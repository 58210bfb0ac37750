"""One simulated person: minutes, days off, and the luck of revisits.

Everything is drawn from the person's number in advance, so that every policy gets the same person.
"""

from math import exp, log
from random import Random

DAYS = 450
"""A year and twelve weeks: by then all 300 readings of the task `keep` have been added."""

BREAK_DAYS = 30
_BREAK_BETWEEN = (150, 270)
_MISSED = 0.1

_TYPICAL_READING, _READING_SPREAD = 15.0, 0.8
_READINGS = (5.0, 90.0)
_TIME_SPREAD = 0.25
"""Standard deviation of the logarithm of a visit's actual over its expected minutes."""

RECALLED_SHARE, FAILED_SHARE = 0.25, 0.7
"""A revisit's share of the first reading's minutes."""


class Person:
    """A person, by number, with a list of `resources` resources."""

    def __init__(self, number: int, resources: int) -> None:
        """Draw the lengths of the readings, the days off and the break."""
        self.number = number
        draw = Random(f"person {number}")
        self.minutes = tuple(_reading(draw) for _ in range(resources))
        self.break_start = draw.randint(*_BREAK_BETWEEN)
        self._missed = tuple(draw.random() < _MISSED for _ in range(DAYS))
        self._visits: list[list[tuple[float, float]]] = [[] for _ in range(resources)]
        self._draws = [Random(f"visits {number} {one}") for one in range(resources)]

    def revisit_minutes(self, resource: int) -> float:
        """Return the expected minutes of a recalled revisit."""
        return self.minutes[resource] * RECALLED_SHARE

    def away(self, day: int) -> bool:
        """Return whether the day lies in the long break."""
        return self.break_start <= day < self.break_start + BREAK_DAYS

    def active(self, day: int) -> bool:
        """Return whether anything is done on the day."""
        return not (self._missed[day] or self.away(day))

    def visit(self, resource: int, nth: int) -> tuple[float, float]:
        """Return the luck (0..1, recalled if below true recall) and time factor of a visit."""
        drawn, draw = self._visits[resource], self._draws[resource]
        while len(drawn) <= nth:
            drawn.append((draw.random(), exp(draw.gauss(0.0, _TIME_SPREAD))))
        return drawn[nth]


def _reading(draw: Random) -> float:
    shortest, longest = _READINGS
    minutes = exp(draw.gauss(log(_TYPICAL_READING), _READING_SPREAD))
    return min(max(minutes, shortest), longest)
