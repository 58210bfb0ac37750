"""Writes files whole or not at all: a draft beside the target takes its place once it is complete.

A draft has a name of its own, and its writer holds a lock on it. A process that is killed leaves
its draft, and the next one that writes in that folder removes what nobody holds.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

Path = str | os.PathLike[str]

ENDING = ".recall-new"
"""The end of the name of every draft."""

_LONGEST = 40
"""Characters of the target's name in the name of its draft, which must not become too long."""


@contextmanager
def drafted(
    path: Path, *, private: bool = False, new: bool = False, like: Path | None = None
) -> Iterator[BinaryIO]:
    """Yield a draft to write to (`name` is its path), which replaces the target at the end.

    A link is followed. The target keeps its mode and its owner; a new file gets those of `like`,
    or else nobody but the person may read it if it is private. If the block fails, the target
    stays as it was, and nothing is left behind.

    With new, the target must not be there: FileExistsError, even if it appears meanwhile. OSError
    if it is not a plain file, or cannot be written.
    """
    target = os.path.realpath(path)
    old = _plain(target)
    folder = os.path.dirname(target)
    remove_left(folder)
    pattern = old or (None if like is None else os.stat(like))
    draft = _open(target, 0o600 if private or pattern else 0o666)
    try:
        yield draft
        draft.flush()
        if pattern:
            _imitate(draft, pattern)
        os.fsync(draft.fileno())
        _put(draft, target, new=new)
    except BaseException:
        _drop(draft)
        raise
    finally:
        _close(draft)
    _sync(folder)


def write(path: Path, data: bytes, *, private: bool = False, new: bool = False) -> None:
    """Replace a file, or make it. OSError as for `drafted`."""
    with drafted(path, private=private, new=new) as draft:
        draft.write(data)


def remove_left(folder: Path) -> None:
    """Remove the drafts in a folder that killed processes have left."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(".") and name.endswith(ENDING):
                with suppress(OSError):  # somebody writes it
                    _remove_if_left(os.path.join(folder, name))


def _plain(target: str) -> os.stat_result | None:
    """Return the state of a plain file, None if there is none; OSError for anything else."""
    try:
        found = os.lstat(target)  # lstat: a link in a circle is left as it is
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise OSError(errno.EISDIR, "it is a directory")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is no plain file")
    return found


def _open(target: str, mode: int) -> BinaryIO:
    """Return a new draft that is locked; another process may remove it just before that."""
    folder, name = os.path.split(target)
    while True:
        draft = os.path.join(folder, f".{name[:_LONGEST]}.{os.urandom(4).hex()}{ENDING}")
        file = open(draft, "x+b", opener=lambda path, flags: os.open(path, flags, mode))  # noqa: SIM115 - who asked for it closes it
        if _held(file):
            return file
        file.close()


def _put(draft: BinaryIO, target: str, *, new: bool) -> None:
    """Give a draft the name of its target. Windows renames no file that is open."""
    if sys.platform == "win32":
        draft.close()
    if not new:
        os.replace(draft.name, target)
    else:
        rename(draft.name, target)


def rename(old: Path, new: Path) -> None:
    """Give a file another name; FileExistsError if there is a file of that name.

    Only a `turn` keeps others from making one in the moment between the look and the renaming.
    """
    if os.path.lexists(new):
        raise FileExistsError(errno.EEXIST, "it is there already")
    os.rename(old, new)


def name_too(old: Path, new: Path) -> None:
    """Give a file a second name, or on a file system without those only the new one."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        rename(old, new)


def _drop(draft: BinaryIO) -> None:
    if sys.platform == "win32":
        _close(draft)
    with suppress(OSError):
        os.unlink(draft.name)


def _close(draft: BinaryIO) -> None:
    """Close a draft; a full disk was reported when the draft was flushed."""
    with suppress(OSError):
        draft.close()


def _imitate(draft: BinaryIO, pattern: os.stat_result) -> None:
    """Give a draft the mode and, if that is allowed, the owner of another file."""
    if hasattr(os, "fchown"):
        with suppress(PermissionError):
            os.fchown(draft.fileno(), pattern.st_uid, pattern.st_gid)
    with suppress(PermissionError):
        os.chmod(draft.name, stat.S_IMODE(pattern.st_mode))


def _sync(folder: str) -> None:
    """Let the new name reach the disk too, if the folder can be opened."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _held(draft: BinaryIO) -> bool:
    """Lock a new draft; return False if another process has removed it as an abandoned one."""
    if sys.platform == "win32":  # nobody removes a file there that is open
        return True
    from fcntl import LOCK_EX, flock

    with suppress(OSError):  # a file system without locks
        flock(draft, LOCK_EX)
    return os.fstat(draft.fileno()).st_nlink > 0


def _remove_if_left(path: str) -> None:
    if sys.platform == "win32":
        os.unlink(path)
        return
    from fcntl import LOCK_EX, LOCK_NB, flock

    number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        flock(number, LOCK_EX | LOCK_NB)
        os.unlink(path)
    finally:
        os.close(number)
