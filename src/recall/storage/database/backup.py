"""Copies a library while others write to it."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from recall.errors import StorageError
from recall.storage.database.failures import translated
from recall.storage.database.location import TIMEOUT_SECONDS, Location


def copy_sqlite(source: Path, target: Path, timeout: float = TIMEOUT_SECONDS) -> None:
    """Copy a SQLite library by SQLite's own backup: consistent whatever is being written.

    The copy is made beside its name and moved there when it is whole; it may be read by
    those who may read the library. StorageError leaves what stood there before as it was.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        draft.touch()
        shutil.copymode(source, draft)
        with (
            translated(Location(str(source), None)),
            closing(sqlite3.connect(source, timeout=timeout)) as old,
            closing(sqlite3.connect(draft)) as new,
        ):
            old.backup(new, progress=_give_up_when_locked)
            _refuse_damage(new)
        draft.replace(target)
    except OSError as error:
        raise StorageError(f"the copy {target} cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)


def _refuse_damage(copy: sqlite3.Connection) -> None:
    """A copy of a damaged library must not take the place of the last good one."""
    (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError("database disk image is malformed")


def _give_up_when_locked(status: int, _remaining: int, _total: int) -> None:
    """The backup by itself would try for ever; by now it has waited for the timeout once."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")
