"""The person's pace, from which the minutes of visits are estimated."""

from datetime import date

from recall.domain.library.pace import Pace, learn
from recall.storage.reads import Reads
from recall.storage.tables import pace as paces


def pace_of(reads: Reads, day: date) -> Pace:
    """Return the pace learned before a study day; the day does not learn from itself."""
    return learn(paces.timings(reads, day))
