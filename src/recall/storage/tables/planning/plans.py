"""Kept plans: reads and writes, and what is done on a study day."""

from __future__ import annotations

from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.day.progress import Done, ResourceState
from recall.named_tuples import NamedTuple
from recall.storage.database.codec import as_date, instant, to_section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from recall.storage.actions import Action
    from recall.storage.database.connections.connection import Row
    from recall.storage.reads import Reads
    from recall.storage.store import Store

    States = Mapping[int, ResourceState]

_STATE = (
    "r.status, r.due, r.gone, r.title, r.url, (SELECT p.section FROM place p "
    "WHERE p.resource_id = r.id ORDER BY p.list_id, p.ordinal, p.id LIMIT 1), "
    "r.postponed_from IS NOT NULL"
)


POSSIBLE = "v.task IN ('revisit', 'read', 'sitting') AND v.minutes BETWEEN 0 AND 1440"
"""What a planned visit must be; a damaged library may have others, which `doctor` names."""

DAY_MINUTES = 24 * 60
"""The most minutes that a plan can have."""


class KeptPlan(NamedTuple):
    """The plan of a study day as it is stored, and the resources in it."""

    plan: Plan
    states: States


class DoneOnDay(NamedTuple):
    """All that is done on a study day, in order, and the resources of it."""

    done: Sequence[Done]
    states: States


def kept(reads: Reads, day: date) -> KeptPlan | None:
    """Return the highest revision of a study day's plan; None if there is no plan.

    Of a damaged library's plan, visits without a resource and impossible ones are left out.
    """
    return _found(reads, day, DAY_MINUTES, "revision DESC")


def widest(reads: Reads, day: date, most: int) -> Plan | None:
    """Return the latest of a study day's revisions with the most minutes, up to `most`."""
    found = _found(reads, day, most, "minutes DESC, revision DESC")
    return found and found.plan


def _found(reads: Reads, day: date, most: int, order: str) -> KeptPlan | None:
    rows = reads.rows(
        "SELECT n.revision, n.minutes, v.resource_id, v.task, v.minutes, v.reason, v.put_off, "
        f"{_STATE} FROM (SELECT id, revision, minutes FROM plan WHERE study_date = :day "
        f"AND minutes BETWEEN 0 AND :most ORDER BY {order}, id DESC LIMIT 1) n "
        "LEFT JOIN planned_visit v ON v.plan_id = n.id "
        f"AND {POSSIBLE} LEFT JOIN resource r ON r.id = v.resource_id ORDER BY v.place, v.id",
        {"day": day.isoformat(), "most": most},
    )
    if not rows:
        return None
    revision, minutes = rows[0][:2]
    visits = {row[2]: _visit(row[2:7]) for row in rows if row[7] is not None}
    plan = Plan(day, minutes, tuple(visits.values()), revision)
    return KeptPlan(plan, _states((row[2], row[7:]) for row in rows))


def done(reads: Reads, day: date) -> DoneOnDay:
    """Return what was graded or sat over on a study day, in that order.

    A visit without recorded minutes counts with the planned ones.
    """
    rows = reads.rows(
        f"SELECT d.resource_id, d.minutes, d.is_revisit, d.is_sitting, {_STATE} FROM "
        "(SELECT id, resource_id, coalesce(minutes, planned_minutes) AS minutes, reviewed_at AS "
        "at, CASE WHEN due_before IS NULL THEN 0 ELSE 1 END AS is_revisit, 0 AS is_sitting "
        "FROM review WHERE study_date = :day AND void_by IS NULL UNION ALL "
        "SELECT id, resource_id, minutes, at, 0, 1 FROM sitting "
        "WHERE study_date = :day AND void_by IS NULL) d "
        "JOIN resource r ON r.id = d.resource_id WHERE r.status <> 'removed' "
        "ORDER BY d.at, d.is_sitting, d.id",
        {"day": day.isoformat()},
    )
    every = [
        Done(number, minutes, is_revisit=bool(revisit), is_sitting=bool(sitting))
        for number, minutes, revisit, sitting, *_ in rows
    ]
    return DoneOnDay(every, _states((row[0], row[4:]) for row in rows))


