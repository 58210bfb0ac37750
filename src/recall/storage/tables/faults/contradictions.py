"""Rows that are sound by themselves and contradict each other."""

from collections.abc import Iterator
from datetime import date

from recall.domain.link_checks.finding import GONE_FAILURES
from recall.storage.reads import Reads
from recall.storage.tables.faults.found import Fault

_CONTRADICTIONS: tuple[tuple[str, str, str, str], ...] = (
    (
        "resource",
        "status",
        "it stands in no list",
        "status <> 'removed' AND NOT EXISTS (SELECT 1 FROM place p WHERE p.resource_id = t.id)",
    ),
    (
        "resource",
        "due",
        "it is read, but never due",
        "status = 'read' AND due IS NULL AND NOT once",
    ),
    ("resource", "due", "it is to have no revisits, but is due", "once AND due IS NOT NULL"),
    (
        "resource",
        "once",
        "it is to have no revisits, but is not read",
        "once AND status IN ('unread', 'reading')",
    ),
    (
        "resource",
        "due",
        "it is unread, but due",
        "status IN ('unread', 'reading') AND due IS NOT NULL",
    ),
    (
        "resource",
        "stability",
        "its memory is only half there",
        "(stability IS NULL) <> (last_review IS NULL) "
        "OR (difficulty IS NULL) <> (last_review IS NULL)",
    ),
    (
        "resource",
        "minutes_read",
        "its minutes read are not those of its sittings",
        "status <> 'removed' AND minutes_read <> (SELECT coalesce(sum(coalesce(s.progress, "
        "s.minutes)), 0) FROM sitting s WHERE s.resource_id = t.id AND s.void_by IS NULL)",
    ),
    (
        "resource",
        "joined_into",
        "it was joined into one that is removed",
        "joined_into IN (SELECT r.id FROM resource r WHERE r.status = 'removed')",
    ),
    (
        "planned_visit",
        "resource_id",
        "it is planned already on that day",
        "EXISTS (SELECT 1 FROM planned_visit o WHERE o.plan_id = t.plan_id "
        "AND o.resource_id = t.resource_id AND o.id < t.id)",
    ),
    (
        "link_check",
        "outcome",
        "it is gone after too few failures",
        f"outcome = 'gone' AND (failures < {GONE_FAILURES} OR failing_since IS NULL)",
    ),
    (
        "review",
        "study_date",
        "another review of that resource and day counts too",
        "void_by IS NULL AND EXISTS (SELECT 1 FROM review o WHERE o.void_by IS NULL "
        "AND o.resource_id = t.resource_id AND o.study_date = t.study_date AND o.id < t.id)",
    ),
)
"""The table and column, what is wrong, and the condition of the rows, which are called t."""


def contradictions(reads: Reads, latest: date) -> Iterator[Fault]:
    """Yield the rows that contradict others; latest is the last study date that may have a plan."""
    given = {"latest": latest.isoformat()}
    for table, column, said, where in _CONTRADICTIONS:
        for (number,) in reads.rows(f"SELECT t.id FROM {table} t WHERE {where} ORDER BY t.id"):
            yield Fault(table, number, column, said)
    ahead = reads.rows("SELECT id FROM plan WHERE study_date > :latest ORDER BY id", given)
    for (number,) in ahead:
        yield Fault("plan", number, "study_date", "it is of a day to come", is_damage=False)
