"""Checks of the database: damage to the file, and what is wrong with its rows."""

from datetime import date

from recall.storage.store import Store
from recall.storage.tables.faults.contradictions import contradictions
from recall.storage.tables.faults.detail_faults import detail_faults
from recall.storage.tables.faults.found import Fault
from recall.storage.tables.faults.row_faults import as_stored, row_faults


def file_damage(store: Store) -> list[str]:
    """Return sentences on damage to the file of a SQLite library, and to its schema."""
    if store.location.path is None:
        return []
    rows = store.rows("PRAGMA integrity_check(20)")
    return [f"the file is damaged: {row[0]}" for row in rows if row[0] != "ok"]


def problems(store: Store) -> list[str]:
    """Return a sentence on all that is wrong with the file, or with single rows."""
    return file_damage(store) or [fault.sentence for fault in bad_rows(store)]


def bad_rows(store: Store) -> list[Fault]:
    """Return each value outside its domain, each double, and what points nowhere."""
    return list(row_faults(as_stored(store)))


def faults(store: Store, latest: date) -> list[Fault]:
    """Return all that is wrong with the rows, and with what they say together.

    Rows are only compared if each of them can be. latest is the last study date of a plan.
    """
    found = bad_rows(store)
    return found or [*contradictions(store, latest), *detail_faults(store)]
