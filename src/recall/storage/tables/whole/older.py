"""Exports of older revisions: their rows go through the migrations, as a library would."""

from tempfile import TemporaryDirectory

from recall.domain.library.export import ExportProblem, LibraryRows, Rows
from recall.domain.lists.catalog_rules import show
from recall.errors import RecallError
from recall.storage.database import rows as written
from recall.storage.database.connections.connection import Connection
from recall.storage.database.version import HEAD
from recall.storage.store import Store
from recall.storage.tables.whole.rows import stored


def brought_up(library: LibraryRows) -> LibraryRows:
    """Return the rows of an export as they are at the present revision.

    They are written to an older library that goes away again. ExportProblem if that cannot be.
    """
    if not 0 < library.revision < HEAD:
        return library
    from recall.storage.database import migrate

    with TemporaryDirectory(prefix="recall-") as folder:
        url = f"sqlite:///{folder}/library.db"
        try:
            migrate.create(
                url, lambda connection: _fill(connection, library), f"{library.revision:04d}"
            )
            migrate.upgrade(url)
        except ExportProblem:
            raise
        except (RecallError, ValueError, TypeError, LookupError) as bad:
            problem = f"they are not those of revision {library.revision}"
            raise ExportProblem("tables", problem) from bad
        with Store(url) as store:
            return LibraryRows(HEAD, library.at, stored(store))


def _fill(connection: Connection, library: LibraryRows) -> None:
    """Write the rows, whose tables and columns must be those that there are."""
    tables = {
        name for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    for table, rows in library.tables.items():
        if table not in tables:
            raise ExportProblem("tables", f"unknown key {show(table)}")
        _check_columns(connection, table, rows)
        connection.execute(f'DELETE FROM "{table}"')
        written.restore(connection, table, dict(enumerate(rows)))


def _check_columns(connection: Connection, table: str, rows: Rows) -> None:
    found = connection.rows("SELECT name FROM pragma_table_info(:table)", {"table": table})
    there = {name for (name,) in found}
    for number, row in enumerate(rows):
        if row.keys() != there:
            odd = min(row.keys() ^ there)
            raise ExportProblem(
                f"tables.{table}[{number}]", f"its keys are not right at {show(odd)}"
            )
