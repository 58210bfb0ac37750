"""The minutes of resources, as far as they can be told: given, learned, or the default."""

from datetime import date

from recall.domain.library.pace import Pace, learn
from recall.storage.store import Reads
from recall.storage.tables import pace as paces


def pace_of(reads: Reads, day: date) -> Pace:
    """What was learned up to a study day, which does not learn from itself."""
    return learn(paces.timings(reads, day))
