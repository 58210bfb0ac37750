"""What is wrong with the images of rows as they were, so that an undo could not restore them."""

from collections.abc import Iterator, Mapping

from recall.errors import StorageError
from recall.storage.actions import LOGS
from recall.storage.database.columns import TABLES, StoredColumn
from recall.storage.database.images import from_image
from recall.storage.tables.faults.found import AnyRow, Fault, Tables
from recall.storage.tables.faults.values import Unreadable, problem

_STAYING = ("reading_list", "resource", "parameters", "action")
"""Tables whose rows never go, so that what was before can refer to them."""

Staying = Mapping[str, set[object]]


def faults(tables: Tables) -> Iterator[Fault]:
    """Give what an undo could not restore, and what it would leave as it is."""
    staying: Staying = {table: {row["id"] for row in tables[table]} for table in _STAYING}
    repairs = {row["id"] for row in tables["action"] if row["kind"] == "repair"}
    for place, row in enumerate(tables["change"]):
        if isinstance(row["before"], str) and row["table_name"] in TABLES:
            is_of_repair = row["action_id"] in repairs
            yield from _bad_image(place, row, staying, is_of_repair=is_of_repair)
    yield from _not_remembered(tables)


def _bad_image(place: int, row: AnyRow, staying: Staying, *, is_of_repair: bool) -> Iterator[Fault]:
    table = str(row["table_name"])
    try:
        before = from_image(table, str(row["before"]))
    except StorageError:
        yield Fault("change", row["id"], "before", "it is no row as it was before", place=place)
        return
    if before.get("id", row["row_id"]) != row["row_id"]:
        said = f"it is not {row['row_id']}, as row_id"
        yield Fault("change", row["id"], "before", said, place=place, part="id")
    if is_of_repair:
        return  # it is to restore the very values that were damaged
    for column in TABLES[table]:
        said = _problem_before(table, column, before.get(column.name), staying) or ""
        if said:
            yield Fault("change", row["id"], "before", said, place=place, part=column.name)


def _problem_before(
    table: str, column: StoredColumn, value: object, staying: Staying
) -> str | None:
    """Return what is wrong with a value of a before-image, or None; older images lack some."""
    if value is None or isinstance(value, bytes):
        return None
    if not isinstance(value, str | int | float):
        return problem(table, column, Unreadable(value))
    other = column.refers_to or ""
    if other in staying and value not in staying[other]:
        return f"there is no {other} {value}"
    return problem(table, column, value)


def _not_remembered(tables: Tables) -> Iterator[Fault]:
    """Give entries of a log whose undoing would leave the resource as the entry made it."""
    remembered = {
        (row["action_id"], row["row_id"])
        for row in tables["change"]
        if row["table_name"] == "resource"
    }
    for log in LOGS:
        for place, row in enumerate(tables[log]):
            if row["void_by"] is None and (row["action_id"], row["resource_id"]) not in remembered:
                said = f"table change does not say what resource {row['resource_id']} was before"
                yield Fault(log, row["id"], None, said, place=place)
