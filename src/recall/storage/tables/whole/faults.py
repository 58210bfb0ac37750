"""What is wrong with the rows of an export: found before anything of it is written."""

from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import get_args

from recall.domain.library.catalog import Mark
from recall.domain.library.export import ExportProblem, LibraryRows, Rows, Value
from recall.domain.library.resource import KINDS, PRIORITIES, STATUSES
from recall.domain.link_checks.finding import OUTCOMES
from recall.domain.lists.catalog_rules import show, unstorable
from recall.errors import StorageError
from recall.storage.actions import LOGS
from recall.storage.database.codec import is_instant
from recall.storage.database.columns import INSTANT, TABLES, StoredColumn
from recall.storage.database.images import from_image
from recall.storage.database.version import HEAD

_LARGEST = 2**31 - 1
"""PostgreSQL's largest integer."""

ALLOWED_WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("resource", "status"): (*STATUSES, "removed"),
    ("resource", "status_before"): STATUSES,
    ("resource", "kind"): KINDS,
    ("resource", "priority"): PRIORITIES,
    ("place", "mark"): get_args(Mark),
    ("section_rule", "turn"): ("first", "normal", "later", "hold"),
    ("planned_visit", "task"): ("revisit", "read", "sitting"),
    ("link_check", "outcome"): OUTCOMES,
}
"""The words that a column may hold, where there are few."""

OPTIONAL_REFERENCES: Mapping[tuple[str, str], str] = {
    ("resource", "parameters_id"): "parameters",
    ("resource", "joined_into"): "resource",
    ("action", "resource_id"): "resource",
    ("action", "undone_by"): "action",
    ("review", "void_by"): "action",
    ("sitting", "void_by"): "action",
}
"""Columns with the ID of a row, or nothing; the database itself does not hold them to it."""

_STAYING = ("reading_list", "resource", "parameters", "action")
"""Tables whose rows never go, so that what was before can refer to them."""

UNIQUE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(TABLES, ("id",)),
    "resource.identity": ("identity",),
    "reminder.slot": ("kind", "slot", "machine"),
    "day_minutes.date": ("study_date",),
    "day_mixture.date": ("study_date",),
    "plan.revision": ("study_date", "revision"),
    "list_file.machine": ("list_id", "machine"),
    "own_lines.machine": ("list_id", "machine"),
    "kept_text.resource": ("resource_id",),
    "link_check.resource": ("resource_id",),
}
"""What no two rows of a table have alike. The table is the part before the dot."""


def check(library: LibraryRows) -> None:
    """Raise ExportProblem for the first thing that the library could not hold."""
    _check_revision(library.revision)
    if not is_instant(library.at):
        raise ExportProblem("at", f"{show(library.at)} is no instant")
    _check_names("tables", library.tables, tuple(TABLES))
    for table, columns in TABLES.items():
        for number, row in enumerate(library.tables[table]):
            _check_row(table, columns, f"tables.{table}[{number}]", row)
    for name, together in UNIQUE.items():
        table = name.partition(".")[0]
        _check_unique(f"tables.{table}", library.tables[table], together)
    for table, columns in TABLES.items():
        for column in columns:
            if column.refers_to:
                _check_references(library, table, column.name, column.refers_to)
    for (table, name), other in OPTIONAL_REFERENCES.items():
        _check_references(library, table, name, other)
    _check_history(library)
    _check_remembered(library)
    if sum(row["in_use"] is True for row in library.tables["parameters"]) != 1:
        raise ExportProblem("tables.parameters", "not one set, or several, are in use")


def _check_revision(revision: int) -> None:
    if revision > HEAD:
        newer = f"it was written by a newer recall ({revision}, this program knows {HEAD})"
        raise ExportProblem("revision", f"{newer}; update recall")
    if revision < HEAD:
        raise ExportProblem("revision", f"{revision} is none that a library ever had")


def _check_names(where: str, found: Mapping[str, object], wanted: tuple[str, ...]) -> None:
    for name in found:
        if name not in wanted:
            raise ExportProblem(where, f"unknown key {show(name)}")
    for name in wanted:
        if name not in found:
            raise ExportProblem(where, f"the key '{name}' is missing")


def _check_row(
    table: str, columns: tuple[StoredColumn, ...], where: str, row: Mapping[str, Value]
) -> None:
    _check_names(where, row, tuple(column.name for column in columns))
    for column in columns:
        value = row[column.name]
        if problem := _problem(column, value) or _word_problem(table, column.name, value):
            raise ExportProblem(f"{where}.{column.name}", problem)
    if table == "review" and row["rating"] not in (1, 2, 3, 4):
        raise ExportProblem(f"{where}.rating", f"{row['rating']} is not a rating from 1 to 4")


