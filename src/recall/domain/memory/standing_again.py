"""The log of two resources that are joined: which reviews count, and their results."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from recall.domain.library.card import Memory
from recall.domain.library.review import Review
from recall.domain.memory.mixture import from_text
from recall.domain.memory.scheduling import Model, read_before, replay, review
from recall.domain.memory.weights import Weights
from recall.errors import RecallError


class OneLog(NamedTuple):
    """Two logs as one, oldest first.

    kept are the reviews that stay as they are: those of the resource that stays, as far as they
    come before all of the other. void are all the others of both, and again those of them that
    count, on each study day the later one.
    """

    kept: Sequence[Review]
    void: Sequence[Review]
    again: Sequence[Review]


def one_log(old: Sequence[Review], new: Sequence[Review]) -> OneLog:
    """Make one log of the valid reviews of a resource and of the one that it is joined into."""
    if not old:
        return OneLog(new, (), ())
    first = old[0].study_date
    kept = [review for review in new if review.study_date < first]
    void = [*old, *new[len(kept) :]]
    in_order = sorted(void, key=lambda review: (review.study_date, review.reviewed_at, review.id))
    last = {review.study_date: review for review in in_order}
    return OneLog(kept, void, list(last.values()))


def stood_again(
    log: OneLog, resource_id: int, weights: Mapping[int, Weights]
) -> tuple[Review, ...]:
    """Rate the reviews that count again, one after the other, and return them.

    Each keeps its rating, its moment and the parameters it was given under; weights has these by
    ID. A due date stays where the interval does; elsewhere it is the interval, which the
    caller may balance.
    """
    done = list(log.kept)
    for one in log.again:
        model = model_of(one, weights[one.parameters_id])
        memory = memory_after(done, one.parameters_id, model)
        memory = memory or read_before(one.elapsed, one.study_date, model)
        outcome = review(memory, one.rating, one.study_date, model)
        stays = outcome.interval == one.interval
        stands = one._replace(
            resource_id=resource_id,
            elapsed=outcome.elapsed,
            retrievability=outcome.retrievability,
            stability_before=None if memory is None else memory.stability,
            stability=outcome.memory.stability,
            difficulty_before=None if memory is None else memory.difficulty,
            difficulty=outcome.memory.difficulty,
            interval=outcome.interval,
            due_before=done[-1].due if done else one.due_before,
            due=one.due if stays else one.study_date + timedelta(outcome.interval),
            source="join",
        )
        done.append(stands)
    return tuple(done[len(log.kept) :])


def model_of(review: Review, weights: Weights) -> Model:
    """Return the model that a review was made with; RecallError if its mixture is damaged."""
    try:
        mixture = from_text(review.mixture)
    except ValueError as error:
        raise RecallError(f"what was known of the person is damaged there: {error}") from None
    return Model(weights, review.desired_retention, review.maximum_interval, mixture)


def memory_after(reviews: Sequence[Review], parameters_id: int, model: Model) -> Memory | None:
    """Return the memory after some reviews, under a set of parameters."""
    if not reviews:
        return None
    last = reviews[-1]
    if last.parameters_id == parameters_id:
        return Memory(last.stability, last.difficulty, last.study_date)
    dated = [(review.study_date, review.rating) for review in reviews]
    return replay(dated, model, reviews[0].elapsed)[-1].memory
