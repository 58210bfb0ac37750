"""Creates libraries: a SQLite one from a script, so that Alembic need not be imported for it.

`new_library.sql` holds the tables that the migrations make. It is written by
`python -m testing.databases.new_library`, and a test compares the two.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator

from recall.errors import StorageError
from recall.files.drafts import drafted
from recall.files.turns import turn
from recall.storage.database.connections import sqlite
from recall.storage.database.connections.connection import Fill
from recall.storage.database.connections.sqlite_writing import filling
from recall.storage.database.failures import translated
from recall.storage.database.location import TIMEOUT_SECONDS, Location, locate

SCRIPT = os.path.join(os.path.dirname(__file__), "new_library.sql")


def create(database_url: str, fill: Fill) -> bool:
    """Create a library and fill it; return whether it did, or found one there.

    If two processes try at once, one creates it and the other finds it there. It is made under
    another name, so that a killed process leaves a whole library or none.
    """
    location = locate(database_url)
    if location.path is None:
        from recall.storage.database import migrate

        return migrate.create(database_url, fill)
    return make_file(location, lambda draft: _fill(draft, fill))


def make_file(location: Location, fill_file: Callable[[Location], None]) -> bool:
    """Make a SQLite file under another name, and then give it its own; return whether it did.

    StorageError for a file that is there and no library, or if none can be made.
    """
    make_folder(location)
    path = str(location.path)
    try:
        with turn(path), translated(location):
            if os.path.lexists(path):
                sqlite.reading(location, TIMEOUT_SECONDS).close()
                return False
            with drafted(path, private=True, new=True) as draft:
                fill_file(Location(draft.name, None))
    except FileExistsError:
        return False
    except OSError as error:
        problem = f"cannot be made: {error.strerror}; check its folder and its disk"
        raise StorageError(f"the library {location} {problem}") from error
    return True


def _fill(draft: Location, fill: Fill) -> None:
    with filling(draft) as connection:
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
