"""What is known of a person's memory on a study day: the mixture, made from the log before it."""

from __future__ import annotations

from recall.errors import RecallError, StorageError
from recall.named_tuples import NamedTuple
from recall.storage.tables import day_mixture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from recall.domain.memory.accuracy import Judged
    from recall.domain.memory.length import MemoryLength
    from recall.domain.memory.mixture import Mixture
    from recall.domain.memory.weights import Weights
    from recall.storage.reads import Reads
    from recall.usecases.context import Context


class PersonalMemory(NamedTuple):
    """How a person's memory compares with that of the set in use.

    recall_at is the personal recall on the day on which the set in use predicts what is wanted,
    and intervals how many times as long the intervals are as by that set.
    """

    wanted: float
    recall_at: float
    intervals: float


LOCK_SECONDS = 0.2
"""How long it waits to store a mixture; if it cannot, the next command makes it again."""


def mixture_of(reads: Reads, day: date, in_use: Weights) -> Mixture:
    """Return the mixture of a study day: the kept one, or else made from the log before the day.

    in_use are the weights of the set in use.
    """
    found = day_mixture.kept(reads, day)
    return mixture_from_log(reads, day, in_use) if found is None else found


def mixture_from_log(reads: Reads, day: date, in_use: Weights) -> Mixture:
    """Make the mixture of a study day from the log before it.

    If the log cannot be read, nothing is known of the person; `recall doctor` says what is wrong.
    """
    from recall.domain.memory.mixture import AVERAGE, learnt

    try:
        return learnt(judged(reads, day, in_use))
    except StorageError:
        raise
    except RecallError:
        return AVERAGE


def personal_memory(mixture: Mixture, in_use: Weights, wanted: float) -> PersonalMemory:
    """Compare a mixture with the weights of the set in use, at a desired retention."""
    from recall.domain.memory.formulas import Formulas

    formulas = Formulas(in_use)
    longer = formulas.interval(1.0, mixture.predicted_at(wanted)) / formulas.interval(1.0, wanted)
    return PersonalMemory(wanted, mixture.recall(wanted), longer)


def person_today(context: Context) -> str | None:
    """Say in a sentence or two how the person's memory differs from that of most people.

    None if nothing is known of it yet, or if it is much like theirs.
    """
    from recall.domain.memory.in_words import person_in_words
    from recall.storage.tables.parameters import latest

    in_use = latest(context.store).weights
    mixture = mixture_of(context.store, context.today, in_use)
    person = personal_memory(mixture, in_use, context.settings.desired_retention)
    return person_in_words(length_today(context, in_use), person.intervals)


def length_today(context: Context, in_use: Weights) -> MemoryLength | None:
    """Return how long the person remembers beside the average one; None if that is not known."""
    from recall.domain.memory.length import MOST_RATINGS, memory_length
    from recall.domain.memory.rated_log import checked
    from recall.storage.tables.results.ratings import ratings

    try:
        log = checked(ratings(context.store, MOST_RATINGS))
    except StorageError:
        raise
    except RecallError:  # `recall doctor` says what is wrong with the log
        return None
    return memory_length([review for review in log if review.on < context.today], in_use)


def prepare(context: Context) -> None:
    """Keep the mixture of today, so that no grade has to make it; if it cannot be, leave it."""
    store, day = context.store, context.today
    try:
        if not day_mixture.is_kept(store, day):
            _keep(context)
    except StorageError:  # busy, or not to be written
        return


def judged(reads: Reads, before: date, in_use: Weights) -> Sequence[Judged]:
    """Return what the set in use predicts of each revisit before a day, and what came of it.

    They are in the order of their study dates; RecallError if the log is damaged.
    """
    from recall.domain.memory.rated_log import checked, replay
    from recall.storage.tables.results.ratings import ratings

    log = checked(ratings(reads))
    return replay([review for review in log if review.on < before], in_use).judged


def _keep(context: Context) -> None:
    from recall.storage.actions import alone
    from recall.storage.tables import parameters

    store, day = context.store, context.today
    with store.snapshot():
        in_use, action = parameters.latest(store), day_mixture.last_action(store)
        mixture = mixture_from_log(store, day, in_use.weights)
    with alone(store, LOCK_SECONDS, is_beside=True) as connection:
        made = day_mixture.DayMixture(day, in_use.id, action, mixture)
        day_mixture.keep(connection, made)
