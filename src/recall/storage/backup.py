"""Copies a library while others write to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from recall.errors import StorageError
from recall.storage.failures import storage_error
from recall.storage.location import Location
from recall.storage.store import TIMEOUT_SECONDS


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a SQLite library by SQLite's own backup: consistent whatever is being written.

    The copy is made beside its name and moved there when it is whole.
    """
    draft = target.with_name(f".{target.name}.new")
    try:
        with (
            closing(sqlite3.connect(source, timeout=TIMEOUT_SECONDS)) as old,
            closing(sqlite3.connect(draft)) as new,
        ):
            old.backup(new)
        draft.replace(target)
    except sqlite3.Error as error:
        raise storage_error(error, Location(str(source), None)) from error
    except OSError as error:
        raise StorageError(f"the copy {target} cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)
