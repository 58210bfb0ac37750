"""Where a library is: a database URL, taken apart without importing SQLAlchemy."""

from typing import NamedTuple

from recall.errors import BadInput

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")


class Location(NamedTuple):
    """A library's address: path for SQLite, url for PostgreSQL, the other one None."""

    path: str | None
    url: str | None

    def __str__(self) -> str:
        """Name the library in a message; a password never shows."""
        if self.path is not None:
            return self.path
        scheme, _, rest = str(self.url).partition("://")
        return f"{scheme}://{rest.rpartition('@')[2]}"


def locate(database_url: str) -> Location:
    """Take a URL apart; BadInput when it is neither SQLite nor PostgreSQL."""
    if database_url.startswith(_SQLITE) and len(database_url) > len(_SQLITE):
        return Location(database_url[len(_SQLITE) :], None)
    for prefix in _POSTGRES:
        if database_url.startswith(prefix):
            return Location(None, "postgresql+psycopg://" + database_url[len(prefix) :])
    raise BadInput(
        f"the database URL '{database_url}' is not one recall can use; "
        "give sqlite:////absolute/path.db or postgresql://user@host/name"
    )
