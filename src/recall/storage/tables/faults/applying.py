"""Applies mends to damaged rows, inside an action."""

from collections.abc import Iterable

from recall.storage.actions import Action
from recall.storage.database import rows
from recall.storage.database.columns import TABLES
from recall.storage.tables.faults.mends import Mend


def apply(action: Action, mends: Iterable[Mend]) -> None:
    """Give rows their new values, and take rows out.

    Undo brings all of it back, but for what points at rows that are not there: no database would
    take it again.
    """
    pointing: dict[str, dict[int, dict[str, object]]] = {}
    values: dict[str, dict[int, dict[str, object]]] = {}
    gone: dict[str, list[int]] = {}
    for one in mends:
        table, number = one.fault.table, int(str(one.fault.id))
        if one.values is None:
            gone.setdefault(table, []).append(number)
        else:
            for name, value in one.values.items():
                among = pointing if name in _references(table) else values
                among.setdefault(table, {}).setdefault(number, {})[name] = value
    for table, changed in pointing.items():
        rows.change(action.aside, table, changed)
    for table, changed in values.items():
        action.update_many(table, changed)
    for table in reversed(TABLES):  # rows that point at others go before those
        _take_out(action, table, gone.get(table, []))


def _references(table: str) -> set[str]:
    """Return the columns whose values the database holds to rows that are there."""
    return {column.name for column in TABLES[table] if column.refers_to}


def _take_out(action: Action, table: str, numbers: list[int]) -> None:
    if not numbers:
        return
    if table == "plan":
        listed = ", ".join(map(str, numbers))
        visits = action.rows(f"SELECT id FROM planned_visit WHERE plan_id IN ({listed})")
        _take_out(action, "planned_visit", [number for (number,) in visits])
    lost = _pointing_nowhere(action, table, numbers)
    action.drop(table, sorted(lost))
    action.delete(table, sorted(set(numbers) - lost))


def _pointing_nowhere(action: Action, table: str, numbers: list[int]) -> set[int]:
    """Return the rows that could not be inserted again, because they refer to missing rows."""
    listed = ", ".join(map(str, numbers))
    lost: set[int] = set()
    for column in TABLES[table]:
        if column.refers_to:
            found = action.rows(
                f"SELECT t.id FROM {table} t WHERE t.id IN ({listed}) AND NOT EXISTS "
                f"(SELECT 1 FROM {column.refers_to} o WHERE o.id = t.{column.name})"
            )
            lost |= {number for (number,) in found}
    return lost
