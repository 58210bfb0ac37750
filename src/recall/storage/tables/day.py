"""Reads for one study day: revisits due, readings available, and what is done."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from recall.domain.library.resource import PRIORITIES, Resource, Section
from recall.storage.database.codec import as_date, from_section, moment, to_section
from recall.storage.reads import Reads
from recall.storage.tables.resources import COLUMNS, to_resource

if TYPE_CHECKING:
    from recall.storage.database.connections.connection import Row

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

_SECTIONS_IN_PROGRESS = (
    "SELECT DISTINCT q.section FROM (SELECT id FROM resource WHERE status = 'read' "
    "ORDER BY due LIMIT :many) d CROSS JOIN place q WHERE q.resource_id = d.id"
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

    With others, it is the resources in all other sections; with in_progress those in the sections
    of sections_in_progress(), however many these are. Sections are as stored.
    """

    stored: Sequence[str] = ()
    others: bool = False
    besides: Collection[int] = ()
    in_progress: bool = False


def stored(sections: Iterable[Section]) -> list[str]:
    """Return sections as they are stored, in order."""
    return sorted(map(from_section, sections))


EVERYTHING = Sections(others=True)

IN_PROGRESS = Sections(in_progress=True)

FEW_SECTIONS = 40
"""Up to so many sections, readings are looked up by their places."""

MANY_READ = 1000
"""Resources from which the sections in progress are taken."""

NO_LIMIT = 1_000_000
"""More rows than any list has; the databases spell "no limit" differently."""


def due(reads: Reads, today: date, limit: int = NO_LIMIT, every: int = 1) -> list[Resource]:
    """Return the revisits due, the longest overdue first, then the soonest forgotten.

    every: only those whose ID is a multiple of it, as a sample of very many.
    """
    rows = reads.rows(
        f"SELECT {COLUMNS} FROM resource r WHERE r.status = 'read' AND r.due <= :today "
        "AND r.id % :every = 0 ORDER BY r.due, coalesce(r.stability, 1e9), r.id LIMIT :limit",
        {"today": today.isoformat(), "limit": limit, "every": every},
    )
    return [to_resource(row) for row in rows]


def how_many_due(reads: Reads, today: date) -> int:
    """Count the revisits due."""
    sql = "SELECT count(*) FROM resource r WHERE r.status = 'read' AND r.due <= :today"
    ((number,),) = reads.rows(sql, {"today": today.isoformat()})
    return int(number)


def has_read_more_than(reads: Reads, number: int) -> bool:
    """Return whether more resources than that are read."""
    sql = "SELECT id FROM resource WHERE status = 'read' LIMIT 1 OFFSET :number"
    return bool(reads.rows(sql, {"number": number}))


def to_read(
    reads: Reads, limit: int, parts: Sequence[Sections] = (EVERYTHING,), *, with_held: bool = False
) -> list[Resource]:
    """Return the readings available: those in progress, and of each part the first `limit` others.

    The others are those of high priority, then the next ones, each in list order. A resource that
    stands in several parts is in the list once. with_held: also what others hold back.
    """
    unlocked = "true" if with_held else _UNLOCKED
    begun = reads.rows(
        f"SELECT {COLUMNS} FROM resource r WHERE r.status = 'reading' AND r.gone = false "
        f"AND {unlocked} ORDER BY r.list_id, r.ordinal"
    )
    rows = [*begun, *(row for part in parts for row in _unread(reads, part, limit, unlocked))]
    return list({row[0]: to_resource(row) for row in rows}.values())


def available(reads: Reads, numbers: Iterable[int]) -> set[int]:
    """Return which of some readings nothing holds back."""
    listed = ", ".join(map(str, numbers)) or "0"
    rows = reads.rows(f"SELECT r.id FROM resource r WHERE r.id IN ({listed}) AND {_UNLOCKED}")
    return {number for (number,) in rows}