def planned_minutes(reads: Reads, day: date, resource_id: int) -> int | None:
    """Return the minutes of a resource's visit in a study day's plan; None if it has none."""
    rows = reads.rows(
        "SELECT v.minutes FROM planned_visit v WHERE v.resource_id = :id "
        f"AND {POSSIBLE} AND v.plan_id = (SELECT id FROM plan WHERE study_date = :day "
        f"AND minutes BETWEEN 0 AND {DAY_MINUTES} ORDER BY revision DESC, id DESC LIMIT 1)",
        {"id": resource_id, "day": day.isoformat()},
    )
    return int(rows[0][0]) if rows else None


def done_after(reads: Reads, day: date, ids: Iterable[int]) -> Mapping[int, date]:
    """Return the first study date after a day on which each resource was graded or sat over."""
    listed = ", ".join(map(str, ids)) or "0"
    logs = (
        f"SELECT resource_id, study_date FROM {log} WHERE resource_id IN ({listed}) "
        "AND study_date > :day AND void_by IS NULL"
        for log in ("review", "sitting")
    )
    rows = reads.rows(
        f"SELECT resource_id, min(study_date) FROM ({' UNION ALL '.join(logs)}) d "
        "GROUP BY resource_id",
        {"day": day.isoformat()},
    )
    return {number: on for number, found in rows if (on := as_date(found)) is not None}


def states_of(reads: Reads, ids: Iterable[int]) -> States:
    """Return resources by ID, as they stand now."""
    listed = ", ".join(map(str, ids)) or "0"
    rows = reads.rows(f"SELECT r.id, {_STATE} FROM resource r WHERE r.id IN ({listed})")
    return _states((row[0], row[1:]) for row in rows)


def was_revised(reads: Reads, day: date) -> bool:
    """Return whether the last action made a revision of a study day's plan."""
    rows = reads.rows(
        "SELECT n.id FROM change c JOIN plan n ON n.id = c.row_id WHERE c.table_name = 'plan' "
        "AND c.action_id = (SELECT max(id) FROM action) AND n.study_date = :day",
        {"day": day.isoformat()},
    )
    return bool(rows)


def add(store: Store, plan: Plan, made_at: datetime, wait: float) -> None:
    """Store a plan that was made, unless the day has this revision or a later one.

    It is no action, so undo skips it. wait: seconds to wait for the action in progress.
    StorageError if that takes longer, or if the library cannot be written.
    """
    from recall.storage.actions import alone
    from recall.storage.database import rows

    with alone(store, wait, is_beside=True) as connection:
        there = connection.rows(
            "SELECT id FROM plan WHERE study_date = :day AND revision >= :revision LIMIT 1",
            {"day": plan.study_date.isoformat(), "revision": plan.revision},
        )
        if not there:
            number = rows.add_one(connection, "plan", _header(plan, made_at))
            rows.add(connection, "planned_visit", _visit_rows(plan, number))


def revise(action: Action, plan: Plan, made_at: datetime) -> None:
    """Store a revision of a plan as a part of an action, so that undo takes it away."""
    (number,) = action.insert("plan", [_header(plan, made_at)])
    action.insert("planned_visit", _visit_rows(plan, number))


def _header(plan: Plan, made_at: datetime) -> dict[str, object]:
    return {
        "study_date": plan.study_date,
        "revision": plan.revision,
        "minutes": plan.minutes,
        "made_at": instant(made_at),
    }


def _visit_rows(plan: Plan, number: int) -> list[dict[str, object]]:
    return [
        {"plan_id": number, "place": place, **visit._asdict()}
        for place, visit in enumerate(plan.visits)
    ]


def _visit(row: Row) -> PlannedVisit:
    resource_id, task, minutes, reason, put_off = row
    return PlannedVisit(resource_id, task, minutes, reason, put_off=bool(put_off))


def _states(rows: Iterable[tuple[int | None, Row]]) -> States:
    return {
        number: _state(row)
        for number, row in rows
        if number is not None and row[0] not in (None, "removed")
    }


def _state(row: Row) -> ResourceState:
    status, due, gone, title, url, section, is_postponed = row
    return ResourceState(
        status=status,
        due=as_date(due),
        gone=bool(gone),
        title=title,
        url=url,
        section=to_section(section) if section else (),
        is_postponed=bool(is_postponed),
    )
