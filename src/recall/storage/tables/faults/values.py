"""What is wrong with a value for its column: asked of what is stored and of what is imported."""

from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite

from recall.domain.lists.catalog_rules import UNSTORABLE, show, unstorable
from recall.domain.text.dates import FIRST_DAY, LAST_DAY
from recall.storage.database.codec import from_stored, is_instant
from recall.storage.database.columns import INSTANT, TABLES, StoredColumn, Type
from recall.storage.database.connections.broken_text import BrokenText
from recall.storage.tables.faults.domains import ANY, DOMAINS, LARGEST, Domain

_OF_A_KIND: Mapping[Type, str] = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "date": "a date",
    "bool": "true or false",
    "compressed": "a compressed text",
}


class Unreadable:
    """A stored value that does not fit the type of its column."""

    def __init__(self, value: object) -> None:
        """Keep the value, to show it."""
        self.value = value

    def __repr__(self) -> str:
        """Show bytes as bytes, and anything else as it is."""
        return "bytes" if isinstance(self.value, bytes) else repr(self.value)


def as_found(column: Type, stored: object) -> object:
    """Return a stored value as JSON has it, or an Unreadable."""
    if column == "compressed" and isinstance(stored, str):
        return Unreadable(stored)  # SQLite takes it
    try:
        return from_stored(column, stored)
    except TypeError:
        return Unreadable(stored)


def problem(table: str, column: StoredColumn, value: object) -> str | None:
    """Return what is wrong with a value, as JSON has it, in one line; None if nothing is."""
    if value is None:
        return None if column.optional else "null, and something is needed"
    if isinstance(value, BrokenText):
        return f"{show(str(value))} holds bytes that are not text"
    if not _has_type(column, value):
        return _unfit(column, value)
    return _outside(DOMAINS.get((table, column.name), ANY), value)


def is_sound(table: str, column: str, value: object) -> bool:
    """Return whether a value is in the domain of its column."""
    return problem(table, _COLUMNS[table][column], value) is None


def readable(value: object) -> str | None:
    """Return what can be read of a damaged text; None if nothing can."""
    stored = value.value if isinstance(value, Unreadable) else value
    text = stored.decode("utf-8", "replace") if isinstance(stored, bytes) else stored
    if not isinstance(text, str):
        return None
    return UNSTORABLE.sub("", str.__str__(text)) or None


_COLUMNS = {table: {one.name: one for one in columns} for table, columns in TABLES.items()}


def _unfit(column: StoredColumn, value: object) -> str:
    wanted = "an instant" if column.length == INSTANT else _OF_A_KIND[column.type]
    if isinstance(value, Unreadable):
        if isinstance(value.value, bytes):
            return f"bytes are not what belongs here: {wanted}"
        value = value.value
    bad = unstorable(value) if isinstance(value, str) else None
    return bad or f"{show(value)} is not what belongs here: {wanted}"


def _has_type(column: StoredColumn, value: object) -> bool:
    if column.length == INSTANT:
        return is_instant(value) and _is_in_calendar(str(value)[: len("2026-11-22")])
    fits = column.length is None or len(str(value)) <= column.length
    return _HAS_TYPE[column.type](value) and fits


def _outside(domain: Domain, value: object) -> str | None:
    if domain.words and value not in domain.words:
        return f"{show(value)} is not one of {', '.join(word for word in domain.words if word)}"
    if isinstance(value, int | float) and not domain.least <= value <= domain.most:
        return f"{show(value)} is not {_between(domain)}"
    if isinstance(value, str) and not value and not domain.is_blank:
        return "it is empty, and something is needed"
    if domain.form is not None and not domain.form(str(value)):
        return f"{show(value)} cannot be read"
    return None


def _between(domain: Domain) -> str:
    if domain.most == LARGEST:
        return f"{domain.least:g} or more"
    return f"from {domain.least:g} to {domain.most:g}"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and unstorable(value) is None


def _is_whole(value: object) -> bool:
    return type(value) is int and abs(value) <= LARGEST


def _is_number(value: object) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return _is_whole(value)


def _is_date(value: object) -> bool:
    return isinstance(value, str) and _is_in_calendar(value)


def _is_in_calendar(text: str) -> bool:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and FIRST_DAY <= day <= LAST_DAY


_HAS_TYPE: Mapping[Type, Callable[[object], bool]] = {
    "str": _is_text,
    "int": _is_whole,
    "float": _is_number,
    "date": _is_date,
    "bool": lambda value: isinstance(value, bool),
    "compressed": _is_text,
}