def _unread(reads: Reads, part: Sections, limit: int, unlocked: str) -> "list[Row]":
    """Return the first unread readings of a part."""
    if not (part.others or part.in_progress) and len(part.stored) <= FEW_SECTIONS:
        return _by_place(reads, part, limit, unlocked)
    where, given = f"r.status = 'unread' AND r.gone = false AND {unlocked}", _given(part, limit)
    if part.in_progress:
        given["many"] = MANY_READ
        where += (
            " AND EXISTS (SELECT 1 FROM place p WHERE p.resource_id = r.id "
            f"AND p.section IN ({_SECTIONS_IN_PROGRESS}))"
        )
    elif part.stored:
        where += (
            f" AND (r.id IN ({_ids(part)}) OR EXISTS (SELECT 1 FROM place p WHERE p.resource_id = "
            f"r.id AND p.section {'NOT IN' if part.others else 'IN'} ({_names(part)})))"
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


def _by_place(reads: Reads, part: Sections, limit: int, unlocked: str) -> "list[Row]":
    """Return the first unread readings of a part of few sections, starting from its places."""
    return reads.rows(
        f"SELECT {COLUMNS} FROM (SELECT resource_id FROM place WHERE section IN ({_names(part)}) "
        f"UNION SELECT id FROM resource WHERE id IN ({_ids(part)})) p CROSS JOIN resource r "
        f"WHERE r.id = p.resource_id AND r.status = 'unread' AND r.gone = false AND {unlocked} "
        "ORDER BY CASE r.priority WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END, "
        "r.list_id, r.ordinal LIMIT :limit",
        _given(part, limit),
    )


def _names(part: Sections) -> str:
    return ", ".join(f":section{number}" for number in range(len(part.stored))) or "NULL"


def _ids(part: Sections) -> str:
    return ", ".join(map(str, part.besides)) or "0"


def _given(part: Sections, limit: int) -> dict[str, object]:
    return {f"section{n}": section for n, section in enumerate(part.stored)} | {"limit": limit}


def sections_in_progress(reads: Reads) -> set[Section]:
    """Return the sections in which something was read.

    A section in which something is only begun does not count, or a book would bring up itself.

    In a library with more than MANY_READ resources read, those with the next due dates tell.
    """
    rows = reads.rows(_SECTIONS_IN_PROGRESS, {"many": MANY_READ})
    return {to_section(section) for (section,) in rows}


def has_rules(reads: Reads) -> bool:
    """Return whether any section has a rule."""
    return bool(reads.rows("SELECT id FROM section_rule WHERE id > 0 LIMIT 1"))


def waits(reads: Reads, readings: Iterable[int] | None = None) -> dict[int, list[int]]:
    """Map readings to the prerequisites that hold them back.

    Without readings, all of them are asked about.
    """
    listed = ", ".join(map(str, readings or ())) or "0"
    some = "" if readings is None else f"q.resource_id IN ({listed}) AND "
    rows = reads.rows(
        "SELECT q.resource_id, q.after_id FROM prerequisite q JOIN resource e ON e.id = q.after_id "
        f"WHERE {some}e.status IN ('unread', 'reading') AND NOT e.gone ORDER BY q.id"
    )
    found: dict[int, list[int]] = {}
    for number, earlier in rows:
        found.setdefault(number, []).append(earlier)
    return found


def freed(reads: Reads, finished: Collection[int]) -> set[int]:
    """Return what could not be read before these were: later parts, and what came after them."""
    listed = ", ".join(map(str, finished)) or "0"
    rows = reads.rows(
        "SELECT r.id FROM resource e JOIN resource r ON r.series = e.series "
        "AND r.list_id = e.list_id AND (coalesce(r.part, 0) > coalesce(e.part, 0) "
        "OR (coalesce(r.part, 0) = coalesce(e.part, 0) AND r.ordinal > e.ordinal)) "
        f"WHERE e.id IN ({listed}) UNION SELECT resource_id FROM prerequisite "
        f"WHERE after_id IN ({listed})"
    )
    return {number for (number,) in rows}


def last_book(reads: Reads, before: date, most: int) -> date | None:
    """Return the last of the 60 days before with a sitting of more than `most` minutes' reading."""
    ((last,),) = reads.rows(
        "SELECT max(s.study_date) FROM sitting s JOIN resource r ON r.id = s.resource_id "
        "WHERE s.study_date >= :since AND s.study_date < :before AND s.void_by IS NULL "
        "AND r.minutes > :most",
        {
            "since": (before - timedelta(days=60)).isoformat(),
            "before": before.isoformat(),
            "most": most,
        },
    )
    return as_date(last)


def days_with_readings(reads: Reads, after: date, before: date) -> int:
    """Count the study days between two dates, both left out, with a sitting or first reading."""
    where = "study_date > :after AND study_date < :before AND void_by IS NULL"
    ((days,),) = reads.rows(
        f"SELECT count(DISTINCT d.study_date) FROM (SELECT study_date FROM sitting WHERE {where} "
        f"UNION ALL SELECT study_date FROM review WHERE {where} AND due_before IS NULL) d",
        {"after": after.isoformat(), "before": before.isoformat()},
    )
    return int(days)


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
