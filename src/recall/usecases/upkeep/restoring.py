"""Brings a whole library back from its export, if there is no library yet or an unused one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from recall.domain.library.export import ExportProblem, LibraryRows
from recall.errors import BadCatalog, BadFile, RecallError
from recall.settings.table import Settings
from recall.storage.actions import alone
from recall.storage.database.connections.connection import Connection
from recall.storage.database.creating import create
from recall.storage.reads import Reads
from recall.storage.store import Store
from recall.storage.tables.whole import faults, older, rows
from recall.usecases.context import Context
from recall.usecases.upkeep.checking import doctor
from recall.usecases.upkeep.opening import is_missing


class Restored(NamedTuple):
    """What came back: where the library is, and how much is in it."""

    place: str
    counts: rows.Counts


def _checked(library: LibraryRows, path: Path) -> LibraryRows:
    """Return the rows at the present revision; BadCatalog, with the path, for what is wrong."""
    try:
        present = older.brought_up(library)
        faults.check(present)
    except ExportProblem as bad:
        raise BadCatalog(path, bad.where, bad.problem) from bad
    return present


def restore(
    database_url: str,
    library: LibraryRows,
    path: Path,
    *,
    dry_run: bool = False,
    force: bool = False,
) -> Restored:
    """Bring a library back with the same IDs and history, in one transaction.

    BadCatalog if the export is damaged, RecallError if there is a library in use already. Unless
    force is given, also if `doctor` finds faults in what would come back, or if it is not as recall
    wrote it. Nothing is written then.
    path is for messages.
    """
    altered = library.altered
    library = _checked(library, path)
    if not force:
        _prove(library, path)
        _refuse_altered(altered, path)
    with Store(database_url) as store:
        if not dry_run:
            _write(store, database_url, library)
        elif not is_missing(database_url):
            _refuse_used(store, str(store.location))
        return Restored(str(store.location), rows.counts(library))


def _prove(library: LibraryRows, path: Path) -> None:
    """Rebuild every card from its log, in a library that goes away again; BadFile for a fault."""
    with TemporaryDirectory(prefix="recall-") as folder:
        url = f"sqlite:///{folder}/library.db"
        create(url, lambda connection: rows.bring_back(connection, library))
        with Store(url) as store:
            found = doctor(Context(store, Settings(), datetime.fromisoformat(library.at)))
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise BadFile(path, f"not sound: {found[0]}{more}; --force brings it back nevertheless")


def _refuse_altered(altered: Sequence[str], path: Path) -> None:
    if altered:
        problem = "it is not as recall wrote it; --force brings it back nevertheless"
        raise BadCatalog(path, f"tables.{altered[0]}", problem)


def _write(store: Store, database_url: str, library: LibraryRows) -> None:
    made: list[bool] = []

    def fill(connection: Connection) -> None:
        rows.bring_back(connection, library)
        made.append(True)

    create(database_url, fill)
    if made:
        return
    with alone(store) as connection:
        _refuse_used(connection, str(store.location))
        rows.bring_back(connection, library)


def _refuse_used(reads: Reads, place: str) -> None:
    if rows.is_in_use(reads):
        raise RecallError(
            f"the library at {place} is in use; a whole library comes only into an empty one: "
            "'recall init --fresh --empty' puts yours aside"
        )
