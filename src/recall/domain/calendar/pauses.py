"""Pauses: nothing is planned on their days, and nothing is lost."""

from datetime import date
from typing import NamedTuple


class Pause(NamedTuple):
    """Study days without a plan: from first to the day before until; open-ended if that is None."""

    first: date
    until: date | None = None
    id: int = 0

    def holds(self, day: date) -> bool:
        """Return whether a study day lies in the pause."""
        return self.first <= day and (self.until is None or day < self.until)
