"""Computes reviews: FSRS-6 on study dates. The only module that imports fsrs.

Import it inside functions: importing py-fsrs takes as long as several interpreter starts.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, cast

import fsrs
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

from recall.domain.calendar.study_day import noon
from recall.domain.library.card import Memory, Rating
from recall.domain.memory.forgetting_curve import retrievability
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.mixture import AVERAGE, Mixture
from recall.domain.memory.retention import LEAST_RETENTION, MOST_RETENTION
from recall.domain.memory.weights import Weights
from recall.errors import BadInput

DEFAULT_WEIGHTS = Weights(*DEFAULT_PARAMETERS)
LONGEST_INTERVAL_DAYS = 36500


class Model(NamedTuple):
    """The settings of FSRS: 21 weights, the desired retention, the maximum interval in days.

    mixture is what is known of the person besides; it changes intervals, and no memory.
    """

    weights: Weights = DEFAULT_WEIGHTS
    desired_retention: float = 0.90
    maximum_interval: int = 365
    mixture: Mixture = AVERAGE

    def checked(self) -> "Model":
        """Return the same model with its weights by name; BadInput names what is out of range.

        py-fsrs accepts a retention of 1.5 or a cap of 0 without complaint, hence the check.
        """
        weights = _checked_weights(self.weights)
        _check_retention(self.desired_retention)
        _check_interval(self.maximum_interval)
        return self._replace(weights=weights)


class Outcome(NamedTuple):
    """The result of one review.

    interval is the model's, in whole days, 1..maximum_interval, before load balancing.
    elapsed (whole study days since the last review) and retrievability (predicted at this
    review, 0..1) are None at the first review, unless the day of a reading before it is known.
    """

    memory: Memory
    interval: int
    elapsed: int | None
    retrievability: float | None


def review(memory: Memory | None, rating: Rating, on: date, model: Model) -> Outcome:
    """Return the outcome of a rating on a study date; memory is None at a first reading.

    Raises BadInput for an unknown rating, a date before the last review, a model out of range,
    or a next date beyond the calendar.
    """
    graded = _checked_rating(rating)
    elapsed = _days_since(memory, on)
    try:
        scheduler = _scheduler(model._replace(mixture=AVERAGE))
        card, _ = scheduler.review_card(_card(memory, on), graded, noon(on))
    except OverflowError:
        message = f"a review on {on} would come back after year 9999; date it earlier"
        raise BadInput(message) from None
    # py-fsrs types both as optional, but every review sets them.
    stability, difficulty = cast("float", card.stability), cast("float", card.difficulty)
    return Outcome(
        memory=Memory(stability, difficulty, on),
        interval=_interval(stability, (card.due - noon(on)).days, model),
        elapsed=elapsed,
        retrievability=_predicted(memory, elapsed, model),
    )


def read_before(days: int | None, on: date, model: Model) -> Memory | None:
    """Return the memory of a resource read some days before a study date, and not graded since.

    It is that of a good first reading; None if the days are not known.
    """
    if days is None:
        return None
    try:
        return review(None, Rating.GOOD, on - timedelta(days=days), model).memory
    except OverflowError:
        raise BadInput(f"there is no day {days} days before {on}") from None


def preview(memory: Memory | None, on: date, model: Model) -> dict[Rating, Outcome]:
    """Return the outcome of each of the four ratings, in their order."""
    return {rating: review(memory, rating, on, model) for rating in Rating}


def replay(
    reviews: Iterable[tuple[date, Rating]], model: Model, elapsed: int | None = None
) -> list[Outcome]:
    """Return the outcome of each review of one resource; reviews are all of them, oldest first.

    elapsed is the days from a reading to the first of them; None if that is a first reading.
    """
    outcomes: list[Outcome] = []
    memory: Memory | None = None
    for on, rating in reviews:
        before = memory if outcomes else read_before(elapsed, on, model)
        outcomes.append(review(before, rating, on, model))
        memory = outcomes[-1].memory
    return outcomes


@lru_cache(maxsize=16)
def _scheduler(model: Model) -> fsrs.Scheduler:
    """Build py-fsrs's scheduler once per model, without the learning steps of minutes."""
    weights, desired_retention, maximum_interval, _ = model.checked()
    return fsrs.Scheduler(
        parameters=weights,
        desired_retention=desired_retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=maximum_interval,
        enable_fuzzing=False,
    )


def _card(memory: Memory | None, on: date) -> fsrs.Card:
    """Make py-fsrs's card; without an ID it would sleep, without a due date read the clock."""
    if memory is None:
        return fsrs.Card(card_id=1, due=noon(on))
    return fsrs.Card(
        card_id=1,
        state=fsrs.State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=noon(on),
        last_review=noon(memory.last_review),
    )


def _days_since(memory: Memory | None, on: date) -> int | None:
    if memory is None:
        return None
    if on < memory.last_review:
        raise BadInput(f"{on} is before the last review on {memory.last_review}; date it later")
    return (on - memory.last_review).days


def _interval(stability: float, average: int, model: Model) -> int:
    """Return the days until the person's recall falls to what is wanted; average is py-fsrs's."""
    if model.mixture.is_average:
        return average
    at = model.mixture.predicted_at(model.desired_retention)
    return Formulas(model.weights).whole_days(stability, at, model.maximum_interval)


def _predicted(memory: Memory | None, elapsed: int | None, model: Model) -> float | None:
    if memory is None or elapsed is None:
        return None
    return retrievability(memory, elapsed, model.weights)


def _checked_rating(rating: int) -> fsrs.Rating:
    try:
        return fsrs.Rating(rating)
    except ValueError:
        raise BadInput(f"{rating} is not a rating; give again, hard, good or easy") from None


def _checked_weights(weights: Iterable[float]) -> Weights:
    given = tuple(weights)
    wanted = len(LOWER_BOUNDS_PARAMETERS)
    if len(given) != wanted:
        raise BadInput(f"weights has {len(given)} numbers; FSRS-6 needs {wanted}")
    bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    for index, (weight, (lower, upper)) in enumerate(zip(given, bounds, strict=True)):
        # The comparison is false for nan as well.
        if not lower <= weight <= upper:
            raise BadInput(f"weights[{index}] is {weight}; give a number from {lower} to {upper}")
    return Weights._make(given)


def _check_retention(retention: float) -> None:
    if not LEAST_RETENTION <= retention <= MOST_RETENTION:
        raise BadInput(
            f"desired_retention is {retention}; "
            f"give a number from {LEAST_RETENTION:.2f} to {MOST_RETENTION:.2f}"
        )


def _check_interval(days: int) -> None:
    # A JSON or TOML file can hold 365.5 or true as well.
    whole = isinstance(days, int) and not isinstance(days, bool)
    if not (whole and 1 <= days <= LONGEST_INTERVAL_DAYS):
        raise BadInput(
            f"maximum_interval is {days}; give whole days from 1 to {LONGEST_INTERVAL_DAYS}"
        )
