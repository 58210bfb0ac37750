"""The days among which due dates are chosen."""

from recall.domain.calendar.budget import Budget
from recall.storage.store import Reads
from recall.storage.tables import pauses
from recall.usecases.context import Context


def open_days(reads: Reads, context: Context) -> Budget:
    """The minutes of each day, and the pause that is on or planned, for due dates to keep off."""
    return context.budget._replace(pause=pauses.current(reads, context.today))
