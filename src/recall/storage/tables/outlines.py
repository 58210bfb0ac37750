"""What a list is narrowed by, of many resources: plain SQL that reads nothing else of them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from recall.domain.library.resource import ResourceKind, Section, Status
from recall.storage.database.codec import as_date, from_section, to_section
from recall.storage.reads import Reads
from recall.storage.tables.details import to_lines
from recall.storage.tables.resources import IN_ORDER, MANY

if TYPE_CHECKING:
    from recall.storage.database.connections.connection import Row


class ListedOutline(NamedTuple):
    """A resource by its ID, with what says whether it belongs to a list."""

    id: int
    status: Status
    kind: ResourceKind
    due: date | None
    labels: tuple[str, ...]


def in_order(reads: Reads, ids: Collection[int] | None) -> list[ListedOutline]:
    """Return the outlines of these resources, or of all, in list order."""
    columns = "r.id, r.status, r.kind, r.due, r.labels"
    return [
        ListedOutline(
            number, status, kind, due=as_date(due), labels=to_lines(labels) if labels else ()
        )
        for number, status, kind, due, labels in _rows(reads, columns, ids)
    ]


def ids_in_order(reads: Reads, ids: Collection[int] | None) -> list[int]:
    """Return the IDs of these resources, or of all, in list order."""
    return [number for (number,) in _rows(reads, "r.id", ids)]


def _rows(reads: Reads, columns: str, ids: Collection[int] | None) -> "list[Row]":
    """Return rows that begin with the ID, of these resources or of all."""
    within = ""
    if ids is not None and len(ids) <= MANY:
        within = f"AND r.id IN ({', '.join(map(str, ids)) or '0'})"
    rows = reads.rows(
        f"SELECT {columns} FROM resource r WHERE r.status <> 'removed' {within} {IN_ORDER}"
    )
    return rows if ids is None or within else [row for row in rows if row[0] in ids]


def sections(reads: Reads) -> list[Section]:
    """Return every section that a resource stands in, in the order of the lists."""
    rows = reads.rows(
        "SELECT section FROM place GROUP BY section ORDER BY min(list_id), min(ordinal)"
    )
    return [to_section(text) for (text,) in rows]


def standing_in(reads: Reads, within: Iterable[Section]) -> set[int]:
    """Return the IDs of the resources that stand in one of these sections itself."""
    stored = {from_section(section) for section in within}
    given: Mapping[str, object] = {f"s{at}": text for at, text in enumerate(stored)}
    names = ", ".join(f":{name}" for name in given) or "NULL"
    sql = f"SELECT DISTINCT resource_id FROM place WHERE section IN ({names})"
    return {number for (number,) in reads.rows(sql, given)}
