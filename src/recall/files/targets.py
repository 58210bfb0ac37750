"""Where a file that a person names is written: never over a file that must stay."""

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from recall.errors import BadFile
from recall.files import drafts
from recall.files.turns import turn

LIBRARY = "is the library itself; give another name"
INPUT = "is the list itself; give another name"

_BESIDE = ("", "-journal", "-wal", "-shm")
"""The endings of the files that SQLite keeps beside a library, and of the library."""


def protected(library: str | None, inputs: Iterable[Path] = ()) -> dict[Path, str]:
    """Return the files that nothing may be written over, each with the reason.

    library is the path of a SQLite library, None for one on a server.
    """
    beside = [] if library is None else [Path(f"{library}{ending}") for ending in _BESIDE]
    return dict.fromkeys(beside, LIBRARY) | dict.fromkeys(inputs, INPUT)


def checked(
    path: Path, never: Mapping[Path, str], *, force: bool, instead: str = "name a file"
) -> Path:
    """Check a path that a person named, and return the file that it leads to.

    Links are followed. instead is what to do if a pipe or a device is named.

    BadFile for a folder, a pipe or a device, for a file that nothing may be written over, for a
    file that is there without force, and for a place where no file can be.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = _mode(target)
        for other, why in never.items():
            if _is(target, other):
                raise BadFile(path, why)
    except OSError as error:
        raise BadFile(path, f"cannot be written: {error.strerror}") from error
    if mode is None:
        return target
    if stat.S_ISDIR(mode):
        raise BadFile(path, "is a directory; name a file")
    if not stat.S_ISREG(mode):
        raise BadFile(path, f"is no regular file; {instead}")
    if not force:
        raise BadFile(path, "is there already; --force writes over it")
    return target


def write(target: Path, data: bytes, *, force: bool) -> None:
    """Write a file that was checked; BadFile if that cannot be done, or it is there by now."""
    try:
        with turn(target):
            drafts.write(target, data, new=not force)
    except FileExistsError as error:
        raise BadFile(target, "is there already; --force writes over it") from error
    except OSError as error:
        raise BadFile(target, f"cannot be written: {error.strerror}") from error


def _mode(target: Path) -> int | None:
    """Return the mode of a file; None if there is none, and its folder is there."""
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        target.parent.stat()
        return None


def _is(target: Path, other: Path) -> bool:
    """Return whether both are one file, also if it is not there yet."""
    if target == Path(os.path.realpath(other)):
        return True
    return target.exists() and other.exists() and target.samefile(other)
