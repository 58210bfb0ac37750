"""When something was read, as precisely as a list says it: a year, a month, or a day."""

import re
from datetime import date

_SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

LONGEST = len("2024-05-01")
"""Characters of the most precise of them."""


def is_possible(read_on: str) -> bool:
    """Return whether a text is `2024`, `2024-05` or `2024-05-01`, and that is in the calendar."""
    if _SHAPE.fullmatch(read_on) is None:
        return False
    try:
        date.fromisoformat(f"{read_on}-01-01"[:LONGEST])
    except ValueError:
        return False
    return True


def is_after(read_on: str, day: date) -> bool:
    """Return whether all of a year, a month or a day comes after a day."""
    return read_on > day.isoformat()[: len(read_on)]
