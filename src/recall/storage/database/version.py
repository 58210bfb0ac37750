"""Checks that a database is a recall library of a version that this program knows.

Every command runs the check, so it reads two numbers and imports nothing.
"""

from __future__ import annotations

import os

from recall.errors import DamagedLibrary, NotALibrary, NotReady, StorageError
from recall.storage.database.location import Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sqlalchemy import Connection

    Ask = Callable[[str], Any]
    """Runs one statement and returns a cursor, of sqlite3 or SQLAlchemy."""

VERSIONS = os.path.join(os.path.dirname(__file__), "migrations", "versions")


def _newest() -> int:
    """Return the number of the newest migration: of `r0003_planning.py` 3.

    The names are read, and nothing is imported: that takes 0.02 ms of every command.
    """
    return max(int(name[1:5]) for name in os.listdir(VERSIONS) if name.startswith("r"))


HEAD = _newest()
"""The newest revision; migrations/versions has a module for each number up to it."""

APPLICATION_ID = 0x7265636C
"""`recl`, in the header of a SQLite library, to recognize it among other databases."""


class NoLibrary(NotReady):
    """There is no library at that location."""

    def __init__(self, location: Location) -> None:
        super().__init__(f"there is no library at {location}; make one with 'recall init'")


class EmptyLibrary(DamagedLibrary):
    """A file without a byte: what is left of a library that was cut off, and never a new one."""

    def __init__(self, location: Location) -> None:
        super().__init__(
            f"the library {location} is damaged: the file is empty; 'recall restore FILE' brings "
            "a backup back, 'recall init --fresh' makes a new one"
        )


class OldLibrary(NotReady):
    """A library that an older program made."""

    def __init__(self, location: Location) -> None:
        super().__init__(
            f"the library {location} is from an older recall; bring it up with 'recall db upgrade'"
        )


class WrongEncoding(StorageError):
    """A database on a server that cannot hold every text."""

    def __init__(self, location: Location, encoding: str) -> None:
        super().__init__(
            f"the database {location} stores text as {encoding}, which cannot hold every title; "
            "make one with 'createdb --encoding=UTF8 --template=template0 NAME'; pg_dump and psql "
            "bring a library over"
        )


def check(connection: Connection, location: Location) -> None:
    """Refuse a database that is empty, not recall's, or of another version."""
    ask = connection.exec_driver_sql
    (check_postgres if location.path is None else check_sqlite)(ask, location)


def check_sqlite(ask: Ask, location: Location) -> None:
    """Refuse a file that is empty, not recall's, or of another version."""
    (application,) = ask("PRAGMA application_id").fetchone()
    (number,) = ask("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        if not os.path.getsize(str(location.path)):  # SQLite takes it for a new database
            raise EmptyLibrary(location)
        raise NotALibrary(
            f"{location} is a database, but not a recall library; check RECALL_DATABASE_URL"
        )
    _check_number(number, location)


def check_postgres(ask: Ask, location: Location) -> None:
    """Refuse a database that is empty, not recall's, or of another version."""
    encoding, tables, versioned, ours = ask(
        "SELECT current_setting('server_encoding'), "
        "EXISTS (SELECT FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace "
        "WHERE n.nspname = current_schema() AND relkind IN ('r', 'p')), "
        "to_regclass('alembic_version') IS NOT NULL, to_regclass('reading_list') IS NOT NULL"
    ).fetchone()
    if encoding != "UTF8":
        raise WrongEncoding(location, encoding)
    if not tables:
        raise NoLibrary(location)
    row = ask("SELECT version_num FROM alembic_version").fetchone() if versioned and ours else None
    if row is None or not row[0].isdecimal():
        raise StorageError(f"{location} is another program's database; give recall one of its own")
    _check_number(int(row[0]), location)


def _check_number(found: int, location: Location) -> None:
    if found > HEAD:
        raise StorageError(
            f"the library {location} was written by a newer recall (revision {found}, "
            f"this program knows {HEAD}); update recall"
        )
    if found < HEAD:
        raise OldLibrary(location)
