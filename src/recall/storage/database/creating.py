"""Creates libraries: a SQLite one from a script, so that Alembic need not be imported for it.

`new_library.sql` holds the tables that the migrations make. It is written by
`python -m testing.databases.new_library`, and a test compares the two.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress

from recall.errors import StorageError
from recall.storage.database.connections.connection import Fill
from recall.storage.database.connections.sqlite import open_file
from recall.storage.database.connections.sqlite_writing import creating
from recall.storage.database.failures import translated
from recall.storage.database.location import TIMEOUT_SECONDS, Location, locate
from recall.storage.database.version import check_sqlite

_DRAFT = ".new-"
"""What comes behind the name of a library in the making, with some digits by chance."""

_OLD_SECONDS = 3600

SCRIPT = os.path.join(os.path.dirname(__file__), "new_library.sql")


def create(database_url: str, fill: Fill) -> None:
    """Create a library and fill it, in one transaction.

    If two processes try at once, one creates it and the other finds it there. It is made beside
    its place and moved there whole, so an empty file in its place is never a library in the making.
    """
    location = locate(database_url)
    if location.path is None:
        from recall.storage.database import migrate

        migrate.create(database_url, fill)
        return
    make_folder(location)
    path = str(location.path)
    if os.path.exists(path):
        _check(location)
        return
    _clear_drafts(path)
    draft = f"{path}{_DRAFT}{os.urandom(4).hex()}"
    try:
        with (
            translated(location),
            creating(Location(draft, None), TIMEOUT_SECONDS) as connection,
        ):
            for statement in statements():
                connection.execute(statement)
            fill(connection)
        _move(draft, location)
    finally:
        with suppress(OSError):
            os.unlink(draft)


def _check(location: Location) -> None:
    """Refuse what is there already, if it is no library."""
    with translated(location), closing(open_file(location, TIMEOUT_SECONDS)) as raw:
        check_sqlite(raw.execute, location)


def _move(draft: str, location: Location) -> None:
    """Give a new library its name, unless another process was first: then that one stays."""
    path = str(location.path)
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    except OSError:  # a file system without second names
        if not os.path.exists(path):
            os.rename(draft, path)


def _clear_drafts(path: str) -> None:
    """Take away the drafts of processes that were killed, some time ago."""
    folder, name = os.path.split(os.path.abspath(path))
    for one in os.listdir(folder):
        draft = os.path.join(folder, one)
        if one.startswith(name + _DRAFT) and time.time() - os.path.getmtime(draft) > _OLD_SECONDS:
            with suppress(OSError):
                os.unlink(draft)


def statements() -> Iterator[str]:
    """Give the statements of the script; a trigger holds several semicolons."""
    lines: list[str] = []
    with open(SCRIPT, encoding="utf-8") as script:
        for line in script:
            lines.append(line)
            text = "".join(lines)
            if sqlite3.complete_statement(text):
                yield text
                lines = []


def make_folder(location: Location) -> None:
    """Make the folder of a SQLite library; StorageError if that cannot be done."""
    try:
        os.makedirs(os.path.dirname(os.path.abspath(str(location.path))), exist_ok=True)
    except OSError as error:
        problem = f"cannot be made: {error.strerror}; check the folder"
        raise StorageError(f"the library {location} {problem}") from error
