"""Time off: nothing is planned in a pause, and nothing is lost by it."""

from datetime import date
from typing import NamedTuple


class Pause(NamedTuple):
    """Study days without a plan: from first up to the day before until, or open-ended."""

    first: date
    until: date | None = None
    id: int = 0

    def holds(self, day: date) -> bool:
        """Is that study day a part of it?"""
        return self.first <= day and (self.until is None or day < self.until)
