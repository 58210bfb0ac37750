"""Checks for values of settings: each returns the value to use.

A check raises ValueError with what is allowed, as the end of a sentence: "it must be …".
"""

from collections.abc import Callable
from datetime import time
from typing import Any, NamedTuple

Check = Callable[[object], Any]

LATEST_START_HOUR = 12
"""A study day that began later would cover most of the next calendar day."""

_MINUTES_PER_HOUR = 60

_ANSWERS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def whole(low: int, high: int) -> Callable[[object], int]:
    """Return a check for a whole number from low to high."""

    def check(value: object) -> int:
        try:
            number = int(str(value))
        except ValueError:
            number = low - 1
        if isinstance(value, bool) or not low <= number <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return number

    return check


def minutes(low: int, high: int) -> Callable[[object], int]:
    """Return a check for minutes from low to high, a whole number or such as 1h30."""
    number = whole(low, high)

    def check(value: object) -> int:
        from recall.domain.text.durations import minutes_in

        length = minutes_in(value) if isinstance(value, str) else None
        try:
            return number(value if length is None else length)
        except ValueError as error:
            raise ValueError(f"{error}, or 90m, 1h, 1h30") from None

    return check


def share(low: float, high: float) -> Callable[[object], float]:
    """Return a check for a number from low to high."""

    def check(value: object) -> float:
        try:
            number = float(str(value))
        except ValueError:
            number = low - 1
        if isinstance(value, bool) or not low <= number <= high:
            raise ValueError(f"a number from {low} to {high}")
        return number

    return check


class OneOf(NamedTuple):
    """A check for one of the words that are allowed."""

    allowed: tuple[str, ...]

    def __call__(self, value: object) -> str:
        """Return the word; ValueError says which there are."""
        wanted = str(value).strip().lower()
        if wanted not in self.allowed:
            raise ValueError(f"{', '.join(self.allowed[:-1])} or {self.allowed[-1]}")
        return wanted


def one_of(*allowed: str) -> OneOf:
    """Return a check for one of the words that are allowed."""
    return OneOf(allowed)


def written(module: str, noun: str) -> Callable[[object], str]:
    """Return a check by the functions read_NOUN and write_NOUN of a module in recall.domain.

    The setting keeps the text that write_NOUN gives. The module is imported at the first check:
    most people have not set these.
    """

    def check(value: object) -> str:
        from importlib import import_module

        domain = import_module(f"recall.domain.{module}")
        read, write = getattr(domain, f"read_{noun}"), getattr(domain, f"write_{noun}")
        return str(write(read(value)))

    return check


def yes_or_no(value: object) -> bool:
    """Check a switch: true, yes and on, or false, no and off."""
    try:
        return _ANSWERS[str(value).lower()]
    except KeyError:
        raise ValueError("true or false") from None


def choices(check: Check) -> tuple[str, ...]:
    """Return the words that a check allows; none if they cannot be listed."""
    if check is yes_or_no:
        return "true", "false"
    return check.allowed if isinstance(check, OneOf) else ()


def start_of_day(value: object) -> time:
    """Check the time at which a study day begins."""
    from re import ASCII, fullmatch

    # TOML has a type for times; str() of one has seconds: 04:00:00.
    clock = fullmatch(r"(\d{1,2}):(\d{2})(?::00)?", str(value), ASCII)
    hour, minute = (int(number) for number in clock.groups()) if clock else (24, 0)
    if hour > LATEST_START_HOUR or minute >= _MINUTES_PER_HOUR:
        raise ValueError("a time of day from 00:00 to 12:59, such as 04:00")
    return time(hour, minute)


def zone(value: object) -> str:
    """Check the name of a time zone; empty is allowed."""
    if not value:
        return ""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(str(value)).key
    except (KeyError, ValueError, OSError):
        raise ValueError("the name of a time zone, such as Asia/Shanghai, or empty") from None


def text(value: object) -> str:
    """Check a text."""
    if not isinstance(value, str):
        raise ValueError("a text")
    return value


def database_address(value: object) -> str:
    """Check the URL of a library; empty is allowed."""
    from recall.domain.text.database_urls import problem

    url = text(value)
    if wrong := problem(url) if url else "":
        raise ValueError(wrong)
    return url
