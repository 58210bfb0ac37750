"""Reads for statistics: counts of the log, and how resources stood on past days."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from recall.domain.library.resource import Section
from recall.domain.memory.accuracy import Judged
from recall.domain.memory.mixture import AVERAGE, Mixture, from_text
from recall.domain.statistics.streak import Stood, Wait
from recall.domain.statistics.summary import Tally, summed
from recall.storage.database.codec import as_date, to_section
from recall.storage.database.connections.connection import Row
from recall.storage.reads import Reads
from recall.storage.tables.results.ratings import AFTER_UNKNOWN

_FIRST_SECTION = (
    "coalesce((SELECT p.section FROM place p WHERE p.resource_id = v.resource_id "
    "ORDER BY p.list_id, p.ordinal, p.id LIMIT 1), '')"
)

_GROUPS = {
    "kind": "(SELECT r.kind FROM resource r WHERE r.id = v.resource_id)",
    "section": _FIRST_SECTION,
}

_COUNTS = (
    # A revisit is a review of something that had a memory. The first review of what was imported
    # as read is neither a revisit nor a first reading: it had a due date before.
    "count(v.stability_before) AS revisits, "
    "sum(CASE WHEN v.stability_before IS NOT NULL AND v.rating >= 2 THEN 1 ELSE 0 END) AS passed, "
    "sum(CASE WHEN v.stability_before IS NULL AND v.due_before IS NULL THEN 1 ELSE 0 END) "
    "AS first_readings, "
    "sum(coalesce(v.minutes, v.planned_minutes)) AS minutes, "
    "sum(CASE WHEN v.minutes IS NULL THEN v.planned_minutes ELSE 0 END) AS estimated"
)

_SITTINGS = (
    "sum(v.minutes), "
    # The last sitting of what is read once and was not rated: no review says that it is read.
    "sum(CASE WHEN a.kind = 'read' THEN 1 ELSE 0 END) "
    "FROM sitting v JOIN action a ON a.id = v.action_id"
)

_SUMS = "sum(revisits), sum(passed), sum(first_readings), sum(minutes), sum(estimated)"

_LATE = "v.due_before < v.study_date"
"""The condition of ix_review_late, word for word: SQLite finds it by that."""

_THESE_DAYS = "v.study_date >= :first AND v.study_date <= :last AND v.void_by IS NULL"


def has_begun(reads: Reads) -> bool:
    """Is there any review or sitting that counts?"""
    return any(
        reads.rows(f"SELECT 1 FROM {log} WHERE void_by IS NULL LIMIT 1")
        for log in ("review", "sitting")
    )


def by_day(reads: Reads, first: date, last: date) -> dict[date, Tally]:
    """What was done on each study date from first to last, both included."""
    days = _days(first, last)
    reviews = reads.rows(
        f"SELECT v.study_date, {_COUNTS} FROM review v WHERE {_THESE_DAYS} GROUP BY v.study_date",
        days,
    )
    sittings = reads.rows(
        f"SELECT v.study_date, {_SITTINGS} WHERE {_THESE_DAYS} GROUP BY v.study_date",
        days,
    )
    return {_day(key): tally for key, tally in _tallies(reviews, sittings).items()}


def by_kind(reads: Reads, first: date, last: date) -> dict[str, Tally]:
    """What was done in these days, by the present kind of the resource."""
    return _by_resource(reads, "kind", first, last)


def by_section(reads: Reads, first: date, last: date) -> dict[Section, Tally]:
    """What was done in these days, by the first section the resource stands in; () for none."""
    found = _by_resource(reads, "section", first, last)
    return {to_section(key): tally for key, tally in found.items()}


def judged(reads: Reads, first: date, last: date) -> list[Judged]:
    """(Predicted recall, passed) of each revisit in these days, a day or more after the last.

    The prediction is the personal one of that day. Revisits that say nothing about the model are
    left out, as in `ratings`.
    """
    found: list[Any] = reads.rows(
        f"SELECT v.retrievability, v.rating >= 2, v.mixture FROM review v WHERE {_THESE_DAYS} "
        "AND v.retrievability IS NOT NULL AND v.stability_before IS NOT NULL AND v.elapsed > 0 "
        f"AND v.id NOT IN ({AFTER_UNKNOWN})",
        _days(first, last),
    )
    mixtures = {text: as_kept(text) for text in {row[2] for row in found}}
    return [(mixtures[text].recall(predicted), passed) for predicted, passed, text in found]


def as_kept(text: str | None) -> Mixture:
    """Return a review's mixture; of a damaged one, which `doctor` names, the average person's."""
    try:
        return from_text(text)
    except ValueError:
        return AVERAGE


def first_day(reads: Reads) -> date | None:
    """Return the first day with recall: what is dated before it was entered later."""
    ((first,),) = reads.rows("SELECT min(study_date) FROM action")
    return None if first is None else _day(first)


def days_done(reads: Reads) -> set[date]:
    """Every study date with a review or a sitting that counts.

    Each day is looked up in the index by itself: a walk through the whole log costs far more. UNION
    ends the walk if a damaged index leads back to an earlier day.
    """
    return {
        _day(on)
        for log in ("review", "sitting")
        for (on,) in reads.rows(
            "WITH RECURSIVE days(day) AS "
            f"(SELECT min(study_date) FROM {log} UNION "
            f"SELECT (SELECT min(v.study_date) FROM {log} v WHERE v.study_date > days.day) "
            "FROM days WHERE days.day IS NOT NULL) "
            "SELECT day FROM days WHERE EXISTS (SELECT 1 FROM "
            f"{log} v WHERE v.study_date = days.day AND v.void_by IS NULL)"
        )
    }


def overdue(reads: Reads, since: date, besides: Iterable[int]) -> list[Wait]:
    """When revisits waited that were done late, after a study date: of each day the longest wait.

    A resource that was only ever graded waited from its due date until its review. Those that
    something else happened to are left out: `besides` holds their IDs. ix_review_late gives each
    day by itself, and its earliest due date: a walk through the whole log costs far more.
    """
    others = ", ".join(map(str, besides)) or "0"
    rows = reads.rows(
        "WITH RECURSIVE days(day) AS ("
        f"SELECT min(v.study_date) FROM review v WHERE v.study_date > :since AND {_LATE} "
        "UNION SELECT (SELECT min(v.study_date) FROM review v "
        f"WHERE v.study_date > days.day AND {_LATE}) FROM days WHERE days.day IS NOT NULL) "
        "SELECT due, day FROM (SELECT days.day, (SELECT v.due_before FROM review v "
        f"WHERE v.study_date = days.day AND {_LATE} AND v.void_by IS NULL "
        f"AND v.resource_id NOT IN ({others}) ORDER BY v.due_before LIMIT 1) AS due "
        "FROM days WHERE days.day IS NOT NULL) found WHERE due IS NOT NULL",
        {"since": since.isoformat()},
    )
    return [(_day(due), _day(done)) for due, done in rows]


def moved(reads: Reads) -> list[Stood]:
    """Return resources' states before each action that is neither a review nor undone, in order."""
    rows = reads.rows(
        "SELECT c.row_id, a.study_date, a.id, a.kind, c.before FROM change c "
        "JOIN action a ON a.id = c.action_id WHERE c.table_name = 'resource' "
        'AND a.undone_by IS NULL AND c.before LIKE \'%"due": "%\' '
        "AND NOT EXISTS (SELECT 1 FROM review v WHERE v.resource_id = c.row_id "
        "AND v.action_id = a.id) ORDER BY c.id"
    )
    return [_stood(*row) for row in rows]


