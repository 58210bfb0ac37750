"""Copies a SQLite library, even while others write to it."""

import errno
import os
import sqlite3
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from recall.errors import StorageError
from recall.files.drafts import drafted
from recall.storage.database.creating import make_file
from recall.storage.database.failures import translated
from recall.storage.database.location import TIMEOUT_SECONDS, Location


def copy_sqlite(
    source: Path, target: Path, timeout: float = TIMEOUT_SECONDS, *, even_damaged: bool = False
) -> None:
    """Copy a SQLite library with SQLite's own backup, which is consistent during writes.

    The copy is made under another name and moved into place once complete, with the library's
    permissions. On StorageError, as for a damaged file unless that is wanted, an existing target
    stays as it was; a copy of a damaged file takes no other's place.
    """
    try:
        with drafted(target, private=True, new=even_damaged, like=source) as draft:
            copy_into(Path(draft.name), source, timeout, even_damaged=even_damaged)
    except OSError as error:
        raise StorageError(f"the copy {target} cannot be written: {error.strerror}") from error


def copy_into(
    target: Path, source: Path, timeout: float = TIMEOUT_SECONDS, *, even_damaged: bool = False
) -> None:
    """Write a copy of a SQLite library into an empty file; StorageError if it cannot be read.

    OSError if the disk of the copy is full.
    """
    with (
        translated(Location(str(source), None)),
        closing(sqlite3.connect(source, timeout=timeout)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        new.execute("PRAGMA journal_mode = MEMORY")  # no file beside the draft
        _pour(old, new)
        if not even_damaged:
            _refuse_damage(new)


def _pour(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    try:
        old.backup(new, progress=_give_up_when_locked)
    except sqlite3.OperationalError as error:
        if "disk is full" in str(error):  # that of the copy, whose path the caller knows
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise


def take_the_place(copy: Path, location: Location, day: date) -> Path | None:
    """Put a copy in the place of a SQLite library; return where the one before is kept.

    None if there was none. Until the copy is complete, the library stays as it is.
    """
    fill = partial(_fill, copy)
    return make_file(location, fill, day).kept


def _fill(copy: Path, draft: Location) -> None:
    copy_into(Path(str(draft.path)), copy, even_damaged=True)


def _refuse_damage(copy: sqlite3.Connection) -> None:
    """Refuse a damaged copy: it must not replace the last good one."""
    (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError("database disk image is malformed")


def _give_up_when_locked(status: int, _remaining: int, _total: int) -> None:
    """Stop a backup that would retry forever; it has waited for the timeout once by now."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")
