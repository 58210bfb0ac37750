"""How a damaged row is mended: its value is found again, or the row is taken out, or it stays.

A value is mended if the library tells the right one elsewhere, or if it says nothing and another
may stand for it. Rows that recall makes again by itself are taken out. A log is never changed.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from recall.domain.lists.catalog_rules import show
from recall.storage.actions import LOGS
from recall.storage.database.columns import TABLES
from recall.storage.tables.faults import found_again
from recall.storage.tables.faults.domains import ANY, DOMAINS
from recall.storage.tables.faults.found import AnyRow, Fault, Tables
from recall.storage.tables.faults.values import is_sound, readable

_TAKEN_OUT = (
    *("day_mixture", "reminder", "snooze", "link_check", "planned_visit", "plan", "prerequisite"),
    *("kept_text", "agreement", "section_rule", "pause", "day_minutes", "list_file", "own_lines"),
)
"""Tables whose rows mean nothing if one of their values is missing."""

_STAYING = (*LOGS, "change")
"""Tables whose rows are never changed."""

_EMPTY = ("seen", "copies", "edited", "reason", "claimed_by")
"""Texts that may be empty."""

_NEVER_NULL = ("undone_by",)
"""Columns in which null has a meaning of its own, which may be false for a damaged row."""


class Mend(NamedTuple):
    """What becomes of a row: new values by column, or None if it is taken out."""

    fault: Fault
    values: Mapping[str, object] | None

    @property
    def becomes(self) -> str:
        """Say what becomes of it."""
        if self.values is None:
            return "it is taken out"
        made = (f"{name} becomes {show(value)}" for name, value in self.values.items())
        return ", ".join(made)


def mends(faults: Iterable[Fault], tables: Tables, today: date) -> list[Mend]:
    """Return a mend for each fault that can be mended; a row that is taken out has only one."""
    rows = {table: {row["id"]: row for row in tables[table]} for table in tables}
    known = found_again.Witness(tables, today)
    found: dict[tuple[str, object, str | None], Mend] = {}
    for fault in faults:
        row = rows[fault.table].get(fault.id)
        made = None if row is None else _mend(fault, row, known)
        if made is not None:
            key = (fault.table, fault.id, None if made.values is None else fault.column)
            found.setdefault(key, made)
    gone = {(mend.fault.table, mend.fault.id) for mend in found.values() if mend.values is None}
    return [
        mend
        for mend in found.values()
        if mend.values is None or (mend.fault.table, mend.fault.id) not in gone
    ]


def _mend(fault: Fault, row: AnyRow, known: found_again.Witness) -> Mend | None:
    if fault.table in _STAYING or fault.column == "id":
        return None
    if fault.column is None:
        is_spare = fault.table in _TAKEN_OUT
        return Mend(fault, None) if is_spare else None
    values = _values(fault, row, known)
    if values is not None:
        return Mend(fault, {name: value for name, value in values.items() if value != row[name]})
    if fault.table == "kept_text" and fault.column == "resource_id":
        return None  # the person may know whose text it is
    is_lost = fault.table in _TAKEN_OUT or (fault.table == "place" and _is_reference(fault))
    return Mend(fault, None) if is_lost else None


def _values(fault: Fault, row: AnyRow, known: found_again.Witness) -> Mapping[str, object] | None:
    """Return the values that replace a bad one; None if there are none."""
    name = str(fault.column)
    again = found_again.RULES.get((fault.table, name))
    if again is not None:
        values = again(row, known)
        fits = values is None or all(is_sound(fault.table, *item) for item in values.items())
        return values if fits else None
    (column,) = (one for one in TABLES[fault.table] if one.name == name)
    candidates = (
        readable(row[name]),
        DOMAINS.get((fault.table, name), ANY).mend,
        False if column.type == "bool" else None,
        "" if name in _EMPTY else None,
    )
    for value in candidates:
        if value is not None and is_sound(fault.table, name, value) and value != row[name]:
            return {name: value}
    return {name: None} if column.optional and name not in _NEVER_NULL else None


def _is_reference(fault: Fault) -> bool:
    return fault.column in ("resource_id", "list_id")
