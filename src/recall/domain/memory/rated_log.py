"""The log of ratings as a model of memory learns from it, and its replay under a set of weights."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.library.card import Memory, Rating
from recall.domain.memory.accuracy import Judged
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.weights import Weights
from recall.errors import RecallError


class Rated(NamedTuple):
    """One rating of the log.

    elapsed is the days since the resource's previous rating, or since it was read if this is the
    first and that is known, and predicted the predicted recall, 0..1; both are None for a first
    reading. learnt is False if nothing is to be learnt from it: it follows the first rating of
    something that was read nobody knows when, which tells little of what was remembered then.
    """

    resource_id: int
    on: date
    rating: Rating
    elapsed: int | None
    predicted: float | None
    learnt: bool = True


class Replayed(NamedTuple):
    """A log replayed under a set of weights: the prediction at each revisit, each final memory."""

    judged: Sequence[Judged]
    memories: Mapping[int, Memory]


class Scores(NamedTuple):
    """How a set that was fitted to the older revisits compared with others on the newest ones.

    Earlier versions fitted sets; nothing makes scores now. revisits counts the log then, tested
    the newest of them. The losses are mean log losses, lower is better: of the fitted set, of
    FSRS-6's defaults, and of the set in use before.
    """

    revisits: int
    tested: int
    log_loss: float
    log_loss_default: float
    log_loss_before: float


class Kept(NamedTuple):
    """What is known of a set; scores is None if it was not fitted. created_at is an instant."""

    id: int
    created_at: str
    note: str
    in_use: bool
    scores: Scores | None


def checked(log: Iterable[Rated]) -> list[Rated]:
    """Return the log in the order of its study dates; RecallError if it is damaged.

    The given log is in the order of writing, which for one resource is also by date.
    """
    ratings = list(log)
    last: dict[int, Rated] = {}
    for review in ratings:
        problem = _problem(review, last.get(review.resource_id))
        if problem:
            raise RecallError(
                f"the log is damaged: the review of {review.on} of resource {review.resource_id} "
                f"{problem}; 'recall doctor' finds what else is wrong"
            )
        last[review.resource_id] = review
    return sorted(ratings, key=lambda rating: rating.on)


def replay(log: Iterable[Rated], weights: Weights, *, slower: float = 1.0) -> Replayed:
    """Replay a checked log under one set of weights.

    slower says how many times slower the memory fades than by these weights.
    """
    formulas = Formulas(weights)
    judged: list[Judged] = []
    states: dict[int, tuple[float, float]] = {}
    last: dict[int, date] = {}
    read = formulas.first(Rating.GOOD)
    for number, on, rating, elapsed, _, learnt in log:
        if elapsed is None:
            states[number] = formulas.first(rating)
        else:
            stability, difficulty = states.get(number, read)
            recall = formulas.retrievability(stability, elapsed / slower)
            if learnt:
                judged.append((recall, rating is not Rating.AGAIN))
            states[number] = formulas.revisited(stability, difficulty, recall, rating)
        last[number] = on
    return Replayed(judged, {number: Memory(*states[number], on) for number, on in last.items()})


def _problem(rated: Rated, before: Rated | None) -> str:
    """Return what is wrong with a rating, given the resource's previous one; empty if nothing."""
    if before is None:
        is_first = rated.elapsed is None or (rated.elapsed > 0 and _is_predicted(rated))
        return "" if is_first else "says that there was one before it"
    if rated.on <= before.on:
        return f"does not come after the one of {before.on}"
    if rated.elapsed != (rated.on - before.on).days:
        return f"does not count its days from the one of {before.on}"
    return "" if _is_predicted(rated) else "has no prediction"


def _is_predicted(rated: Rated) -> bool:
    return rated.predicted is not None and 0 <= rated.predicted <= 1
