"""Cards against their log: each is rebuilt, rating by rating, and compared with the stored one."""

from collections.abc import Iterator, Mapping, Sequence
from math import isclose
from typing import NamedTuple

from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import Resource, short
from recall.domain.library.review import Review
from recall.domain.memory.scheduling import Model, Outcome, read_before, replay, review
from recall.domain.memory.standing_again import model_of
from recall.domain.memory.weights import Weights
from recall.errors import RecallError
from recall.storage.tables import log, parameters, resources
from recall.storage.tables.faults.found import Fault, of_card
from recall.usecases.context import Context
from recall.usecases.rating.preview import memory_under

Sets = Mapping[int, Weights]
"""The weights of every parameter set, by its ID."""

TOLERANCE = 1e-6
"""The relative difference up to which two computed stabilities count as equal."""

_ONCE_BEYOND = len(Rating) - 1
"""Days; earlier versions put each better rating a day later, even past the longest interval."""


class CardProblem(NamedTuple):
    """What is wrong with a card or with its log. column is of the card; None if it is the log."""

    resource: Resource
    column: str | None
    problem: str

    @property
    def fault(self) -> Fault:
        """Return it as a fault of the resource's row."""
        return of_card(self.resource.id, self.column, self.problem)

    @property
    def sentence(self) -> str:
        """Name the resource with its title."""
        return f"{self.resource.id} {short(self.resource.title)}: {self.problem}"


def card_problems(context: Context) -> list[CardProblem]:
    """Rebuild every card of a library whose rows are sound, and compare."""
    with context.store.snapshot():
        everything = resources.listed(context.store, resources.Filter())
        logs = log.all_reviews(context.store)
        weights = parameters.by_id(context.store)
        replayed = parameters.replayed_under(context.store)
    found: list[CardProblem] = []
    for resource in everything:
        reviews = logs.get(resource.id, [])
        found += _problems_of(resource, reviews, weights, replayed.get(resource.id))
    return found


def _problems_of(
    resource: Resource, reviews: Sequence[Review], weights: Sets, replayed: int | None
) -> list[CardProblem]:
    """Return the problems of a card; one whose log is wrong cannot be rebuilt from it."""
    of_log = list(_replay_problems(reviews, weights))
    of_card = _card_problems(resource, reviews, weights, replayed)
    return [
        *(CardProblem(resource, None if of_log else name, said) for name, said in of_card),
        *(CardProblem(resource, None, said) for said in of_log),
    ]


def _card_problems(
    resource: Resource, reviews: Sequence[Review], weights: Sets, replayed: int | None
) -> Iterator[tuple[str, str]]:
    """Compare a card with its log; replayed is the set that rescheduling replayed it under."""
    card = resource.card
    lapses = sum(review.rating is Rating.AGAIN for review in reviews[1:])
    if (card.reviews, card.lapses) != (len(reviews), lapses):
        yield (
            "reviews",
            (
                f"it counts {card.reviews} reviews and {card.lapses} lapses, "
                f"the log {len(reviews)} and {lapses}"
            ),
        )
    if not reviews:
        if card.memory is not None:
            yield "stability", "it has a memory, but no review in the log"
        return
    last = reviews[-1]
    if card.memory is None or card.memory.last_review != last.study_date:
        yield "last_review", f"its last review is not that of the log, {last.study_date}"
        return
    if replayed is None:
        yield from _end_problems(resource, card.memory, last)
    else:
        yield from _replayed_problems(resource, card.memory, reviews, weights.get(replayed))


def _end_problems(resource: Resource, memory: Memory, last: Review) -> Iterator[tuple[str, str]]:
    """Compare a card with the result of its last review; what is read once is not due."""
    card = resource.card
    if not _same(memory, Memory(last.stability, last.difficulty, last.study_date)):
        yield "stability", "its memory is not what the log's last review left"
    if not resource.once and last.due != (card.postponed_from or card.due):
        yield "due", f"it is due {card.due}, the log says {last.due}"


def _replayed_problems(
    resource: Resource, memory: Memory, reviews: Sequence[Review], weights: Weights | None
) -> Iterator[tuple[str, str]]:
    """Compare a rescheduled card with a replay of its whole log."""
    if weights is None:
        yield "parameters_id", "its log cannot be replayed: its parameter set is missing"
        return
    dated = [(review.study_date, review.rating) for review in reviews]
    try:
        outcomes = replay(dated, Model(weights), reviews[0].elapsed)
    except RecallError as error:
        yield "parameters_id", f"its log cannot be replayed: {error}"
        return
    if not _same(memory, outcomes[-1].memory):
        yield "stability", "its memory is not what its parameters make of the log"
    due = resource.card.postponed_from or resource.card.due
    if not resource.once and (due is None or due <= memory.last_review):
        yield "due", f"it is due {due}, not after its last review"


def _replay_problems(reviews: Sequence[Review], weights: Sets) -> Iterator[str]:
    """Repeat all reviews, each under its own parameters.

    If these differ from the previous review's, all reviews before it are replayed under them.
    """
    memory, under = None, 0
    for number, one in enumerate(reviews):
        try:
            model = model_of(one, weights[one.parameters_id])
            if under not in (0, one.parameters_id):
                memory = memory_under(reviews[:number], one.parameters_id, model)
            if number == 0:
                memory = read_before(one.elapsed, one.study_date, model)
            outcome = review(memory, one.rating, one.study_date, model)
        except (RecallError, LookupError) as error:
            yield f"the review of {one.study_date} cannot be: {error}"
            return
        if not _follows(one, memory, outcome):
            yield f"the review of {one.study_date} does not follow from the ones before it"
            return
        if not 1 <= (one.due - one.study_date).days <= one.maximum_interval + _ONCE_BEYOND:
            yield f"the review of {one.study_date} led to {one.due}, beyond the longest interval"
        memory, under = outcome.memory, one.parameters_id


def _follows(review: Review, before: Memory | None, outcome: Outcome) -> bool:
    """Return whether a review's stored states match the state before it and the outcome."""
    was = (None, None) if before is None else (before.stability, before.difficulty)
    pairs = (
        (review.stability_before, was[0]),
        (review.difficulty_before, was[1]),
        (review.elapsed, outcome.elapsed),
        (review.retrievability, outcome.retrievability),
        (review.stability, outcome.memory.stability),
        (review.difficulty, outcome.memory.difficulty),
        (review.interval, outcome.interval),
    )
    return all(_near(stored, computed) for stored, computed in pairs)


def _same(memory: Memory, other: Memory) -> bool:
    return _near(memory.stability, other.stability) and _near(memory.difficulty, other.difficulty)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
