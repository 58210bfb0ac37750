"""Upkeep of a library: checking it against its log, and copying it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from math import isclose
from pathlib import Path

from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import Resource, short
from recall.domain.library.review import Review
from recall.domain.memory.scheduling import Model, Outcome, read_before, replay, review
from recall.domain.memory.standing_again import model_of
from recall.domain.memory.weights import Weights
from recall.errors import BadFile, RecallError, StorageError
from recall.files import targets
from recall.storage import integrity
from recall.storage.database.backup import copy_sqlite
from recall.storage.store import Store
from recall.storage.tables import log, parameters, resources
from recall.storage.tables.faults.detail_faults import detail_faults
from recall.storage.tables.pages import kept_texts
from recall.usecases.context import Context
from recall.usecases.rating.preview import memory_under
from recall.usecases.resources.prerequisites import way_round
from recall.usecases.upkeep.mending import faults

Sets = Mapping[int, Weights]
"""The weights of every parameter set, by its ID."""

_CIRCLE = "each waits for the next to be read first: {}; 'recall edit R --not-after R2' parts two"

_MENDABLE = "{}: {}; 'recall doctor --mend' takes it out"

_BAD_TEXT = "the kept text of {0} is damaged; 'recall fetch {0} --keep-text' keeps it anew"

TOLERANCE = 1e-6
"""The relative difference up to which two computed stabilities count as equal."""

_ONCE_BEYOND = len(Rating) - 1
"""Days; earlier versions put each better rating a day later, even past the longest interval."""


def doctor(context: Context) -> list[str]:
    """Return all problems, a sentence each; empty if all is well.

    Every card is rebuilt from its log, rating by rating, and compared with the stored one.
    """
    problems = integrity.problems(context.store, besides_lost=True)
    try:
        mendable = [_MENDABLE.format(*fault) for fault in faults(context).items()]
    except StorageError:  # the file is damaged too badly to look for them
        mendable = []
    if problems:
        return [*problems, *mendable]  # all that a card lacks may follow from these
    try:
        with context.store.snapshot():
            everything = resources.listed(context.store, resources.Filter())
            logs = log.all_reviews(context.store)
            weights = parameters.by_id(context.store)
            replayed = parameters.replayed_under(context.store)
            waiting = way_round(context.store)
            details = detail_faults(context.store)
            unreadable = kept_texts.damaged(context.store)
    except ValueError as error:
        return [f"a row holds what cannot be read: {error}"]
    found = [*mendable, _CIRCLE.format(waiting)] if waiting else mendable
    found += _set_problems(weights)
    found += [f"{one.id} {short(one.title)}: {one.problem}" for one in details]
    found += [_BAD_TEXT.format(number) for number in unreadable]
    for resource in everything:
        found += [
            f"{resource.id} {short(resource.title)}: {problem}"
            for problem in _card_problems(
                resource, logs.get(resource.id, []), weights, replayed.get(resource.id)
            )
        ]
    return found


def damage(database_url: str) -> list[str]:
    """Return the problems that the database itself finds, without rebuilding cards."""
    with Store(database_url) as store:
        return integrity.problems(store)


def backup(context: Context, target: Path) -> Path:
    """Copy the library, consistently even while others write to it.

    StorageError if the target is the library itself, a file that is not a copy of it, or nothing
    that can be written.
    """
    path = context.store.location.path
    if path is None:
        raise StorageError("a PostgreSQL library is backed up with pg_dump")
    context.store.check()  # raises if this is not a library, before anything is copied
    try:
        if os.path.isdir(target):
            target = target / Path(path).name
        targets.checked(target, targets.protected(path), force=True)
        if target.exists():
            _refuse_other_files(context, target)
    except BadFile as error:
        raise StorageError(str(error)) from error
    copy_sqlite(Path(path), target)
    return target


def _refuse_other_files(context: Context, target: Path) -> None:
    """Allow overwriting an earlier copy of this library, and nothing else."""
    refusal = StorageError(f"{target} is not a copy of this library; give another name")
    if not target.stat().st_size:
        return  # an empty file
    try:
        with Store(f"sqlite:///{target}") as store:
            if log.beginning(store) != log.beginning(context.store):
                raise refusal
    except StorageError:
        raise refusal from None


def _set_problems(sets: Sets) -> Iterator[str]:
    for number, weights in sets.items():
        try:
            Model(weights).checked()
        except RecallError as error:
            yield f"parameter set {number}: {error}"


def _card_problems(
    resource: Resource, reviews: Sequence[Review], weights: Sets, replayed: int | None
) -> Iterator[str]:
    """Compare a card with its log; replayed is the set that rescheduling replayed it under."""
    card = resource.card
    lapses = sum(review.rating is Rating.AGAIN for review in reviews[1:])
    if (card.reviews, card.lapses) != (len(reviews), lapses):
        yield (
            f"it counts {card.reviews} reviews and {card.lapses} lapses, "
            f"the log {len(reviews)} and {lapses}"
        )
    if not reviews:
        if card.memory is not None:
            yield "it has a memory, but no review in the log"
        return
    last = reviews[-1]
    if card.memory is None or card.memory.last_review != last.study_date:
        yield f"its last review is not that of the log, {last.study_date}"
        return
    if replayed is None:
        yield from _end_problems(resource, card.memory, last)
    else:
        yield from _replayed_problems(resource, card.memory, reviews, weights.get(replayed))
    yield from _replay_problems(reviews, weights)


def _end_problems(resource: Resource, memory: Memory, last: Review) -> Iterator[str]:
    """Compare a card with the result of its last review; what is read once is not due."""
    card = resource.card
    if not _same(memory, Memory(last.stability, last.difficulty, last.study_date)):
        yield "its memory is not what the log's last review left"
    if not resource.once and last.due != (card.postponed_from or card.due):
        yield f"it is due {card.due}, the log says {last.due}"


def _replayed_problems(
    resource: Resource, memory: Memory, reviews: Sequence[Review], weights: Weights | None
) -> Iterator[str]:
    """Compare a rescheduled card with a replay of its whole log."""
    if weights is None:
        yield "its log cannot be replayed: its parameter set is missing"
        return
    dated = [(one.study_date, one.rating) for one in reviews]
    try:
        outcomes = replay(dated, Model(weights), reviews[0].elapsed)
    except RecallError as error:
        yield f"its log cannot be replayed: {error}"
        return
    if not _same(memory, outcomes[-1].memory):
        yield "its memory is not what its parameters make of the log"
    due = resource.card.postponed_from or resource.card.due
    if not resource.once and (due is None or due <= memory.last_review):
        yield f"it is due {due}, not after its last review"


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


def _follows(one: Review, before: Memory | None, outcome: Outcome) -> bool:
    """Return whether a review's stored states match the state before it and the outcome."""
    was = (None, None) if before is None else (before.stability, before.difficulty)
    pairs = (
        (one.stability_before, was[0]),
        (one.difficulty_before, was[1]),
        (one.elapsed, outcome.elapsed),
        (one.retrievability, outcome.retrievability),
        (one.stability, outcome.memory.stability),
        (one.difficulty, outcome.memory.difficulty),
        (one.interval, outcome.interval),
    )
    return all(_near(stored, computed) for stored, computed in pairs)


def _same(one: Memory, other: Memory) -> bool:
    return _near(one.stability, other.stability) and _near(one.difficulty, other.difficulty)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
