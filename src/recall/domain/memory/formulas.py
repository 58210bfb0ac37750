"""FSRS-6's formulas in plain floats, fast enough to simulate many cards many times.

Real reviews always go through py-fsrs (`scheduling`); a test compares the two. Source:
https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
"""

from math import exp

from recall.domain.library.card import Rating
from recall.domain.memory.forgetting_curve import decay_and_factor
from recall.domain.memory.weights import Weights

LEAST_STABILITY_DAYS = 0.001
"""Days."""

_EASIEST, _HARDEST = 1.0, 10.0


class Formulas:
    """The formulas under 21 weights: stability is in days, difficulty 1..10, recall 0..1.

    They are for reviews a day or more apart.
    """

    def __init__(self, weights: Weights) -> None:
        """Precompute the terms that do not depend on a card."""
        self.weights = w = weights
        self.decay, self.factor = decay_and_factor(w)
        self._gain = exp(w.w8)
        self._bonus = {Rating.HARD: w.w15, Rating.GOOD: 1.0, Rating.EASY: w.w16}
        self._most_after_failure = exp(w.w17 * w.w18)
        self._easy = self._first_difficulty(Rating.EASY)

    def retrievability(self, stability: float, days: float) -> float:
        """Return the probability of recall, `days` days after a review."""
        return float((1 + self.factor * days / stability) ** self.decay)

    def interval(self, stability: float, retention: float) -> float:
        """Return the days, not rounded, until recall falls to a retention."""
        return float(stability / self.factor * (retention ** (1 / self.decay) - 1))

    def whole_days(self, stability: float, retention: float, longest: int) -> int:
        """Return the interval as a review sets it: whole days, 1..longest."""
        return max(1, round(min(self.interval(stability, retention), longest)))

    def first(self, rating: Rating) -> tuple[float, float]:
        """Return stability and difficulty after a first review."""
        w = self.weights
        stability = max((w.w0, w.w1, w.w2, w.w3)[rating - 1], LEAST_STABILITY_DAYS)
        return stability, _clamped(self._first_difficulty(rating))

    def after_pass(
        self, stability: float, difficulty: float, recall: float, rating: Rating = Rating.GOOD
    ) -> float:
        """Return the stability after a passed revisit; recall is the predicted one, 0..1."""
        w = self.weights
        growth: float = (
            self._gain * (11 - difficulty) * stability**-w.w9 * (exp(w.w10 * (1 - recall)) - 1)
        )
        return max(stability * (1 + growth * self._bonus[rating]), LEAST_STABILITY_DAYS)

    def after_failure(self, stability: float, difficulty: float, recall: float) -> float:
        """Return the stability after a failed revisit; recall is the predicted one, 0..1."""
        w = self.weights
        new: float = (
            w.w11 * difficulty**-w.w12 * ((stability + 1) ** w.w13 - 1) * exp(w.w14 * (1 - recall))
        )
        return max(min(new, stability / self._most_after_failure), LEAST_STABILITY_DAYS)

    def revisited(
        self, stability: float, difficulty: float, recall: float, rating: Rating
    ) -> tuple[float, float]:
        """Return stability and difficulty after a revisit with any rating."""
        if rating is Rating.AGAIN:
            after = self.after_failure(stability, difficulty, recall)
        else:
            after = self.after_pass(stability, difficulty, recall, rating)
        return after, self.next_difficulty(difficulty, rating)

    def next_difficulty(self, difficulty: float, rating: Rating) -> float:
        """Return the difficulty after a revisit."""
        w = self.weights
        moved = difficulty - w.w6 * (rating - 3) * (10 - difficulty) / 9
        return _clamped(w.w7 * self._easy + (1 - w.w7) * moved)

    def _first_difficulty(self, rating: Rating) -> float:
        return self.weights.w4 - exp(self.weights.w5 * (rating - 1)) + 1


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, _EASIEST), _HARDEST)