def _stood(number: int, on: object, action: int, kind: str, image: str) -> Stood:
    import json  # most libraries have nothing to read with it

    before = json.loads(image)
    return Stood(
        resource_id=number,
        on=_day(on),
        action=action,
        due=as_date(before["due"]),
        status=before["status"],
        kind=kind,
    )


def graded(reads: Reads, ids: Iterable[int]) -> list[Stood]:
    """How these resources stood before each of their reviews."""
    listed = ", ".join(map(str, ids)) or "0"
    rows = reads.rows(
        "SELECT v.resource_id, v.study_date, v.action_id, v.due_before FROM review v "
        f"WHERE v.void_by IS NULL AND v.resource_id IN ({listed})"
    )
    return [Stood(row[0], _day(row[1]), row[2], as_date(row[3])) for row in rows]


def due_now(reads: Reads, today: date, ids: Iterable[int]) -> dict[int, date]:
    """The due dates, by ID, of those of these resources that are due."""
    listed = ", ".join(map(str, ids)) or "0"
    rows = reads.rows(
        "SELECT id, due FROM resource WHERE status = 'read' AND due <= :today "
        f"AND id IN ({listed})",
        {"today": today.isoformat()},
    )
    return {number: _day(due) for number, due in rows}


def longest_due(reads: Reads, today: date, besides: Iterable[int]) -> date | None:
    """The earliest due date of all that is due, some resources left out."""
    others = ", ".join(map(str, besides)) or "0"
    ((due,),) = reads.rows(
        "SELECT min(due) FROM resource WHERE status = 'read' AND due <= :today "
        f"AND id NOT IN ({others})",
        {"today": today.isoformat()},
    )
    return as_date(due)


def _by_resource(reads: Reads, group: str, first: date, last: date) -> dict[str, Tally]:
    """Count each resource's visits first: its group is then looked up once."""
    days, key = _days(first, last), _GROUPS[group]
    reviews = reads.rows(
        f"SELECT {key}, {_SUMS} FROM (SELECT v.resource_id, {_COUNTS} FROM review v "
        f"WHERE {_THESE_DAYS} GROUP BY v.resource_id) v GROUP BY 1",
        days,
    )
    sittings = reads.rows(f"SELECT {key}, {_SITTINGS} WHERE {_THESE_DAYS} GROUP BY 1", days)
    return _tallies(reviews, sittings)


def _tallies(reviews: Iterable[Row], sittings: Iterable[Row]) -> dict[str, Tally]:
    found = {key: Tally(*map(int, counts)) for key, *counts in reviews}
    for key, minutes, readings in sittings:
        sat = Tally(minutes=int(minutes), first_readings=int(readings))
        found[key] = summed((found.get(key, Tally()), sat))
    return found


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}


def _day(stored: object) -> date:
    """A study date of a column that is never empty."""
    return as_date(stored) or date.min
