"""What is wrong with the rows of an export: found before anything of it is written."""

from collections.abc import Mapping

from recall.domain.library.export import ExportProblem, LibraryRows
from recall.domain.lists.catalog_rules import show
from recall.storage.database.codec import is_instant
from recall.storage.database.columns import TABLES, names
from recall.storage.database.version import HEAD
from recall.storage.tables.faults.row_faults import row_faults


def check(library: LibraryRows) -> None:
    """Raise ExportProblem for the first thing that the library could not hold."""
    _check_revision(library.revision)
    if not is_instant(library.at):
        raise ExportProblem("at", f"{show(library.at)} is no instant")
    _check_names("tables", library.tables, tuple(TABLES))
    for table, rows in library.tables.items():
        for number, row in enumerate(rows):
            _check_names(f"tables.{table}[{number}]", row, names(table))
    for fault in row_faults({table: list(rows) for table, rows in library.tables.items()}):
        raise ExportProblem(fault.path, fault.problem)


def _check_revision(revision: int) -> None:
    if revision > HEAD:
        newer = f"it was written by a newer recall ({revision}, this program knows {HEAD})"
        raise ExportProblem("revision", f"{newer}; update recall")
    if revision < HEAD:
        raise ExportProblem("revision", f"{revision} is none that a library ever had")


def _check_names(where: str, found: Mapping[str, object], wanted: tuple[str, ...]) -> None:
    for name in found:
        if name not in wanted:
            raise ExportProblem(where, f"unknown key {show(name)}")
    for name in wanted:
        if name not in found:
            raise ExportProblem(where, f"the key '{name}' is missing")
