"""The location of a library: a database URL, parsed without SQLAlchemy if it is SQLite."""

from __future__ import annotations

import os

from recall.errors import BadInput
from recall.named_tuples import NamedTuple

TIMEOUT_SECONDS = 30.0
"""How long to wait for another process that has locked the library."""

SERVER_SECONDS = 15.0
"""The same on a server, which serves those who wait in their order."""

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")


class Location(NamedTuple):
    """A library's address: path for SQLite, url for PostgreSQL; the other is None."""

    path: str | None
    url: str | None

    def __str__(self) -> str:
        """Name the library in a message: its server and name, never the user or the password."""
        if self.path is not None:
            return self.path
        from sqlalchemy import make_url

        url = make_url(str(self.url))
        return f"postgresql://{url.host or ''}/{url.database or ''}"


def locate(database_url: str) -> Location:
    """Parse a URL; BadInput if it is neither SQLite nor PostgreSQL."""
    if database_url.startswith(_SQLITE):
        path = database_url[len(_SQLITE) :]
        if path == ":memory:":
            raise BadInput("a library in memory would be gone with the command; give it a file")
        if path:
            return Location(os.path.expanduser(path), None)
    for prefix in _POSTGRES:
        if database_url.startswith(prefix):
            return _postgres(database_url[len(prefix) :])
    raise _unusable()


def _postgres(address: str) -> Location:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    url = f"postgresql+psycopg://{address}"
    try:
        make_url(url)
    except (ArgumentError, ValueError):  # the URL may hold a password, so it is not repeated
        raise _unusable() from None
    return Location(None, url)


def _unusable() -> BadInput:
    return BadInput(
        "the database URL is not one recall can use; "
        "give sqlite:////absolute/path.db or postgresql://user@host/name"
    )
