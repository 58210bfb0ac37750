"""What is known of the person's own memory on a study day: the mixture, made from the log before."""

from __future__ import annotations

from recall.errors import RecallError, StorageError
from recall.storage.tables import day_mixture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from recall.domain.memory.accuracy import Judged
    from recall.domain.memory.mixture import Mixture
    from recall.storage.reads import Reads
    from recall.storage.tables.parameters import Parameters
    from recall.usecases.context import Context

LOCK_SECONDS = 0.2
"""How long it waits to store a mixture; if it cannot, the next command makes it again."""


def mixture_of(reads: Reads, day: date) -> Mixture:
    """Return the mixture of a study day: the kept one, or else made from the log before the day.

    If that log cannot be read, nothing is known of the person; `recall doctor` says what is wrong.
    """
    found = day_mixture.kept(reads, day)
    return _made(reads, day).mixture if found is None else found


def prepare(context: Context) -> None:
    """Keep the mixture of today, so that no grade has to make it; if it cannot be, leave it."""
    from recall.storage.actions import alone

    store, day = context.store, context.today
    try:
        if day_mixture.kept(store, day) is not None:
            return
        with store.snapshot():
            made = _made(store, day)
        with alone(store, LOCK_SECONDS) as connection:
            day_mixture.keep(connection, made)
    except StorageError:  # busy, or not to be written
        return


def judged(reads: Reads, before: date, in_use: Parameters) -> Sequence[Judged]:
    """Return what the set in use predicts of each revisit before a day, and what came of it.

    They are in the order of their study dates; RecallError if the log is damaged.
    """
    from recall.domain.memory.fitting import checked, replay
    from recall.storage.tables.results.ratings import ratings

    return replay(checked(ratings(reads, before)), in_use.weights).judged


def _made(reads: Reads, day: date) -> day_mixture.DayMixture:
    from recall.domain.memory.mixture import AVERAGE, learnt
    from recall.storage.tables import parameters

    in_use = parameters.latest(reads)
    try:
        mixture = learnt(judged(reads, day, in_use))
    except StorageError:
        raise
    except RecallError:
        mixture = AVERAGE
    return day_mixture.DayMixture(day, in_use.id, day_mixture.last_action(reads), mixture)
