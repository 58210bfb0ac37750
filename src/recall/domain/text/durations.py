"""Lengths of time as people type them: 1h, 90m, 1h30, '1 h 30 min', 1.5h, 1小时30分钟, 半小时."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match

_HOUR = 60

_HOURS = r"(?P<hours>\d{1,9}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?|[个個]?小[时時])"
_NUMBER = r"\d{1,9}"
_UNIT = r"\s*(?:m|mins?|minutes?|分钟?|分鐘?)"
_FORMS = (  # behind hours, minutes need no unit
    rf"{_HOURS}(?:\s*(?P<minutes>{_NUMBER})(?:{_UNIT})?)?",
    rf"(?P<minutes>{_NUMBER}){_UNIT}",
)

_HALF_HOURS = (
    (r"^半[个個]?小[时時]", "0.5h"),
    (r"^(\d{1,9})[个個]半小[时時]", r"\1.5h"),
)
_HAN_NUMBER = r"[〇零一二两三四五六七八九十百]{1,8}"


def minutes_in(text: str) -> int | None:
    """Return the minutes of a length of time, rounded; None for any other text.

    A number alone is not one: it may mean days. Behind hours, minutes go to 59, as in 1h59.
    Takes linear time.
    """
    from re import fullmatch, sub
    from unicodedata import normalize

    from recall.domain.text.numerals import han_number

    def in_digits(match: "Match[str]") -> str:
        value = han_number(match[0])
        return match[0] if value is None else str(value)

    words = sub(_HAN_NUMBER, in_digits, normalize("NFKC", text).casefold().strip())
    for half, hours in _HALF_HOURS:
        words = sub(half, hours, words)
    for form in _FORMS:
        if match := fullmatch(form, words):
            given = match.groupdict()
            minutes = int(given["minutes"] or 0)
            if given.get("hours") is None:
                return minutes
            return None if minutes >= _HOUR else round(float(given["hours"]) * _HOUR) + minutes
    return None
