"""The next day on which something is due, for the end of a session."""

from datetime import date
from typing import NamedTuple

from recall.storage.tables import due_load
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of


class NextRevisits(NamedTuple):
    """The next day on which revisits become due, how many they are, and their minutes."""

    day: date
    revisits: int
    minutes: int


def next_revisits(context: Context) -> NextRevisits | None:
    """Return what becomes due next, tomorrow or later; None if nothing does."""
    reads = context.store
    day = due_load.next_due(reads, context.today)
    if day is None:
        return None
    minutes = due_load.minutes_of(reads, day, pace_of(reads, context.today))
    return NextRevisits(day, len(minutes), sum(minutes))
