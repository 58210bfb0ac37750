"""Finds every fault in the rows of a library: checks each value against the table of columns.

The same walk is done over a library for `recall doctor`, and over an export before it comes in.
"""

from collections.abc import Iterator

from recall.storage.database.columns import TABLES, types
from recall.storage.reads import Reads
from recall.storage.tables.faults import history
from recall.storage.tables.faults.domains import DOMAINS
from recall.storage.tables.faults.found import AnyRow, Fault, Tables
from recall.storage.tables.faults.values import as_found, problem

UNIQUE: dict[str, tuple[tuple[str, ...], ...]] = {
    "resource": (("identity",),),
    "reminder": (("kind", "slot", "machine"),),
    "day_minutes": (("study_date",),),
    "day_mixture": (("study_date",),),
    "plan": (("study_date", "revision"),),
    "list_file": (("list_id", "machine"),),
    "own_lines": (("list_id", "machine"),),
    "kept_text": (("resource_id",),),
    "link_check": (("resource_id",),),
}
"""The columns that are unique in each table, besides the ID."""


def as_stored(reads: Reads) -> Tables:
    """Return every row of every table by ID, whatever it holds."""
    return {table: _rows(reads, table) for table in TABLES}


def row_faults(tables: Tables) -> Iterator[Fault]:
    """Yield every fault of rows: bad values, then duplicates, then references to missing rows."""
    for table in TABLES:
        yield from _bad_values(table, tables[table])
    for table in TABLES:
        for together in (("id",), *UNIQUE.get(table, ())):
            yield from _doubles(table, tables[table], together)
    yield from _dangling(tables)
    yield from history.faults(tables)
    yield from _in_use(tables["parameters"])


def _rows(reads: Reads, table: str) -> list[AnyRow]:
    of = types(table)
    # Dates as text: PostgreSQL has some that Python has not.
    columns = ", ".join(
        f't."{name}"' if of[name] != "date" else f'CAST(t."{name}" AS TEXT)' for name in of
    )
    found = reads.rows(f'SELECT {columns} FROM "{table}" t ORDER BY t.id')
    return [
        {name: as_found(of[name], value) for name, value in zip(of, row, strict=True)}
        for row in found
    ]


def _bad_values(table: str, rows: list[AnyRow]) -> Iterator[Fault]:
    columns = TABLES[table]
    for place, row in enumerate(rows):
        for column in columns:
            said = problem(table, column, row[column.name])
            if said:
                yield Fault(table, row["id"], column.name, said, place=place)


def _doubles(table: str, rows: list[AnyRow], together: tuple[str, ...]) -> Iterator[Fault]:
    first: dict[tuple[object, ...], object] = {}
    numbered = list(enumerate(rows))
    if table == "plan":  # of two plans the last one counts
        numbered.reverse()
    for place, row in numbered:
        key = tuple(row[name] for name in together)
        if first.setdefault(key, place) != place:
            other = rows[int(str(first[key]))]["id"]
            said = f"the same {' and '.join(together)} as {table} {other}"
            yield Fault(table, row["id"], None, said, place=place)


def _dangling(tables: Tables) -> Iterator[Fault]:
    there = {table: {row["id"] for row in rows} for table, rows in tables.items()}
    for table, columns in TABLES.items():
        for column in columns:
            domain = DOMAINS.get((table, column.name))
            other = column.refers_to or (domain and domain.points_at)
            if other:
                yield from _pointing_nowhere(tables, (table, column.name), other, there[other])


def _pointing_nowhere(
    tables: Tables, where: tuple[str, str], other: str, there: set[object]
) -> Iterator[Fault]:
    table, column = where
    for place, row in enumerate(tables[table]):
        value = row[column]
        if type(value) is int and value not in there:
            yield Fault(table, row["id"], column, f"there is no {other} {value}", place=place)


def _in_use(rows: list[AnyRow]) -> Iterator[Fault]:
    used = [(place, row) for place, row in enumerate(rows) if row["in_use"] is True]
    if rows and not used:
        said = "no set of parameters is in use"
        yield Fault("parameters", rows[-1]["id"], "in_use", said, place=len(rows) - 1)
    for place, row in used[:-1]:
        said = f"it is in use, and so is parameters {used[-1][1]['id']}"
        yield Fault("parameters", row["id"], "in_use", said, place=place)
