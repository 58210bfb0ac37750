"""The one door to the file of a list: read it whole, and put another in its place."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from recall.errors import BadFile
from recall.files import drafts
from recall.files.turns import turn
from recall.usecases.lists.reading_files import LARGEST_FILE_BYTES

_ANYONE_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


_GONE = "is gone; 'recall import' it from where it is now, or 'recall lists forget' it"
_NO_FILE = "is not a file"
_NOT_THERE = (FileNotFoundError, NotADirectoryError)


class FileChanged(Exception):
    """Raised if a file is no longer as it was read; whoever reads it begins again."""


class Copy(NamedTuple):
    """A copy of a list that another program put beside it because both sides had changed."""

    path: Path
    data: bytes


def seen(path: str) -> str:
    """Return what the system says of a file: its time, size and number; "" if it is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


def read(path: str) -> bytes:
    """Return the bytes of a list; BadFile if it is gone, a directory, too large or unreadable."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise BadFile(path, _NO_FILE)
        with open(path, "rb") as file:
            data = file.read(LARGEST_FILE_BYTES + 1)
    except _NOT_THERE as error:
        raise BadFile(path, _GONE) from error
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror}") from error
    if len(data) > LARGEST_FILE_BYTES:
        raise BadFile(path, f"is larger than {LARGEST_FILE_BYTES // 2**20} MiB")
    return data


def is_gone(path: str) -> bool:
    """Return whether a file is not there; one in a folder that may not be entered may be."""
    try:
        os.stat(path)
    except _NOT_THERE:
        return True
    except OSError:
        return False
    return False


def refusal(path: str) -> str | None:
    """Return why a file cannot be written; None if it can."""
    real = os.path.realpath(path)
    try:
        mode = os.stat(real).st_mode
    except _NOT_THERE:
        return _GONE
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if not stat.S_ISREG(mode):
        return _NO_FILE
    if not mode & _ANYONE_WRITES or not os.access(real, os.W_OK):
        return "is read-only; make it writable to keep it in step"
    if not os.access(os.path.dirname(real), os.W_OK):
        return "is in a folder that cannot be written; make that writable to keep it in step"
    return None


def has_room(path: str) -> bool:
    """Return whether a new file as large as this one fits beside it, as far as the system says."""
    real = os.path.realpath(path)
    try:
        disk = shutil.disk_usage(os.path.dirname(real))
        return not disk.total or disk.free > os.stat(real).st_size
    except OSError:
        return True


@contextmanager
def swapped(path: str, old: bytes, new: bytes) -> Iterator[None]:
    """Put new bytes in the place of old ones, and the old ones back if the block fails.

    FileChanged if the file has not the old bytes, BadFile if it cannot be written.
    """
    _replace(path, old, new)
    try:
        yield
    except BaseException:
        with suppress(FileChanged, BadFile):
            _replace(path, new, old)
        raise


def copies(path: str) -> list[Copy]:
    """Return the conflicted copies beside a list, as Dropbox, Nextcloud and Syncthing name them."""
    own = Path(os.path.realpath(path))
    try:
        names = os.listdir(own.parent)
    except OSError:
        return []
    # A folder may have a thousand lists: most names are put aside before they become paths.
    stem = own.stem
    beside = sorted(name for name in names if name.startswith(stem))
    found = []
    for other in map(own.parent.joinpath, beside):
        if other.suffix == own.suffix and _is_copy(other.stem, stem):
            with suppress(BadFile):
                found.append(Copy(other, read(str(other))))
    return found


def _is_copy(stem: str, own: str) -> bool:
    rest = stem.removeprefix(own).lower()
    named = rest.startswith(" (") and "conflicted copy" in rest
    return stem.startswith(own) and (rest.startswith(".sync-conflict-") or named)


def _replace(path: str, old: bytes, new: bytes) -> None:
    """Write a new file beside the old one and rename it, once the old one is as expected."""
    if why := refusal(path):
        raise BadFile(path, why)
    try:
        with turn(path), drafts.drafted(path) as draft:
            draft.write(new)
            if read(path) != old:
                raise FileChanged(path)
    except OSError as error:
        raise BadFile(path, f"cannot be written: {error.strerror}; nothing was changed") from error
