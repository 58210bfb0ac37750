"""Numbers and dates in sentences."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_WIDE = "\u2e80"
"""Characters from here on take two columns, near enough: Chinese, Japanese and Korean."""

NEAR_DAYS = 21
"""A date that is further off is told by its month."""


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: '1 day', '3 days'."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def percent(share: float) -> str:
    """Return a share, 0..1, in whole percent: '42 %'."""
    return f"{100 * share:.0f} %"


def ordinal(number: int) -> str:
    """Return a place in a line: '1st', '12th', '23rd'."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def clipped(title: str, columns: int) -> str:
    """Return a title cut to about this many columns, for the middle of a sentence."""
    for at, char in enumerate(title):
        columns -= 2 if char >= _WIDE else 1
        if columns < 0:
            return f"{title[:at].rstrip()}…"
    return title


def about_date(day: date, today: date) -> str:
    """Return an uncertain date from today on: '14 March', or 'June 2027' if it is far off."""
    if (day - today).days <= NEAR_DAYS:
        return f"{day.day} {day:%B}"
    return f"{day:%B}" if day.year == today.year else f"{day:%B} {day.year}"
