"""Checks of the database: damage to the file, and what is wrong with its rows."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from recall.storage.database.library_file.putting_aside import second_name
from recall.storage.database.schema_check import Part, make_again, remakable, schema_faults
from recall.storage.store import Store
from recall.storage.tables.faults.contradictions import contradictions
from recall.storage.tables.faults.detail_faults import detail_faults
from recall.storage.tables.faults.found import Fault
from recall.storage.tables.faults.misplaced import misplaced
from recall.storage.tables.faults.row_faults import as_stored, row_faults


def file_damage(store: Store) -> list[str]:
    """Return sentences on pages of a SQLite library that cannot be read."""
    if store.location.path is None:
        return []
    rows = store.rows(f"PRAGMA integrity_check({_MOST_LOOKED_AT})")
    found = [row[0] for row in rows if row[0] != "ok" and not _OF_A_ROW.search(row[0])]
    named = (*_header_faults(store.location.path), *found[:_MOST_NAMED])
    return [f"the file is damaged: {damage}" for damage in named]


_MOST_LOOKED_AT = 100_000
"""Sentences of SQLite: those on the file can come after very many on single values."""

_MOST_NAMED = 20


def _header_faults(path: str) -> list[str]:
    """Return what SQLite takes for a file that a later version made, and does not write to.

    The bytes are those of https://www.sqlite.org/fileformat.html#file_format_version_numbers.
    """
    with open(path, "rb") as file:
        versions = file.read(20)[18:]
    if all(version in (1, 2) for version in versions):
        return []
    return [f"its header says that it has version {max(versions)} of the format"]


def structure_faults(store: Store) -> list[str]:
    """Return sentences on the tables, indexes and triggers of SQLite that are not as they were."""
    if store.location.path is None:
        return []
    return [f"the file is damaged: {fault}" for fault in schema_faults(store.open())]


def remade(store: Store, *, dry_run: bool = False) -> list[Fault]:
    """Make the indexes and triggers of SQLite again that are missing or damaged; return them.

    With dry_run nothing is made. No action does it, because nothing that a person did changes.
    """
    if store.location.path is None:
        return []
    parts = [*_unlike_their_tables(store), *remakable(store.open())]
    if parts and not dry_run:
        with store.transaction() as connection:
            make_again(connection, parts)
    return [Fault(part.kind, part.name, None, part.problem) for part in parts]


def _unlike_their_tables(store: Store) -> list[Part]:
    """Return the indexes without some rows of their tables, if nothing else is damaged."""
    found = [_OF_AN_INDEX.search(damage) for damage in file_damage(store)]
    names = dict.fromkeys(match[1] for match in found if match)
    if not found or not all(found) or bad_rows(store):
        return []
    problem = "it has not the rows of its table"
    return [
        Part("index", name, table="", sql=f'REINDEX "{name}"', problem=problem) for name in names
    ]


_OF_AN_INDEX = re.compile(r": (?:row \d+ missing from|wrong # of entries in) index (\w+)$")
"""What SQLite says of an index that is sound by itself: it can be made again from its table."""


def misplaced_rows(store: Store, faults: Sequence[Fault]) -> dict[str, str]:
    """Return the tables that have the rows of other tables, each with a sentence on it."""
    return misplaced(faults, as_stored(store)) if faults else {}


def second_names(store: Store) -> list[str]:
    """Return a sentence on a second name that a killed command gave to the file of the library."""
    path = store.location.path
    kept = None if path is None else second_name(Path(path))
    if kept is None:
        return []
    return [
        f"its file has a second name, {kept}, from a command that was killed; delete that name, "
        "and nothing is lost"
    ]


_OF_A_ROW = re.compile(r"^(\w+ value in|CHECK constraint failed in|non-unique entry in) ")
"""What SQLite says of values, which are found with their rows."""


def problems(store: Store) -> list[str]:
    """Return a sentence on all that is wrong with the file, or with single rows."""
    return file_damage(store) or [fault.sentence for fault in bad_rows(store)]


def bad_rows(store: Store) -> list[Fault]:
    """Return each value outside its domain, each duplicate, and each reference to a missing row."""
    return list(row_faults(as_stored(store)))


def faults(store: Store, latest: date) -> list[Fault]:
    """Return all that is wrong with the rows, and with what they say together.

    Rows are only compared if each of them can be. latest is the last study date of a plan. All
    tables are read in one state: others may write meanwhile.
    """
    with store.snapshot():
        found = bad_rows(store)
        return found or [*contradictions(store, latest), *detail_faults(store)]
