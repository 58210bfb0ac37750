"""Reads for the statistics in plain words: revisits, memories, and how much of a list is read."""

from datetime import date
from typing import Any, NamedTuple

from recall.domain.library.resource import Priority
from recall.domain.memory.recalled import Revisits
from recall.domain.statistics.list_progress import SectionProgress
from recall.storage.database.codec import as_date, to_section
from recall.storage.reads import Reads
from recall.storage.tables.results.ratings import AFTER_UNKNOWN
from recall.storage.tables.results.statistics import as_kept

_IS_PREDICTED = "v.retrievability IS NOT NULL AND v.elapsed > 0"

_PRIORITY = (
    "CASE WHEN v.resource_id IN (SELECT id FROM resource WHERE priority = 'high') THEN 'high' "
    "WHEN v.resource_id IN (SELECT id FROM resource WHERE priority = 'low') THEN 'low' "
    "ELSE 'normal' END"
)
"""A join with the resources takes several times as long."""

_IS_FIRST = (
    "CASE WHEN v.stability_before IS NULL THEN 1 WHEN EXISTS (SELECT 1 FROM review w WHERE "
    "w.resource_id = v.resource_id AND w.study_date < v.study_date AND w.id NOT IN "
    "(SELECT id FROM review WHERE void_by IS NOT NULL)) THEN 0 ELSE 1 END"
)
"""Both lookups of older reviews are answered by indexes, without reading the rows."""

_IS_REVISIT = "(v.stability_before IS NOT NULL OR v.due_before IS NOT NULL) AND v.void_by IS NULL"
"""The first grade of what was read before is a revisit too, as it is in the day's plan."""

_ON_LIST = "r.gone = false AND r.status IN ('unread', 'reading', 'read')"

_FIRST_SECTION = (
    "coalesce((SELECT p.section FROM place p WHERE p.resource_id = r.id "
    "ORDER BY p.list_id, p.ordinal, p.id LIMIT 1), '')"
)


class Beginning(NamedTuple):
    """How much is read and was never graded, and when the first of all revisits is due."""

    read_before: int
    first_due: date | None


def revisits(reads: Reads, first: date, last: date) -> list[Revisits]:
    """Return the revisits of these days, summed up by day, due date and priority.

    The expected recall is the personal recall of each day.
    """
    days = {"first": first.isoformat(), "last": last.isoformat()}
    personal = _personal(reads, days)
    untold = _summed(reads, f"AND {_IS_PREDICTED} AND v.id IN ({AFTER_UNKNOWN})", days)
    found = []
    for key, (count, passed, judged, expected) in _summed(reads, "", days).items():
        on, due, priority, is_first = key
        _, _, guessed, guess = untold.get(key, (0, 0, 0, 0.0))
        found.append(
            Revisits(
                on=as_date(on) or date.min,  # a row of the log always has its day
                due=as_date(due),
                priority=priority,
                revisits=count,
                passed=passed,
                judged=judged - guessed,
                expected=expected - guess + personal.get(key, 0.0),
                is_first=bool(is_first),
            )
        )
    return found


_Key = tuple[Any, Any, Priority, int]

_Sums = dict[_Key, tuple[int, int, int, float]]
"""Revisits, those passed, those predicted and the sum of predictions: by day, due and priority,
and whether they are the first of their resource."""


def _personal(reads: Reads, days: dict[str, str]) -> dict[_Key, float]:
    """Return by how much personal recall exceeds what the parameters alone predicted, summed up."""
    rows = reads.rows(
        f"SELECT v.study_date, v.due_before, {_PRIORITY}, {_IS_FIRST}, v.retrievability, v.mixture "
        "FROM review v WHERE v.study_date >= :first AND v.study_date <= :last "
        f"AND {_IS_REVISIT} AND {_IS_PREDICTED} AND v.mixture IS NOT NULL "
        f"AND v.id NOT IN ({AFTER_UNKNOWN})",
        days,
    )
    mixtures = {text: as_kept(text) for text in {row[-1] for row in rows}}
    more: dict[_Key, float] = {}
    for *key_columns, predicted, text in rows:
        key = tuple(key_columns)
        more[key] = more.get(key, 0.0) + mixtures[text].recall(predicted) - predicted
    return more


