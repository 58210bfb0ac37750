"""Dumps of a library's tables, for comparing states."""

from typing import Any

from recall.storage.database.columns import TABLES, names
from recall.storage.reads import Reads

Table = dict[int, dict[str, Any]]
"""Rows by ID, values by column."""

Dump = dict[str, Table]

LOGS = ("review", "sitting")


def dump(reads: Reads) -> Dump:
    """Return every row of every table."""
    return {name: _rows(reads, name) for name in TABLES}


def living_now(reads: Reads) -> Dump:
    """Return what `living` keeps, without a look at the tables that it leaves out."""
    return living({name: _rows(reads, name) for name in ("resource", "place", *LOGS)})


def living(state: Dump) -> Dump:
    """Return the valid rows: without history, removed resources and void log entries."""
    logs = {name: _but(state[name], "void_by", None) for name in LOGS}
    resources = {
        number: row for number, row in state["resource"].items() if row["status"] != "removed"
    }
    return {"resource": resources, "place": state["place"], **logs}


def only_gained(before: Dump, after: Dump) -> bool:
    """Return whether no log rows were lost or changed, except for void marks."""
    return all(
        number in after[name] and _plain(row) == _plain(after[name][number])
        for name in LOGS
        for number, row in before[name].items()
    )


def _but(table: Table, column: str, value: object) -> Table:
    return {number: row for number, row in table.items() if row[column] == value}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "void_by"}


def _rows(reads: Reads, name: str) -> Table:
    columns = names(name)
    quoted = ", ".join(f'"{column}"' for column in columns)
    rows = reads.rows(f'SELECT {quoted} FROM "{name}"')
    found = (dict(zip(columns, row, strict=True)) for row in rows)
    return {row["id"]: row for row in found}
