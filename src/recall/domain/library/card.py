"""The card: the schedule and memory of one resource, in FSRS's terms."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple


class Rating(IntEnum):
    """How a recall went. HARD is a pass."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Memory(NamedTuple):
    """What FSRS keeps between two reviews.

    Stability is in days, difficulty lies in 1..10, last_review is a study date.
    """

    stability: float
    difficulty: float
    last_review: date


class Card(NamedTuple):
    """One resource's place in the schedule.

    memory is None until the first rating: a resource imported as read is due, but its memory
    is unknown. postponed_from is the due date before a postponement.
    """

    due: date | None = None
    memory: Memory | None = None
    reviews: int = 0
    lapses: int = 0
    postponed_from: date | None = None
