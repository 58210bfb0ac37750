"""Reads for one study day: revisits due, readings available, and what is done."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from recall.domain.day.lately import Spent, together
from recall.domain.day.morning import Done
from recall.domain.library.card import Memory
from recall.domain.library.pace import Pace
from recall.domain.library.resource import PRIORITIES, Planned, Resource
from recall.storage.database.codec import as_date, moment
from recall.storage.store import Reads
from recall.storage.tables.resources import COLUMNS, STILL_UNREAD, parted, to_resource

if TYPE_CHECKING:
    from recall.storage.database.connection import Row

# `gone = false`, not `NOT gone`: an index is only used by a comparison.
# An unread earlier part or prerequisite holds a reading back, unless it was put aside.
_UNLOCKED = (
    "(r.series IS NULL OR NOT EXISTS (SELECT 1 FROM resource e WHERE e.series = r.series "
    "AND e.list_id = r.list_id AND e.status IN ('unread', 'reading') AND NOT e.gone "
    "AND (coalesce(e.part, 0) < coalesce(r.part, 0) "
    "OR (coalesce(e.part, 0) = coalesce(r.part, 0) AND e.ordinal < r.ordinal)))) "
    "AND NOT EXISTS (SELECT 1 FROM prerequisite q JOIN resource e ON e.id = q.after_id "
    "WHERE q.resource_id = r.id AND e.status IN ('unread', 'reading') AND NOT e.gone)"
)


_Begun = tuple[tuple[int, int], str]


class UnlockedPart(NamedTuple):
    """A part that can be read now; at is the moment of the reading before it."""

    series: str
    part: int
    title: str
    at: datetime
    resource_id: int


class Sections(NamedTuple):
    """A part of the reading order: the resources in these sections, and the IDs in besides.

    With others, it is the resources in all other sections. Sections are as stored.
    """

    stored: Sequence[str] = ()
    others: bool = False
    besides: Collection[int] = ()


EVERYTHING = Sections(others=True)


NO_LIMIT = 1_000_000
"""More rows than any list has; the databases spell "no limit" differently."""


LATEST = 500
"""The most rows of the log that `spent` reads."""


class Counts(NamedTuple):
    """The total numbers of due revisits and of resources still to be read."""

    due: int
    unread: int


def due(reads: Reads, today: date, limit: int = NO_LIMIT) -> list[Resource]:
    """Return the revisits due, the longest overdue first, then the soonest forgotten."""
    rows = reads.rows(
        f"SELECT {COLUMNS} FROM resource r WHERE r.status = 'read' AND r.due <= :today "
        "ORDER BY r.due, coalesce(r.stability, 1e9), r.id LIMIT :limit",
        {"today": today.isoformat(), "limit": limit},
    )
    return [to_resource(row) for row in rows]


def to_read(reads: Reads, limit: int, line: Sequence[Sections] = (EVERYTHING,)) -> list[Resource]:
    """Return the readings available: those in progress, then the others, limit of each.

    Both are in the order of line, and within one of its parts by priority and list order.
    """
    begun, unread = (
        _in_line(reads, status, limit, line)[:limit] for status in ("reading", "unread")
    )
    return begun + unread


def _in_line(reads: Reads, status: str, limit: int, line: Sequence[Sections]) -> list[Resource]:
    found: dict[int, Resource] = {}
    for part in line:
        if len(found) < limit:  # a resource in several parts keeps its first place
            for one in map(to_resource, _offered(reads, status, part, limit)):
                found.setdefault(one.id, one)
    return list(found.values())


def _offered(reads: Reads, status: str, part: Sections, limit: int) -> "list[Row]":
    names = ", ".join(f":section{number}" for number in range(len(part.stored)))
    besides = ", ".join(map(str, part.besides)) or "0"
    given: dict[str, object] = {f"section{n}": one for n, one in enumerate(part.stored)}
    given |= {"status": status, "limit": limit}
    where = f"r.status = :status AND r.gone = false AND {_UNLOCKED}"
    if status == "unread" and not part.others:  # few of the unread are in it: look them up by place
        return reads.rows(
            f"SELECT {COLUMNS} FROM (SELECT resource_id FROM place WHERE section IN ({names}) "
            f"UNION SELECT id FROM resource WHERE id IN ({besides})) p CROSS JOIN resource r "
            f"WHERE r.id = p.resource_id AND {where} ORDER BY CASE r.priority "
            "WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END, r.list_id, r.ordinal "
            "LIMIT :limit",
            given,
        )
    if part.stored:
        where += (
            f" AND (r.id IN ({besides}) OR EXISTS (SELECT 1 FROM place p WHERE "
            f"p.resource_id = r.id AND p.section {'NOT IN' if part.others else 'IN'} ({names})))"
        )
    rows: list[Row] = []
    for priority in PRIORITIES:  # one by one: an index holds each priority in list order
        if len(rows) < limit:
            rows += reads.rows(
                f"SELECT {COLUMNS} FROM resource r WHERE {where} AND r.priority = :priority "
                "ORDER BY r.list_id, r.ordinal LIMIT :limit",
                given | {"priority": priority},
            )
    return rows


def begun(reads: Reads) -> list[int]:
    """Return the IDs of all readings in progress, even those held back."""
    rows = reads.rows("SELECT id FROM resource WHERE status = 'reading' AND gone = false")
    return [number for (number,) in rows]


def has_rules(reads: Reads) -> bool:
    """Return whether any section has a rule."""
    return bool(reads.rows("SELECT id FROM section_rule WHERE id > 0 LIMIT 1"))


def waits(
    reads: Reads, finished: Iterable[int], readings: Iterable[int] | None = None
) -> dict[int, list[int]]:
    """Map readings to the prerequisites that hold them back, or are among the finished.

    Without readings, all of them are asked about.
    """
    listed, ended = (", ".join(map(str, one)) or "0" for one in (readings or (), finished))
    some = "" if readings is None else f"q.resource_id IN ({listed}) AND "
    rows = reads.rows(
        "SELECT q.resource_id, q.after_id FROM prerequisite q JOIN resource e ON e.id = q.after_id "
        f"WHERE {some}(e.id IN ({ended}) "
        "OR (e.status IN ('unread', 'reading') AND NOT e.gone)) ORDER BY q.id"
    )
    found: dict[int, list[int]] = {}
    for number, earlier in rows:
        found.setdefault(number, []).append(earlier)
    return found


def done(reads: Reads, today: date, pace: Pace) -> list[Done]:
    """What was graded or sat over on this study day, in that order, with minutes as of the pace."""
    rows = reads.rows(
        f"SELECT {COLUMNS}, v.minutes, v.planned_minutes, v.due_before, "
        "v.stability_before, v.difficulty_before, v.elapsed "
        "FROM review v JOIN resource r ON r.id = v.resource_id "
        "WHERE v.study_date = :today AND v.void_by IS NULL AND r.status <> 'removed' "
        "ORDER BY v.id",
        {"today": today.isoformat()},
    )
    graded = [_graded(pace.planned(one), review, today) for one, review in parted(rows)]
    rows = reads.rows(
        f"SELECT {COLUMNS}, s.minutes FROM sitting s JOIN resource r ON r.id = s.resource_id "
        "WHERE s.study_date = :today AND s.void_by IS NULL AND r.status <> 'removed' "
        "ORDER BY s.id",
        {"today": today.isoformat()},
    )
    sat = ((pace.planned(one), minutes) for one, (minutes,) in parted(rows))
    return graded + [Done(resource, spent, spent, sitting=True) for resource, spent in sat]


def spent(reads: Reads, since: date, before: date) -> Spent:
    """Return the minutes spent from since to the day before `before`; planned ones if unrecorded.

    Only the LATEST reviews are counted.
    """
    given = {"since": since.isoformat(), "before": before.isoformat()}
    rows = reads.rows(
        "SELECT due_before IS NOT NULL, sum(coalesce(minutes, planned_minutes)), "
        "max(study_date) FROM "
        "(SELECT study_date, due_before, minutes, planned_minutes FROM review "
        "WHERE study_date < :before AND void_by IS NULL ORDER BY id DESC LIMIT :latest) v "
        "WHERE study_date >= :since GROUP BY 1",
        {**given, "latest": LATEST},
    )
    sat = reads.rows(
        "SELECT sum(minutes), max(study_date) FROM sitting WHERE study_date >= :since "
        "AND study_date < :before AND void_by IS NULL HAVING count(*) > 0",
        given,
    )
    return together(
        Spent(int(minutes)) if is_revisit else Spent(0, int(minutes), as_date(last) or date.min)
        for is_revisit, minutes, last in (*rows, *((False, *row) for row in sat))
    )


def _graded(resource: Planned, review: "Row", today: date) -> Done:
    minutes, planned, due_before, stability, difficulty, elapsed = review
    spent = planned if minutes is None else minutes
    memory = None
    if stability is not None:
        memory = Memory(stability, difficulty, today - timedelta(days=elapsed))
    return Done(
        resource=resource,
        spent_minutes=spent,
        planned_minutes=planned,
        due_before=as_date(due_before),
        memory_before=memory,
    )


def counts(reads: Reads, today: date) -> Counts:
    """Count the whole backlog, including what fits into today."""
    (revisits,) = reads.rows(
        "SELECT count(*) FROM resource r WHERE r.status = 'read' AND r.due <= :today",
        {"today": today.isoformat()},
    )
    (unread,) = reads.rows(f"SELECT count(*) FROM resource r WHERE {STILL_UNREAD}")
    return Counts(revisits[0], unread[0])


def unlocked(reads: Reads, since: date) -> list[UnlockedPart]:
    """Return the parts made available by first readings since a day, in the order of those.

    Called every minute, so it starts from the few readings, then looks up their series.
    """
    found: list[UnlockedPart] = []
    for (series, list_id), begun in _parts_begun(reads, since).items():
        for status, part, line, title, number in _first_open(reads, series, list_id):
            before = [at for place, at in begun if place < (part, line)]
            if status == "unread" and before:
                found.append(
                    UnlockedPart(
                        series=series,
                        part=part,
                        title=title,
                        at=moment(before[-1]),
                        resource_id=number,
                    )
                )
    return sorted(found, key=lambda part: part.at)


def _parts_begun(reads: Reads, since: date) -> dict[tuple[str, int], list[_Begun]]:
    """Return the first readings since a day, in order, by series and list."""
    rows = reads.rows(  # sorted in Python: for ORDER BY v.id SQLite would scan all reviews
        "SELECT v.id, p.series, p.list_id, coalesce(p.part, 0), p.ordinal, v.reviewed_at "
        "FROM review v JOIN resource p ON p.id = v.resource_id WHERE v.study_date >= :since "
        "AND v.void_by IS NULL AND v.stability_before IS NULL AND p.series IS NOT NULL "
        "UNION ALL SELECT v.id, p.series, p.list_id, coalesce(p.part, 0), p.ordinal, v.at "
        "FROM sitting v JOIN resource p ON p.id = v.resource_id WHERE v.study_date >= :since "
        "AND v.void_by IS NULL AND p.once AND p.series IS NOT NULL",
        {"since": since.isoformat()},
    )
    begun: dict[tuple[str, int], list[_Begun]] = {}
    for _, series, list_id, part, line, at in sorted(rows, key=itemgetter(5, 0)):
        begun.setdefault((series, list_id), []).append(((part, line), at))
    return begun


def _first_open(reads: Reads, series: str, list_id: int) -> "list[Row]":
    """Return a series' next part, if any: status, part, ordinal, title, ID."""
    return reads.rows(  # NOT e.gone keeps SQLite from scanning the index of everything unread
        "SELECT e.status, coalesce(e.part, 0), e.ordinal, e.title, e.id FROM resource e "
        "WHERE e.series = :series AND e.list_id = :list_id "
        "AND e.status IN ('unread', 'reading') AND NOT e.gone "
        "ORDER BY coalesce(e.part, 0), e.ordinal LIMIT 1",
        {"series": series, "list_id": list_id},
    )
