"""Creates libraries: a SQLite one from a script, so that Alembic need not be imported for it.

`new_library.sql` holds the tables that the migrations make. It is written by
`python -m testing.databases.new_library`, and a test compares the two.
"""

import os
import sqlite3
from collections.abc import Iterator

from recall.errors import StorageError
from recall.storage.database.connections.connection import Fill
from recall.storage.database.connections.sqlite import SqliteConnection
from recall.storage.database.connections.sqlite_writing import creating
from recall.storage.database.failures import translated
from recall.storage.database.location import TIMEOUT_SECONDS, Location, locate
from recall.storage.database.version import NoLibrary, check_sqlite

SCRIPT = os.path.join(os.path.dirname(__file__), "new_library.sql")


def create(database_url: str, fill: Fill) -> None:
    """Create a library and fill it, in one transaction.

    If two processes try at once, one creates it and the other finds it there. A killed process
    leaves at most an empty file, which does not count as a library.
    """
    location = locate(database_url)
    if location.path is None:
        from recall.storage.database import migrate

        migrate.create(database_url, fill)
        return
    make_folder(location)
    with translated(location), creating(location, TIMEOUT_SECONDS) as connection:
        if _is_missing(connection, location):
            for statement in statements():
                connection.execute(statement)
            fill(connection)


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


def _is_missing(connection: SqliteConnection, location: Location) -> bool:
    try:
        check_sqlite(connection.ask, location)
    except NoLibrary:
        return True
    return False
