"""Reads for one study day: what is due, what can be read next, what is done."""

from datetime import date
from typing import NamedTuple

from recall.domain.morning import Done
from recall.domain.resource import Resource, revisit_minutes
from recall.storage.resources import COLUMNS, WIDTH, to_resource
from recall.storage.store import Reads, Row
from recall.storage.values import as_date

# `gone = false` and not `NOT gone`: an index is only looked up by a comparison.
_OFFERED = "r.status IN ('unread', 'reading') AND r.gone = false"

# An earlier part that is not read holds the later ones back; one put aside does not.
_UNLOCKED = (
    "(r.series IS NULL OR NOT EXISTS (SELECT 1 FROM resource e WHERE e.series = r.series "
    "AND e.list_id = r.list_id AND e.status IN ('unread', 'reading') AND NOT e.gone "
    "AND (coalesce(e.part, 0) < coalesce(r.part, 0) "
    "OR (coalesce(e.part, 0) = coalesce(r.part, 0) AND e.ordinal < r.ordinal))))"
)


_Begun = tuple[tuple[int, int], str]


class UnlockedPart(NamedTuple):
    """A part that can be read now; at is the instant of the reading before it, as stored."""

    series: str
    part: int
    title: str
    at: str
    resource_id: int


class Counts(NamedTuple):
    """How many revisits are due and how many resources are still to be read, in all."""

    due: int
    unread: int


def due(reads: Reads, today: date, limit: int) -> list[Resource]:
    """Revisits due, the longest due first and then the soonest forgotten."""
    rows = reads.rows(
        f"SELECT {COLUMNS} FROM resource r WHERE r.status = 'read' AND r.due <= :today "
        "ORDER BY r.due, coalesce(r.stability, 1e9), r.id LIMIT :limit",
        {"today": today.isoformat(), "limit": limit},
    )
    return [to_resource(row) for row in rows]


def to_read(reads: Reads, limit: int) -> list[Resource]:
    """First readings that may be offered: begun ones, then the rest in list order."""
    found: list[Resource] = []
    for status in ("reading", "unread"):
        rows = reads.rows(
            f"SELECT {COLUMNS} FROM resource r WHERE r.status = :status AND r.gone = false "
            f"AND {_UNLOCKED} ORDER BY r.list_id, r.ordinal LIMIT :limit",
            {"status": status, "limit": limit},
        )
        found += [to_resource(row) for row in rows]
    return found[:limit]


def done(reads: Reads, today: date) -> list[Done]:
    """What was graded or sat over on this study day, in that order."""
    rows = reads.rows(
        f"SELECT {COLUMNS}, v.minutes, v.planned_minutes, v.due_before, v.stability_before "
        "FROM review v JOIN resource r ON r.id = v.resource_id "
        "WHERE v.study_date = :today AND v.void_by IS NULL AND r.status <> 'removed' "
        "ORDER BY v.id",
        {"today": today.isoformat()},
    )
    graded = [_graded(row) for row in rows]
    rows = reads.rows(
        f"SELECT {COLUMNS}, s.minutes FROM sitting s JOIN resource r ON r.id = s.resource_id "
        "WHERE s.study_date = :today AND s.void_by IS NULL AND r.status <> 'removed' "
        "ORDER BY s.id",
        {"today": today.isoformat()},
    )
    return graded + [Done(to_resource(row), row[WIDTH], row[WIDTH], sitting=True) for row in rows]


def _graded(row: Row) -> Done:
    minutes, planned, due_before, stability_before = row[WIDTH : WIDTH + 4]
    spent = planned if minutes is None else minutes
    return Done(to_resource(row), spent, planned, as_date(due_before), stability_before)


def counts(reads: Reads, today: date) -> Counts:
    """The whole backlog, whatever of it fits into today."""
    (revisits,) = reads.rows(
        "SELECT count(*) FROM resource r WHERE r.status = 'read' AND r.due <= :today",
        {"today": today.isoformat()},
    )
    (unread,) = reads.rows(f"SELECT count(*) FROM resource r WHERE {_OFFERED}")
    return Counts(revisits[0], unread[0])


def planned(reads: Reads, first: date, last: date, besides: int = 0) -> dict[date, int]:
    """Minutes of revisits due on each day from first to last, one resource left out."""
    rows = reads.rows(
        "SELECT r.due, r.minutes, count(*) FROM resource r WHERE r.status = 'read' "
        "AND r.due BETWEEN :first AND :last AND r.id <> :besides GROUP BY r.due, r.minutes",
        {"first": first.isoformat(), "last": last.isoformat(), "besides": besides},
    )
    load: dict[date, int] = {}
    for day, minutes, number in rows:
        key = as_date(day) or first
        load[key] = load.get(key, 0) + number * revisit_minutes(minutes)
    return load


def unlocked(reads: Reads, since: date) -> list[UnlockedPart]:
    """The parts that first readings since a day set free, in the order of these readings.

    Asked each minute: the few readings first, then what is open in the series of each.
    """
    found: list[UnlockedPart] = []
    for (series, list_id), begun in _parts_begun(reads, since).items():
        for status, part, line, title, number in _first_open(reads, series, list_id):
            before = [at for place, at in begun if place < (part, line)]
            if status == "unread" and before:
                found.append(UnlockedPart(series, part, title, before[-1], number))
    return sorted(found, key=lambda part: part.at)


def _parts_begun(reads: Reads, since: date) -> dict[tuple[str, int], list[_Begun]]:
    """First readings since a day, in order, by series and list: place in it, and instant."""
    rows = reads.rows(  # ordered here: for an order by v.id SQLite would walk through all reviews
        "SELECT v.id, p.series, p.list_id, coalesce(p.part, 0), p.ordinal, v.reviewed_at "
        "FROM review v JOIN resource p ON p.id = v.resource_id WHERE v.study_date >= :since "
        "AND v.void_by IS NULL AND v.stability_before IS NULL AND p.series IS NOT NULL",
        {"since": since.isoformat()},
    )
    begun: dict[tuple[str, int], list[_Begun]] = {}
    for _, series, list_id, part, line, at in sorted(rows):
        begun.setdefault((series, list_id), []).append(((part, line), at))
    return begun


def _first_open(reads: Reads, series: str, list_id: int) -> list[Row]:
    """The part of a series that comes next, if any: status, place in it, title, ID."""
    return reads.rows(  # NOT e.gone: an index of all that is unread is not to be walked through
        "SELECT e.status, coalesce(e.part, 0), e.ordinal, e.title, e.id FROM resource e "
        "WHERE e.series = :series AND e.list_id = :list_id "
        "AND e.status IN ('unread', 'reading') AND NOT e.gone "
        "ORDER BY coalesce(e.part, 0), e.ordinal LIMIT 1",
        {"series": series, "list_id": list_id},
    )
