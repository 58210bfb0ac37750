"""How a library stands, read from its tables and not through recall."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

_TABLES = {
    "resource": "SELECT * FROM resource ORDER BY id",
    "review": "SELECT * FROM review WHERE void_by IS NULL ORDER BY id",
    "sitting": "SELECT * FROM sitting WHERE void_by IS NULL ORDER BY id",
    "plan": "SELECT study_date, max(revision), minutes FROM plan GROUP BY study_date",
    "visit": "SELECT v.* FROM planned_visit v JOIN plan p ON p.id = v.plan_id ORDER BY v.id",
    "place": "SELECT * FROM place ORDER BY id",
}

Standing = dict[str, list[tuple[Any, ...]]]
"""Rows by table: all that undoing an action has to bring back."""


def standing(library: Path) -> Standing:
    """Return what a library says now."""
    with closing(sqlite3.connect(library)) as connection:
        return {name: connection.execute(sql).fetchall() for name, sql in _TABLES.items()}


def rows(library: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Return the rows of a question."""
    with closing(sqlite3.connect(library)) as connection:
        return connection.execute(sql, values).fetchall()


def newest_action(library: Path) -> int:
    """Return the ID of the newest action."""
    ((number,),) = rows(library, "SELECT max(id) FROM action")
    return int(number)


def actions_after(library: Path, number: int) -> list[tuple[str, int | None]]:
    """Return the kind and the resource of each action after one, oldest first."""
    sql = "SELECT kind, resource_id FROM action WHERE id > ? ORDER BY id"
    return [(kind, resource) for kind, resource in rows(library, sql, number)]


def visits_of(library: Path, number: int) -> tuple[Any, ...]:
    """Return what a visit of a resource changes, or undoing one."""
    columns = "status, due, reviews, stability, difficulty, last_review, minutes_read, once"
    found = rows(library, f"SELECT {columns} FROM resource WHERE id = ?", number)
    return found[0]


def differences(standing: Standing, other: Standing) -> str:
    """Return the tables in which two differ, with a row of each."""
    found: list[str] = []
    for name, first in standing.items():
        second: Sequence[tuple[Any, ...]] = other[name]
        if first != second:
            rows_apart = [row for row in (*first, *second) if (row in first) != (row in second)]
            found.append(f"{name}: {rows_apart[:2]}")
    return "; ".join(found)
