"""Copies a library to a file."""

import os
from pathlib import Path

from recall.errors import BadFile, StorageError
from recall.files import targets
from recall.storage.database.backup import copy_sqlite
from recall.storage.store import Store
from recall.storage.tables import log
from recall.usecases.context import Context


def backup(context: Context, target: Path) -> Path:
    """Copy the library, consistently even while others write to it.

    StorageError if the target is the library itself, a file that is not a copy of it, or nothing
    that can be written.
    """
    path = context.store.location.path
    if path is None:
        raise StorageError("a PostgreSQL library is backed up with pg_dump")
    context.store.check()  # raises if this is not a library, before anything is copied
    try:
        if os.path.isdir(target):
            target = target / Path(path).name
        targets.checked(target, targets.protected(path), force=True)
        if target.exists():
            _refuse_other_files(context, target)
    except BadFile as error:
        raise StorageError(str(error)) from error
    copy_sqlite(Path(path), target)
    return target


def _refuse_other_files(context: Context, target: Path) -> None:
    """Allow overwriting an earlier copy of this library, and nothing else."""
    refusal = StorageError(f"{target} is not a copy of this library; give another name")
    if not target.stat().st_size:
        return  # an empty file
    try:
        with Store(f"sqlite:///{target}") as store:
            if log.beginning(store) != log.beginning(context.store):
                raise refusal
    except StorageError:
        raise refusal from None
