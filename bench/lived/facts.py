"""The facts that a bare planner makes a day from, as plain data. Days are counted from 0."""

from typing import NamedTuple


class Due(NamedTuple):
    """A revisit that is due; these sort by due date.

    stability (days) is None, and last no day, if it was never graded.
    """

    due: int
    number: int
    minutes: int
    stability: float | None = None
    difficulty: float = 0.0
    last: int = 0


class Unread(NamedTuple):
    """A reading that nothing holds back; minutes are those that are left of it.

    familiar: something of one of its sections was read.
    """

    number: int
    minutes: int
    begun: bool = False
    is_book: bool = False
    familiar: bool = False


class Facts(NamedTuple):
    """A morning: today's minutes, the revisits, and the readings in the order of the list.

    since_book is the number of days with reading since a book was last read, None if never.
    """

    day: int
    minutes: int
    due: list[Due]
    unread: list[Unread]
    since_book: int | None = None
