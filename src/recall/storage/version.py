"""Is this a library of recall's, and of a version that this program knows?

The check is on the path of every command, so it reads two numbers and imports nothing.
"""

import sqlite3
from typing import TYPE_CHECKING

from recall.errors import StorageError
from recall.storage.location import Location

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = 1
"""The newest revision; migrations/versions holds one module for each number up to it."""

APPLICATION_ID = 0x7265636C
"""`recl`, written into a SQLite file's header so that other databases are not taken for ours."""


class NoLibrary(StorageError):
    """There is nothing at that place yet."""

    def __init__(self, location: Location) -> None:
        super().__init__(f"there is no library at {location}; make one with 'recall init'")


class OldLibrary(StorageError):
    """A library that an older program made."""

    def __init__(self, location: Location) -> None:
        super().__init__(
            f"the library {location} is from an older recall; bring it up with 'recall db upgrade'"
        )


def check_number(found: int, location: Location) -> None:
    """Refuse a library from another version."""
    if found > HEAD:
        raise StorageError(
            f"the library {location} was written by a newer recall (revision {found}, "
            f"this program knows {HEAD}); update recall"
        )
    if found < HEAD:
        raise OldLibrary(location)


def check_sqlite(connection: sqlite3.Connection, location: Location) -> None:
    """Refuse a file that is empty, not recall's, or of another version."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not application and not number and not tables[0]:
            raise NoLibrary(location)
        raise StorageError(
            f"{location} is a database, but not a recall library; check RECALL_DATABASE_URL"
        )
    check_number(number, location)


def check_postgres(connection: "Connection", location: Location) -> None:
    """Refuse a database that is empty, not recall's, or of another version."""
    from sqlalchemy import text

    found = connection.execute(
        text("SELECT to_regclass('alembic_version') IS NOT NULL, to_regclass('review') IS NOT NULL")
    ).one()
    if not found[0]:
        raise NoLibrary(location)
    number = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if not found[1] or not str(number).isdigit():
        raise StorageError(f"{location} is another program's database; give recall one of its own")
    check_number(int(str(number)), location)
