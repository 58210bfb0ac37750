"""How a value stands in the database, and back: the same text on SQLite and PostgreSQL."""

from datetime import UTC, date, datetime


def instant(moment: datetime) -> str:
    """An aware moment as stored: RFC 3339 in UTC, to the second."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def as_date(value: object) -> date | None:
    """A stored study date: SQLite gives text, PostgreSQL a date."""
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))
