"""Lengths of time as people type them: 1h, 90m, 1h30, '1 h 30 min', 1.5h, 1小时30分钟."""

_HOURS = r"(?P<hours>\d{1,9}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?|[个個]?小[时時])"
_NUMBER = r"\d{1,9}"
_UNIT = r"\s*(?:m|mins?|minutes?|分钟?|分鐘?)"
_FORMS = (  # behind hours, minutes need no unit
    rf"{_HOURS}(?:\s*(?P<minutes>{_NUMBER})(?:{_UNIT})?)?",
    rf"(?P<minutes>{_NUMBER}){_UNIT}",
)


def minutes_in(text: str) -> int | None:
    """Return the minutes of a length of time, rounded; None for any other text.

    A number alone is not one: it may mean days. Takes linear time.
    """
    from re import fullmatch
    from unicodedata import normalize

    words = normalize("NFKC", text).casefold().strip()
    for form in _FORMS:
        if match := fullmatch(form, words):
            given = match.groupdict()
            return round(float(given.get("hours") or 0) * 60) + int(given["minutes"] or 0)
    return None