def _summed(reads: Reads, condition: str, days: dict[str, str]) -> _Sums:
    rows = reads.rows(
        "SELECT d.study_date, d.due_before, d.priority, d.is_first, count(*), sum(d.passed), "
        "count(d.expected), coalesce(sum(d.expected), 0) FROM (SELECT v.study_date, v.due_before, "
        f"{_PRIORITY} AS priority, {_IS_FIRST} AS is_first, "
        "CASE WHEN v.rating >= 2 THEN 1 ELSE 0 END AS passed, "
        f"CASE WHEN {_IS_PREDICTED} THEN v.retrievability END AS expected FROM review v "
        f"WHERE v.study_date >= :first AND v.study_date <= :last AND {_IS_REVISIT} {condition}) d "
        "GROUP BY d.study_date, d.due_before, d.priority, d.is_first",
        days,
    )
    return {
        tuple(key): (int(count), int(passed), int(judged), float(expected))
        for *key, count, passed, judged, expected in rows
    }


def has_revisits(reads: Reads) -> bool:
    """Is there any revisit that counts?"""
    return bool(reads.rows(f"SELECT 1 FROM review v WHERE {_IS_REVISIT} LIMIT 1"))


def graded(reads: Reads, today: date) -> list[tuple[float, int]]:
    """Return the memory of everything that is read and was graded, nothing put aside.

    That is its stability, and the days since the last review.
    """
    rows = reads.rows(
        "SELECT stability, last_review FROM resource "
        "WHERE status = 'read' AND stability IS NOT NULL"
    )
    days = {on: max(0, (today - (as_date(on) or today)).days) for on in {on for _, on in rows}}
    return [(stability, days[on]) for stability, on in rows]


def beginning(reads: Reads) -> Beginning:
    """Return what waits for its first grade, and the first due date; nothing put aside."""
    ((before, due),) = reads.rows(
        "SELECT sum(CASE WHEN stability IS NULL THEN 1 ELSE 0 END), min(due) "
        "FROM resource WHERE status = 'read' AND due IS NOT NULL"
    )
    return Beginning(int(before or 0), as_date(due))


def sections(reads: Reads) -> list[SectionProgress]:
    """Return how much is read of each section that a resource stands in first, in list order."""
    return _progress(reads, _FIRST_SECTION)


def whole(reads: Reads) -> SectionProgress:
    """Return how much is read of everything, as if it had no sections."""
    return next(iter(_progress(reads, "''")), SectionProgress(()))


def _progress(reads: Reads, section: str) -> list[SectionProgress]:
    rows = reads.rows(
        f"SELECT {section}, count(*), "
        "sum(CASE WHEN r.status = 'read' THEN 1 ELSE 0 END), "
        "sum(CASE WHEN r.status = 'read' OR r.minutes < r.minutes_read THEN 0 "
        "ELSE r.minutes - r.minutes_read END) "
        f"FROM resource r WHERE {_ON_LIST} GROUP BY 1 ORDER BY min(r.list_id), min(r.ordinal)"
    )
    return [SectionProgress(to_section(text), *map(int, counts)) for text, *counts in rows]


def minutes_read(reads: Reads, first: date, before: date) -> int:
    """Return the estimated minutes of what was read for the first time in these days.

    Of what was begun before them, or is still being read, that is the part that they covered.
    """
    days = "v.study_date >= :first AND v.study_date < :before AND v.void_by IS NULL"
    rows = reads.rows(
        "SELECT CASE WHEN r.status = 'reading' THEN r.minutes_read ELSE r.minutes END, "
        "coalesce(e.minutes, 0) FROM resource r LEFT JOIN (SELECT s.resource_id, "
        "sum(coalesce(s.progress, s.minutes)) AS minutes FROM sitting s "
        "WHERE s.study_date < :first AND s.void_by IS NULL GROUP BY s.resource_id) e "
        "ON e.resource_id = r.id WHERE r.id IN (SELECT v.resource_id FROM review v "
        f"WHERE v.stability_before IS NULL AND v.due_before IS NULL AND {days} "
        f"UNION SELECT v.resource_id FROM sitting v WHERE {days})",
        {"first": first.isoformat(), "before": before.isoformat()},
    )
    return sum(max(0, int(covered) - int(earlier)) for covered, earlier in rows)
