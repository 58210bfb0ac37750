"""Ends a statement that a damaged index leads in a circle: SQLite would follow it for ever."""

from time import thread_time

MOST_SECONDS = 10.0
"""Processor time; no statement on a sound library takes a tenth of it."""

STEPS = 1_000_000
"""Instructions of SQLite between two looks at the clock: some hundredths of a second."""


class StatementClock:
    """The processor time of one statement, for sqlite3's progress handler."""

    def __init__(self) -> None:
        """Begin with no statement."""
        self.start()

    def start(self) -> None:
        """Begin a statement."""
        self._began = thread_time()

    def is_over(self) -> bool:
        """Return whether the statement has had its time."""
        return thread_time() - self._began > MOST_SECONDS
