"""Durations in the cells of a table: `25 min`, or a number whose unit the head tells."""

import re

from recall.formats.markdown.marks.durations import minutes_of
from recall.formats.markdown.tables.heads import counts_hours

_NUMBER = re.compile(r"\s*~?\s*(\d{1,4}(?:\.\d)?)\s*")


def minutes_in(text: str, head: str) -> int | None:
    """Return the minutes that a cell tells: a number alone counts minutes, or hours by its head."""
    if minutes := minutes_of(text):
        return minutes
    number = _NUMBER.fullmatch(text)
    return int(float(number[1]) * (60 if counts_hours(head) else 1)) or None if number else None
