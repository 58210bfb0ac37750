"""Applies mends to damaged rows, inside an action."""

from collections.abc import Iterable, Iterator

from recall.storage.actions import Action
from recall.storage.database import rows
from recall.storage.database.columns import TABLES, StoredColumn
from recall.storage.tables.faults.mends import Mend


def apply(action: Action, mends: Iterable[Mend]) -> None:
    """Give rows their new values, and take rows out.

    Undo brings all of it back, except for rows that no database would accept again: those that
    point at missing rows, or lack a value that is required.
    """
    values: dict[str, dict[int, dict[str, object]]] = {}
    gone: dict[str, list[int]] = {}
    for mend in mends:
        table, number = mend.fault.table, int(str(mend.fault.id))
        if mend.values is None:
            gone.setdefault(table, []).append(number)
        else:
            values.setdefault(table, {}).setdefault(number, {}).update(mend.values)
    for table, changed in values.items():
        refused = _refused(action, table, changed)
        kept = {number: one for number, one in changed.items() if number not in refused}
        rows.change(action.aside, table, {number: changed[number] for number in refused})
        action.update_many(table, kept)
    for table in reversed(TABLES):  # rows that point at others go before those
        _take_out(action, table, gone.get(table, []))


def _take_out(action: Action, table: str, numbers: list[int]) -> None:
    if not numbers:
        return
    if table == "plan":
        listed = ", ".join(map(str, numbers))
        visits = action.rows(f"SELECT id FROM planned_visit WHERE plan_id IN ({listed})")
        _take_out(action, "planned_visit", [number for (number,) in visits])
    refused = _refused(action, table, numbers)
    action.drop(table, sorted(refused))
    action.delete(table, sorted(set(numbers) - refused))


def _refused(action: Action, table: str, numbers: Iterable[int]) -> set[int]:
    """Return the rows that no database would accept again as they are."""
    listed = ", ".join(map(str, numbers))
    refused: set[int] = set()
    for column in TABLES[table]:
        for wrong in _wrong(column):
            found = action.rows(f"SELECT t.id FROM {table} t WHERE t.id IN ({listed}) AND {wrong}")
            refused |= {number for (number,) in found}
    return refused


def _wrong(column: StoredColumn) -> Iterator[str]:
    """Yield the conditions under which a database refuses a value of a column."""
    name = f't."{column.name}"'
    if not column.optional:
        yield f"CAST({name} AS TEXT) IS NULL"  # SQLite trusts NOT NULL, and would not look
    if column.refers_to:
        yield (
            f"{name} IS NOT NULL AND "
            f"NOT EXISTS (SELECT 1 FROM {column.refers_to} o WHERE o.id = {name})"
        )
