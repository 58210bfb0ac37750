"""Views that stand for tables with damaged rows, so that questions see the library as mended.

A bad value is seen as `doctor --repair` would make it; a row that cannot be mended is not seen,
nor are the rows that belong to it. Weights that cannot be read are seen as the published ones:
cards and reviews belong to them.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from recall.storage.database.codec import compressed
from recall.storage.database.columns import TABLES, StoredColumn, Type
from recall.storage.tables.faults import found_again
from recall.storage.tables.faults.domains import ANY, DOMAINS
from recall.storage.tables.faults.found import Fault, Tables
from recall.storage.tables.faults.mends import Mend, mends

_SQL_TYPES: Mapping[Type, str] = {
    "int": "INTEGER",
    "float": "DOUBLE PRECISION",
    "str": "TEXT",
    "date": "DATE",
    "bool": "BOOLEAN",
    "compressed": "BYTEA",
}

_OWNERS = ("resource_id", "after_id", "plan_id", "list_id", "parameters_id")
"""Columns that refer to an owner: without the owner's row, their own row means nothing."""

Values = dict[str, dict[str, dict[object, object]]]
Gone = dict[str, set[object]]


def harmful(faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults that can stop a question: none of what only an undo reads."""
    return [
        fault
        for fault in faults
        if fault.table != "change" and fault.column not in (None, "action_id", "void_by")
    ]


def views(
    faults: Iterable[Fault], tables: Tables, today: date, *, is_postgres: bool
) -> dict[str, str]:
    """Return the SELECT that stands for each table with damaged rows."""
    found = harmful(faults)
    values: Values = {}
    gone: Gone = {}
    mended = [*_weights(found), *mends(found, tables, today)]
    for mend in mended:
        for name, value in (mend.values or {}).items():
            of_column = values.setdefault(mend.fault.table, {}).setdefault(name, {})
            of_column[mend.fault.id] = value
        if mend.values is None:
            gone.setdefault(mend.fault.table, set()).add(mend.fault.id)
    known = {(one.fault.table, one.fault.id, one.fault.column) for one in mended}
    for fault in found:
        if (fault.table, fault.id, fault.column) not in known:
            gone.setdefault(fault.table, set()).add(fault.id)
    _with_what_belongs_to_them(gone, tables)
    return {
        table: _select(
            table, values.get(table, {}), gone.get(table, set()), is_postgres=is_postgres
        )
        for table in TABLES
        if table in values or table in gone
    }


def _weights(faults: Iterable[Fault]) -> list[Mend]:
    """Let the published weights stand for those that cannot be read."""
    bad = (fault for fault in faults if (fault.table, fault.column) == ("parameters", "weights"))
    return [Mend(fault, found_again.published_weights()) for fault in bad]


def _with_what_belongs_to_them(gone: Gone, tables: Tables) -> None:
    """Leave out the rows that belong to rows that are left out; owners come before them."""
    for table, columns in TABLES.items():
        for column in columns:
            left_out = gone.get(_owner(table, column) or "", set())
            if left_out:
                lost = {row["id"] for row in tables[table] if row[column.name] in left_out}
                gone.setdefault(table, set()).update(lost)


def _owner(table: str, column: StoredColumn) -> str | None:
    other = column.refers_to or DOMAINS.get((table, column.name), ANY).points_at
    return other if column.name in _OWNERS else None


def _select(
    table: str,
    values: Mapping[str, Mapping[object, object]],
    gone: set[object],
    *,
    is_postgres: bool,
) -> str:
    columns = ", ".join(
        _column(column, values.get(column.name, {}), is_postgres=is_postgres)
        for column in TABLES[table]
    )
    name = f'"{table}"' if is_postgres else f'main."{table}"'
    listed = ", ".join(sorted(map(str, gone))) or "0"
    return f"SELECT {columns} FROM {name} WHERE id NOT IN ({listed})"


def _column(column: StoredColumn, values: Mapping[object, object], *, is_postgres: bool) -> str:
    name = f'"{column.name}"'
    if not values:
        return name
    cases = " ".join(
        f"WHEN {number} THEN {_literal(column.type, value, is_postgres=is_postgres)}"
        for number, value in values.items()
    )
    return f"CASE id {cases} ELSE {name} END AS {name}"


def _literal(column: Type, value: object, *, is_postgres: bool) -> str:
    if value is None:
        return "NULL"
    if column == "compressed":
        stored = compressed(str(value)).hex()
        return f"decode('{stored}', 'hex')" if is_postgres else f"x'{stored}'"
    quoted = "'" + str(value).replace("'", "''") + "'"
    if is_postgres:
        return f"CAST({quoted} AS {_SQL_TYPES[column]})"
    return quoted if isinstance(value, str) else str(int(value) if value in (0, 1) else value)
