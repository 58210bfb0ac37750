"""The days that due dates can fall on."""

from recall.domain.calendar.budget import Budget
from recall.storage.store import Reads
from recall.storage.tables import pauses
from recall.usecases.context import Context


def open_days(reads: Reads, context: Context) -> Budget:
    """Return the minutes of each day, and the current or planned pause, which due dates avoid."""
    return context.budget._replace(pause=pauses.current(reads, context.today))
