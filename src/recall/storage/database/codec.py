"""Converts values to and from their stored form, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, date, datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from recall.storage.database.columns import Type

_NOTHING = type(None)

_AS_IT_IS: Mapping[Type, frozenset[type]] = {
    "int": frozenset({int, _NOTHING}),
    "float": frozenset({float, int, _NOTHING}),
    "str": frozenset({str, _NOTHING}),
    "date": frozenset({str, _NOTHING}),
    "bool": frozenset({bool, _NOTHING}),
    "compressed": frozenset({bytes, _NOTHING}),
}
"""The types of values that both databases take for a column's type; dates as ISO text."""

_EFFORT = 6
"""zlib's own default: a text of 15,000 characters becomes 6,000 bytes in a millisecond."""


def instant(at: datetime) -> str:
    """Return an aware moment as stored: RFC 3339 in UTC, to the second."""
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(stored: str) -> datetime:
    """Return the moment that `instant` stored, aware and in UTC."""
    return datetime.fromisoformat(stored)


def is_instant(value: object) -> bool:
    """Tell whether a value is an instant in UTC as `instant` stores it."""
    try:
        return isinstance(value, str) and instant(moment(value)) == value
    except ValueError:
        return False


def as_date(value: object) -> date | None:
    """Return a stored study date: SQLite gives text, PostgreSQL a date."""
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))


def as_it_is(column: Type) -> frozenset[type]:
    """Return the types of values that need no conversion for a column of this type."""
    return _AS_IT_IS[column]


def bound(column: Type, value: object) -> object:
    """Return a value as it is given to the database for a column of this type.

    PostgreSQL refuses 1 for true, and sqlite3 has no dates of its own. TypeError for any other
    type of value: the text of an unknown one could not be read back.
    """
    if type(value) in _AS_IT_IS[column]:
        return value
    if column == "bool" and value in (0, 1):
        return bool(value)
    if column == "date" and type(value) is date:
        return value.isoformat()
    if column == "int" and isinstance(value, int):
        return int(value)  # a rating, for one
    if column == "str" and isinstance(value, str):
        return str.__str__(value)
    if column == "compressed" and isinstance(value, str):
        return compressed(value)
    raise TypeError(f"a column of type {column} cannot hold {value!r}")


def from_stored(column: Type, value: object) -> str | int | float | bool | None:
    """Return a value that either database gave as JSON has it, the same of both.

    TypeError if JSON has nothing like it: bytes, or a number that is none.
    """
    if column == "bool" and value in (0, 1):
        return bool(value)
    if type(value) is date:
        return value.isoformat()
    if column == "float" and type(value) is int:
        return float(value)
    if column == "compressed" and isinstance(value, bytes):
        return decompressed(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{value!r} cannot be exported")


def compressed(text: str) -> bytes:
    """Return a long text as a compressed column stores it: UTF-8, by zlib."""
    import zlib

    return zlib.compress(text.encode(), _EFFORT)


def decompressed(stored: bytes) -> str:
    """Return the text of a compressed column; TypeError if it is damaged."""
    import zlib

    try:
        return zlib.decompress(stored).decode()
    except (zlib.error, ValueError) as bad:
        raise TypeError("a compressed text is damaged") from bad


SEPARATOR = "\x1f"


def from_section(section: tuple[str, ...]) -> str:
    """Encode a path of headings: joined by the unit separator, which no heading contains."""
    return SEPARATOR.join(heading.replace(SEPARATOR, " ") for heading in section)


def to_section(stored: str) -> tuple[str, ...]:
    """Decode a stored path of headings."""
    return tuple(stored.split(SEPARATOR)) if stored else ()
