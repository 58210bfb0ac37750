"""The location of a library: a database URL, parsed without SQLAlchemy if it is SQLite."""

from __future__ import annotations

import os

from recall.errors import BadInput
from recall.named_tuples import NamedTuple

TIMEOUT_SECONDS = 30.0
"""How long to wait for another process that has locked the library."""

SERVER_SECONDS = 12.0
"""The same on a server, which serves those who wait in their order. It is less than the time that
a server may be silent, or a wait for another process would be taken for that."""


class Location(NamedTuple):
    """A library's address: path for SQLite, url for PostgreSQL; the other is None."""

    path: str | None
    url: str | None

    def __str__(self) -> str:
        """Name the library in a message: its server and name, never the user or the password."""
        if self.path is not None:
            return self.path
        from recall.domain.text.database_urls import shown

        return shown(str(self.url))


def locate(database_url: str) -> Location:
    """Parse a URL; BadInput, which does not repeat it, if it is neither SQLite nor PostgreSQL."""
    path = database_url.removeprefix("sqlite:///")
    if path != database_url and path not in ("", ":memory:"):
        return Location(os.path.expanduser(path), None)
    from recall.domain.text.database_urls import problem

    if wrong := problem(database_url):
        raise BadInput(f"the database URL is not one recall can use; it must be {wrong}")
    address = database_url.partition("://")[2]
    return Location(None, f"postgresql+psycopg://{address}")
