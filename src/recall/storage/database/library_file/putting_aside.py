"""Puts a SQLite library aside under another name, so that a new one can take its place."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from recall.errors import StorageError
from recall.files.drafts import name_too, rename
from recall.storage.database.failures import translated
from recall.storage.database.location import TIMEOUT_SECONDS, Location
from recall.storage.database.version import APPLICATION_ID

_BESIDE = ("-journal", "-wal", "-shm")
"""Files that SQLite keeps beside a database; what a crash left there belongs to that database."""

_APPLICATION = slice(68, 72)
"""Where the header of a SQLite database has the number of its program, high byte first."""


def put_aside(location: Location, day: date, timeout: float = TIMEOUT_SECONDS) -> Path | None:
    """Give a SQLite library, damaged or not, a second name with the day in it; return its path.

    A link to the library is left alone: the new name is beside the file that it leads to.

    Under its first name it stays until a new one takes its place, so that at no moment there is
    none; what a crash left beside it goes along. None if there is no library. Nothing is
    overwritten; a second name that it got from a process that was ended then is taken. StorageError
    if the file is not recall's, if others write to it, or if it cannot be renamed.
    """
    path = _file_of(location)
    try:
        if not path.exists():
            return None
        with translated(location):
            _refuse_others(path)
            _wait_for_writers(path, timeout)
        kept = second_name(path)
        if kept is None:
            kept = _free_name(path, day)
            name_too(path, kept)
        for ending in _BESIDE:
            if os.path.lexists(f"{path}{ending}"):
                rename(f"{path}{ending}", f"{kept}{ending}")
    except OSError as error:
        problem = f"cannot be renamed: {error.strerror}; check its folder"
        raise StorageError(f"the library {location} {problem}") from error
    return kept


def _file_of(location: Location) -> Path:
    """Return the file itself: a second name for a link would lead to the new library too."""
    return Path(os.path.realpath(str(location.path)))


def second_name(file: Path) -> Path | None:
    """Return the second name of a library that was given to it by a process that was ended then."""
    path = Path(os.path.realpath(file))
    if path.stat().st_nlink == 1:
        return None
    begins = f"{path.stem}-"
    names = (one for one in sorted(path.parent.iterdir()) if one.name.startswith(begins))
    return next((one for one in names if one.exists() and one.samefile(path)), None)


def put_back(location: Location, kept: Path) -> None:
    """Let a library that was put aside have its first name alone, if no new one has it."""
    path = _file_of(location)
    if path.exists() and path.samefile(kept):
        os.unlink(kept)
    else:
        rename(kept, path)
    for ending in _BESIDE:
        if os.path.lexists(f"{kept}{ending}"):
            rename(f"{kept}{ending}", f"{path}{ending}")


def _refuse_others(path: Path) -> None:
    """Refuse a file that is not a recall library, by its header; an empty one is damaged."""
    with path.open("rb") as file:
        header = file.read(_APPLICATION.stop)
    if header and header[_APPLICATION] != APPLICATION_ID.to_bytes(4):
        raise sqlite3.DatabaseError("file is not a database")


def _wait_for_writers(path: Path, timeout: float) -> None:
    """Wait for whoever writes, and let SQLite finish what a crash left; damage is no matter."""
    with closing(sqlite3.connect(path, timeout=timeout)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            return
        connection.rollback()


def _free_name(path: Path, day: date) -> Path:
    """Return `library-2026-11-29.db`, or with a number behind the day if that is taken."""
    name, number = path.with_name(f"{path.stem}-{day.isoformat()}{path.suffix}"), 1
    while any(os.path.lexists(f"{name}{ending}") for ending in (*_BESIDE, "")):
        number += 1
        name = path.with_name(f"{path.stem}-{day.isoformat()}-{number}{path.suffix}")
    return name
