"""Checks of the database: damage, broken references, rows that contradict each other."""

from collections.abc import Collection

from recall.domain.link_checks.finding import GONE_FAILURES, OUTCOMES
from recall.storage.database.columns import TABLES, StoredColumn
from recall.storage.store import Store
from recall.storage.tables import parameters
from recall.storage.tables.faults.lost_rows import LOST

_READABLE = {
    "bool": "typeof({0}) = 'integer'",
    "compressed": "typeof({0}) = 'blob'",
    "date": "date({0}, '+0 days') IS {0}",
    "float": "typeof({0}) = 'real' AND abs({0}) < 9e999",
    "int": "typeof({0}) = 'integer'",
    "str": "typeof({0}) = 'text'",
}
"""SQLite's check of a value, by Python type; SQLite itself stores any type in any column."""

_CONTRADICTIONS = {
    "a place of no resource": (
        "SELECT count(*) FROM place p LEFT JOIN resource r ON r.id = p.resource_id "
        "WHERE r.id IS NULL"
    ),
    "a review of no resource": (
        "SELECT count(*) FROM review v LEFT JOIN resource r ON r.id = v.resource_id "
        "WHERE r.id IS NULL"
    ),
    "a kept text of no resource": (
        "SELECT count(*) FROM kept_text k LEFT JOIN resource r ON r.id = k.resource_id "
        "WHERE r.id IS NULL"
    ),
    "a resource that stands in no list": (
        "SELECT count(*) FROM resource r WHERE r.status <> 'removed' AND NOT EXISTS "
        "(SELECT 1 FROM place p WHERE p.resource_id = r.id)"
    ),
    "a resource read but never due": (
        "SELECT count(*) FROM resource r WHERE r.status = 'read' AND r.due IS NULL AND NOT r.once"
    ),
    "a resource that is to have no revisits, but is due": (
        "SELECT count(*) FROM resource r WHERE r.once AND r.due IS NOT NULL"
    ),
    "a resource that is to have no revisits, but is not read": (
        "SELECT count(*) FROM resource r WHERE r.once AND r.status IN ('unread', 'reading')"
    ),
    "a resource unread but due": (
        "SELECT count(*) FROM resource r WHERE r.status IN ('unread', 'reading') "
        "AND r.due IS NOT NULL"
    ),
    "a memory that is only half there": (
        "SELECT count(*) FROM resource r WHERE (r.stability IS NULL) <> (r.last_review IS NULL) "
        "OR (r.difficulty IS NULL) <> (r.last_review IS NULL)"
    ),
    "a resource whose minutes read are not those of its sittings": (
        "SELECT count(*) FROM resource r WHERE r.status <> 'removed' AND r.minutes_read <> "
        "(SELECT coalesce(sum(coalesce(s.progress, s.minutes)), 0) FROM sitting s "
        "WHERE s.resource_id = r.id AND s.void_by IS NULL)"
    ),
    "parameter sets in use, besides the one there must be": (
        "SELECT abs(count(*) - 1) FROM parameters WHERE in_use = true"
    ),
    "a prerequisite of no resource": (
        "SELECT count(*) FROM prerequisite q LEFT JOIN resource r ON r.id = q.resource_id "
        "LEFT JOIN resource e ON e.id = q.after_id WHERE r.id IS NULL OR e.id IS NULL"
    ),
    "a resource that was joined into one that there is not": (
        "SELECT count(*) FROM resource j LEFT JOIN resource r ON r.id = j.joined_into "
        "WHERE j.joined_into IS NOT NULL AND (r.id IS NULL OR r.status = 'removed')"
    ),
    "a priority that there is not": (
        "SELECT count(*) FROM resource WHERE priority NOT IN ('high', 'normal', 'low')"
    ),
    "a turn of a section that there is not": (
        "SELECT count(*) FROM section_rule WHERE turn NOT IN ('first', 'normal', 'later', 'hold')"
    ),
    "a mark of a box that there is not": (
        "SELECT count(*) FROM place WHERE mark NOT IN ('', 'begun', 'dropped', 'read')"
    ),
    "a link check of no resource": (
        "SELECT count(*) FROM link_check k LEFT JOIN resource r ON r.id = k.resource_id "
        "WHERE r.id IS NULL"
    ),
    "an outcome of a link check that there is not": (
        f"SELECT count(*) FROM link_check WHERE outcome NOT IN {OUTCOMES}"
    ),
    "a link that is gone after too few failures": (
        "SELECT count(*) FROM link_check WHERE outcome = 'gone' "
        f"AND (failures < {GONE_FAILURES} OR failing_since IS NULL)"
    ),
    "two valid reviews of one resource on one study day": (
        "SELECT count(*) FROM (SELECT 1 FROM review WHERE void_by IS NULL "
        "GROUP BY resource_id, study_date HAVING count(*) > 1) AS twice"
    ),
}


def problems(store: Store, *, besides_lost: bool = False) -> list[str]:
    """Return sentences on damage to the file and on rows that contradict each other.

    besides_lost: without those on lost rows, which can be mended.
    """
    found = []
    if store.location.path is not None:
        found = _damage(store, LOST if besides_lost else ()) or _unreadable(store)
    if found:
        return found  # the rows of a damaged file tell nothing more
    found = [
        f"parameter set {number} is not the {parameters.NUMBERS} numbers that FSRS-6 needs"
        for number in parameters.unreadable(store)
    ]
    told = {what for what, _ in LOST.values()} if besides_lost else set()
    for what, sql in _CONTRADICTIONS.items():
        if what in told:
            continue
        ((number,),) = store.rows(sql)
        if number:
            found.append(f"{what}: {number}")
    return found


def _damage(store: Store, besides: Collection[str]) -> list[str]:
    rows = store.rows("PRAGMA integrity_check(20)")
    found = [f"the file is damaged: {row[0]}" for row in rows if row[0] != "ok"]
    if not found:
        rows = store.rows("PRAGMA foreign_key_check")
        found = [
            f"a row of {row[0]} points at a missing row of {row[2]}"
            for row in rows
            if row[0] != "planned_visit"  # plan_faults tells of these, and they can be mended
            and not (row[0] in besides and row[2] == "resource")
        ]
    return found


def _unreadable(store: Store) -> list[str]:
    """Return sentences on values that do not fit their column's type."""
    found = []
    for table, columns in TABLES.items():
        counts = ", ".join(map(_count_unreadable, columns))
        ((*numbers,),) = store.rows(f'SELECT {counts} FROM "{table}"')
        found += [
            f"{table}.{column.name} holds what cannot be read; rows: {number}"
            for column, number in zip(columns, numbers, strict=True)
            if number
        ]
    return found


def _count_unreadable(column: StoredColumn) -> str:
    name = f'"{column.name}"'
    readable = _READABLE[column.type].format(name)
    return f"count(CASE WHEN {name} IS NOT NULL AND NOT ({readable}) THEN 1 END)"