def _problem(column: StoredColumn, value: Value) -> str | None:
    """Return what is wrong with a value for its column, or None."""
    if value is None:
        return None if column.optional else "null, and something is needed"
    return None if _fits(column, value) else _unfit(value)


def _unfit(value: Value) -> str:
    bad = unstorable(value) if isinstance(value, str) else None
    return bad or f"{show(value)} is not what belongs here"


def _length_fits(column: StoredColumn, value: Value) -> bool:
    return column.length is None or len(str(value)) <= column.length


def _fits(column: StoredColumn, value: Value) -> bool:
    if column.length == INSTANT:
        return is_instant(value)
    return _FITS[column.type](value) and _length_fits(column, value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and unstorable(value) is None


def _is_whole(value: object) -> bool:
    return type(value) is int and abs(value) <= _LARGEST


def _is_number(value: object) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return type(value) is int and abs(value) <= _LARGEST


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_FITS: Mapping[str, Callable[[object], bool]] = {
    "str": _is_text,
    "int": _is_whole,
    "float": _is_number,
    "date": _is_date,
    "bool": lambda value: isinstance(value, bool),
    "compressed": _is_text,
}


def _word_problem(table: str, column: str, value: Value) -> str | None:
    words = ALLOWED_WORDS.get((table, column))
    if value is None or words is None or value in words:
        return None
    return f"{show(value)} is not one of {', '.join(word for word in words if word)}"


def _check_unique(where: str, rows: Rows, together: tuple[str, ...]) -> None:
    first: dict[tuple[Value, ...], int] = {}
    for number, row in enumerate(rows):
        earlier = first.setdefault(tuple(row[name] for name in together), number)
        if earlier != number:
            names = " and ".join(together)
            raise ExportProblem(f"{where}[{number}]", f"the same {names} as {where}[{earlier}]")


def _check_references(library: LibraryRows, table: str, column: str, other: str) -> None:
    there = {row["id"] for row in library.tables[other]}
    for number, row in enumerate(library.tables[table]):
        if row[column] is not None and row[column] not in there:
            raise ExportProblem(
                f"tables.{table}[{number}].{column}", f"there is no {other} {row[column]}"
            )


def _check_history(library: LibraryRows) -> None:
    """Refuse what an undo could not restore."""
    staying = {table: {row["id"] for row in library.tables[table]} for table in _STAYING}
    for number, row in enumerate(library.tables["change"]):
        where, table = f"tables.change[{number}]", str(row["table_name"])
        if table not in TABLES:
            raise ExportProblem(f"{where}.table_name", f"there is no table {show(table)}")
        if row["before"] is None:
            continue
        try:
            before = from_image(table, str(row["before"]))
        except StorageError as bad:
            raise ExportProblem(f"{where}.before", "it is no row as it was before") from bad
        if before.get("id", row["row_id"]) != row["row_id"]:
            raise ExportProblem(f"{where}.before.id", f"it is not {row['row_id']}, as row_id")
        for column in TABLES[table]:
            value = before.get(column.name)
            if problem := _problem_before(table, column, value, staying):
                raise ExportProblem(f"{where}.before.{column.name}", problem)


def _check_remembered(library: LibraryRows) -> None:
    """Refuse an entry of a log whose undoing would leave the resource as the entry made it."""
    remembered = {
        (row["action_id"], row["row_id"])
        for row in library.tables["change"]
        if row["table_name"] == "resource"
    }
    for log in LOGS:
        for number, row in enumerate(library.tables[log]):
            if row["void_by"] is None and (row["action_id"], row["resource_id"]) not in remembered:
                raise ExportProblem(
                    f"tables.{log}[{number}]",
                    f"tables.change does not say what resource {row['resource_id']} was before",
                )


def _problem_before(
    table: str, column: StoredColumn, value: object, staying: Mapping[str, set[Value]]
) -> str | None:
    """Return what is wrong with a value of a before-image, or None; older images lack some."""
    if value is None or isinstance(value, bytes):
        return None
    if not isinstance(value, str | int | float):
        return f"{show(value)} is not what belongs here"
    other = column.refers_to or ""
    if other in staying and value not in staying[other]:
        return f"there is no {other} {show(value)}"
    return _problem(column, value) or _word_problem(table, column.name, value)
