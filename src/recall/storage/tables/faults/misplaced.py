"""Finds tables that hold the rows of other tables, as in a file whose pages have changed places."""

from collections import Counter
from collections.abc import Iterable

from recall.storage.database.columns import TABLES
from recall.storage.tables.faults.found import Fault, Tables

_SEVERAL = 2
"""Rows, and columns of a row: fewer can be damaged by themselves."""


def misplaced(faults: Iterable[Fault], tables: Tables) -> dict[str, str]:
    """Return the tables whose rows are mostly none of theirs, each with a sentence on it.

    Such a row has a fault in more than half of the columns in which something is needed, and in two
    of them at least.
    """
    needed = {
        table: {column.name for column in columns if not column.optional and column.name != "id"}
        for table, columns in TABLES.items()
    }
    bad_columns: dict[tuple[str, object], set[str]] = {}
    for fault in faults:
        if fault.column in needed[fault.table]:
            bad_columns.setdefault((fault.table, fault.id), set()).add(fault.column)
    strange = Counter(
        table
        for (table, _), columns in bad_columns.items()
        if len(columns) >= _SEVERAL and 2 * len(columns) > len(needed[table])
    )
    return {
        table: _sentence(table, rows, len(tables[table]))
        for table, rows in strange.items()
        if rows >= _SEVERAL and 2 * rows > len(tables[table])
    }


def _sentence(table: str, strange: int, rows: int) -> str:
    return (
        f"the table {table} has rows of another one: {strange} of its {rows} rows do not fit; "
        "'recall restore FILE' brings a backup back"
    )
