"""How a value stands in the database, and back: the same text on SQLite and PostgreSQL."""

from datetime import UTC, date, datetime


def instant(at: datetime) -> str:
    """An aware moment as stored: RFC 3339 in UTC, to the second."""
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(stored: str) -> datetime:
    """What `instant` stored, aware and in UTC."""
    return datetime.fromisoformat(stored)


def as_date(value: object) -> date | None:
    """A stored study date: SQLite gives text, PostgreSQL a date."""
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))
