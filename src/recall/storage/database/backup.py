"""Copies a SQLite library, even while others write to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from recall.errors import StorageError
from recall.files.drafts import drafted
from recall.storage.database.failures import translated
from recall.storage.database.location import TIMEOUT_SECONDS, Location


def copy_sqlite(source: Path, target: Path, timeout: float = TIMEOUT_SECONDS) -> None:
    """Copy a SQLite library with SQLite's own backup, which is consistent during writes.

    The copy is made under another name and moved into place once complete, with the library's
    permissions. On StorageError an existing target stays as it was.
    """
    try:
        with (
            drafted(target, private=True, like=source) as draft,
            translated(Location(str(source), None)),
            closing(sqlite3.connect(source, timeout=timeout)) as old,
            closing(sqlite3.connect(draft.name)) as new,
        ):
            new.execute("PRAGMA journal_mode = MEMORY")  # no file beside the draft
            old.backup(new, progress=_give_up_when_locked)
            _refuse_damage(new)
    except OSError as error:
        raise StorageError(f"the copy {target} cannot be written: {error.strerror}") from error


def _refuse_damage(copy: sqlite3.Connection) -> None:
    """Refuse a damaged copy: it must not replace the last good one."""
    (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError("database disk image is malformed")


def _give_up_when_locked(status: int, _remaining: int, _total: int) -> None:
    """Stop a backup that would retry forever; it has waited for the timeout once by now."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")
