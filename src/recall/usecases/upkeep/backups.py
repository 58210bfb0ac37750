"""Copies a library to a file."""

from pathlib import Path

from recall.errors import StorageError
from recall.storage.database.backup import copy_sqlite
from recall.storage.database.version import EmptyLibrary
from recall.storage.store import Store
from recall.storage.tables import log
from recall.usecases.context import Context


def backup(context: Context, target: Path) -> Path:
    """Copy the library, consistently even while others write to it.

    StorageError if the target is the library itself, or a file that is not a copy of it.
    """
    path = context.store.location.path
    if path is None:
        raise StorageError("a PostgreSQL library is backed up with pg_dump")
    context.store.check()  # raises if this is not a library, before anything is copied
    if target.is_dir():
        target = target / Path(path).name
    if target.exists() and target.samefile(path):
        raise StorageError(f"{target} is the library itself; give another name")
    if target.exists():
        _refuse_other_files(context, target)
    copy_sqlite(Path(path), target)
    return target


def _refuse_other_files(context: Context, target: Path) -> None:
    """Allow overwriting an earlier copy of this library, and nothing else."""
    refusal = StorageError(f"{target} is not a copy of this library; give another name")
    try:
        with Store(f"sqlite:///{target}") as store:
            if log.beginning(store) != log.beginning(context.store):
                raise refusal
    except EmptyLibrary:
        return  # an empty file
    except StorageError:
        raise refusal from None
