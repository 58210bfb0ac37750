"""Copies a library to a file, and brings a copy back."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from recall.errors import BadFile, DamagedLibrary, NotALibrary, StorageError
from recall.files import targets
from recall.storage.database.library_file.backup import copy_sqlite, take_the_place
from recall.storage.database.version import EmptyLibrary, OldLibrary
from recall.storage.store import Store
from recall.storage.tables import log
from recall.storage.tables.whole.rows import everything
from recall.usecases.context import Context
from recall.usecases.upkeep.checking import examine
from recall.usecases.upkeep.opening import bring_up
from recall.usecases.upkeep.restoring import restore

_NAME_A_COPY = "name a copy that 'recall backup' made"


class Backup(NamedTuple):
    """A copy of a library, and what `doctor` finds wrong in it."""

    path: Path
    problems: Sequence[str]


def backup(context: Context, target: Path) -> Backup:
    """Copy the library, consistently even while others write to it, and damaged or not.

    StorageError if the target is the library itself, a file that is not a copy of it, or nothing
    that can be written; also for a damaged library that would take the place of an earlier copy.
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
    problems = _problems(context)
    if problems and target.exists():
        raise StorageError(
            f"the library is damaged ({problems[0]}), and {target} may be a copy from before; "
            "give another name"
        )
    copy_sqlite(Path(path), target, even_damaged=bool(problems))
    return Backup(target, problems)


def _problems(context: Context) -> Sequence[str]:
    """Return the damage of a library, even if it is too damaged to be examined."""
    try:
        return examine(context).damage
    except DamagedLibrary as error:
        return [str(error)]


class BroughtBack(NamedTuple):
    """A library that was brought back: where it is, and where the one before is kept, if any."""

    place: str
    kept: Path | None


class Extent(NamedTuple):
    """What a copy of a library holds: resources, reviews, and the instant of its last action."""

    resources: int
    reviews: int
    last_action: str


def examined(source: Path, context: Context) -> tuple[Extent, Sequence[str]]:
    """Return what a copy holds and what `doctor` finds wrong in it; an older one is brought up.

    The file itself stays as it is. BadFile if it is not a copy of a library.
    """
    with _present(source) as path, Store(f"sqlite:///{path}") as store:
        problems = _problems(context._replace(store=store))
        return Extent(*log.extent(store)), problems


def bring_back(database_url: str, source: Path, now: datetime, today: date) -> BroughtBack:
    """Let a copy take the place of the library, which is kept under a name with the day in it.

    On PostgreSQL it comes only into a library in which nothing was done yet: RecallError otherwise.
    """
    location = Store(database_url).location
    with _present(source) as path:
        if location.path is not None:
            return BroughtBack(str(location), take_the_place(path, location, today))
        with Store(f"sqlite:///{path}") as store:
            rows = everything(store, now)
        restore(database_url, rows, source, force=True)
    return BroughtBack(str(location), None)


@contextmanager
def _present(source: Path) -> Iterator[Path]:
    """Give a copy of a copy, at the present revision, which goes away again."""
    if not source.is_file():
        raise BadFile(source, f"is no file; {_NAME_A_COPY}")
    with TemporaryDirectory(prefix="recall-") as folder:
        path = Path(folder) / "library.db"
        _refuse_no_copy(source)
        copy_sqlite(source, path, even_damaged=True)
        bring_up(f"sqlite:///{path}")
        yield path


def _refuse_no_copy(source: Path) -> None:
    """Refuse a file from which no library can come; BadFile says what it is instead."""
    try:
        with Store(f"sqlite:///{source.absolute()}") as store, suppress(OldLibrary):
            store.check()
    except EmptyLibrary as error:
        raise BadFile(source, f"is empty; {_NAME_A_COPY}") from error
    except DamagedLibrary as error:
        raise BadFile(source, f"is too damaged to be read; {_NAME_A_COPY}") from error
    except NotALibrary as error:
        raise BadFile(source, f"is no copy of a library; {_NAME_A_COPY}") from error


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
