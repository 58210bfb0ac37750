"""Creates libraries: a SQLite one from a script, so that Alembic need not be imported for it.

`new_library.sql` holds the tables that the migrations make. It is written by
`python -m testing.databases.new_library`, and a test compares the two.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from recall.errors import StorageError
from recall.files import private
from recall.files.drafts import drafted
from recall.files.turns import turn
from recall.storage.database.connections import sqlite
from recall.storage.database.connections.connection import Fill
from recall.storage.database.connections.sqlite_writing import filling
from recall.storage.database.failures import translated
from recall.storage.database.library_file.putting_aside import put_aside, put_back
from recall.storage.database.location import TIMEOUT_SECONDS, Location, locate

SCRIPT = os.path.join(os.path.dirname(__file__), "new_library.sql")


class Created(NamedTuple):
    """Whether a library was created or existed already, and which one was put aside."""

    made: bool
    kept: Path | None = None


def create(database_url: str, fill: Fill, fresh: date | None = None) -> Created:
    """Create a library and fill it, if there is none.

    If two processes try at once, one creates it and the other finds it there. It is made under
    another name, so that a killed process leaves a whole library or none. With fresh, the day, a
    SQLite library that is there is put aside, once the new one is complete.
    """
    location = locate(database_url)
    if location.path is None:
        from recall.storage.database import migrate

        return migrate.create(database_url, fill)
    return make_file(location, lambda draft: _fill(draft, fill), fresh)


def make_file(
    location: Location, fill_file: Callable[[Location], None], fresh: date | None = None
) -> Created:
    """Make a SQLite file under another name, and then give it its own.

    StorageError for a file that is there and no library, or if none can be made.
    """
    make_folder(location)
    path = str(location.path)
    try:
        with turn(path), translated(location):
            if not os.path.lexists(path):
                with drafted(path, private=True, new=True) as draft:
                    fill_file(Location(draft.name, None))
                return Created(made=True)
            if fresh is not None:
                return Created(made=True, kept=_replaced(location, fill_file, fresh))
            sqlite.reading(location, TIMEOUT_SECONDS).close()
    except FileExistsError:
        return Created(made=False)
    except OSError as error:
        problem = f"cannot be made: {error.strerror}; check its folder and its disk"
        raise StorageError(f"the library {location} {problem}") from error
    return Created(made=False)


def _replaced(location: Location, fill_file: Callable[[Location], None], day: date) -> Path | None:
    """Put a new library in the place of one, and return where that is kept."""
    kept = None
    try:
        with drafted(str(location.path), private=True) as draft:
            fill_file(Location(draft.name, None))
            kept = put_aside(location, day)
    except BaseException:
        if kept is not None:
            put_back(location, kept)
        raise
    return kept


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
        private.folder(Path(str(location.path)).absolute().parent)
    except OSError as error:
        problem = f"cannot be made: {error.strerror}; check the folder"
        raise StorageError(f"the library {location} {problem}") from error
