"""When a revisit is to come: by the average person's memory, by one's own, or by the truth."""

from collections.abc import Callable
from typing import Literal

from bench.lived.planners.ranking import FORMULAS
from recall.domain.memory.mixture import AVERAGE, LEAST_REVISITS, Mixture

Dates = Literal["average", "personal", "truth"]

LONGEST_DAYS = 365


class Dating:
    """Sets intervals, and learns from revisits; a day uses what was known before it."""

    def __init__(self, dates: Dates, retention: float) -> None:
        """Know nothing of the person."""
        self._dates, self._retention = dates, retention
        self._known: Mixture = AVERAGE
        self._tomorrow: Mixture = AVERAGE
        self._learnt = 0
        self._at = retention
        self.true_recall: Callable[[int, int], float] | None = None

    def begin(self) -> None:
        """Begin a day."""
        if self._dates == "personal" and self._learnt >= LEAST_REVISITS:
            self._known = self._tomorrow
            self._at = self._known.predicted_at(self._retention)

    def learn(self, predicted: float, *, recalled: bool) -> None:
        """Learn from a revisit that the average person's memory predicted."""
        self._tomorrow = self._tomorrow.after(predicted, recalled=recalled)
        self._learnt += 1

    def days(self, number: int, stability: float, today: int) -> int:
        """Return in how many days a resource that was graded today is to come back."""
        if self._dates == "truth":
            return self._true_days(number, today)
        return FORMULAS.whole_days(stability, self._at, LONGEST_DAYS)

    def _true_days(self, number: int, today: int) -> int:
        """Return the first day on which the true recall falls to what is wanted."""
        assert self.true_recall is not None
        first, last = 1, LONGEST_DAYS
        while first < last:
            middle = (first + last) // 2
            if self.true_recall(number, today + middle) <= self._retention:
                last = middle
            else:
                first = middle + 1
        return first
