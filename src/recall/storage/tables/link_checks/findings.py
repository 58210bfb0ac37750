"""Reads and writes of what was last found of each resource's link."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from recall.domain.link_checks.finding import OUTCOMES, Finding
from recall.domain.text.choice import chosen
from recall.storage.database import rows as written
from recall.storage.database.codec import as_date, instant, moment
from recall.storage.reads import Reads

if TYPE_CHECKING:
    from recall.storage.database.connections.connection import Row
    from recall.storage.store import Store

_INSTANTS = ("checked_at", "failing_since", "wait_until")
_COLUMNS = ", ".join(f"k.{name}" for name in Finding._fields)

# What was found of another address says nothing about the present one.
_PRESENT = "FROM link_check k JOIN resource r ON r.id = k.resource_id AND r.url = k.url"


class KnownSince(NamedTuple):
    """When a resource was first reviewed, None if never, and when it came into the library."""

    first_review: date | None
    added: date


def of(reads: Reads, resource_id: int) -> Finding | None:
    """Return what was last found of a resource's present link."""
    sql = f"SELECT {_COLUMNS} {_PRESENT} WHERE k.resource_id = :id"
    return next((_to_finding(row) for row in reads.rows(sql, {"id": resource_id})), None)


def present(reads: Reads) -> dict[int, Finding]:
    """Return what was last found of the present links, by resource."""
    found = reads.rows(f"SELECT k.resource_id, {_COLUMNS} {_PRESENT} ORDER BY k.id")
    return {number: _to_finding(row) for number, *row in found}


def known(reads: Reads, resource_id: int) -> KnownSince:
    """Return since when a resource is known."""
    sql = (
        "SELECT r.added_at, (SELECT min(v.study_date) FROM review v "
        "WHERE v.resource_id = r.id AND v.void_by IS NULL) FROM resource r WHERE r.id = :id"
    )
    ((added, first),) = reads.rows(sql, {"id": resource_id})
    return KnownSince(as_date(first), moment(added).date())


def note(store: "Store", resource_id: int, made: Callable[[Finding | None], Finding]) -> Finding:
    """Put a finding in the place of the last one, which it may be made from; return it."""
    with store.transaction() as connection:
        if connection.is_postgres:  # a repeatable read would fail instead of waiting
            connection.execute("LOCK TABLE link_check IN EXCLUSIVE MODE")
        sql = f"SELECT k.id, {_COLUMNS} FROM link_check k WHERE k.resource_id = :id"
        rows = {
            number: _to_finding(row) for number, *row in connection.rows(sql, {"id": resource_id})
        }
        finding = made(next(iter(rows.values()), None))
        row = {**finding._asdict(), **{name: _as_text(finding, name) for name in _INSTANTS}}
        if rows:
            written.change(connection, "link_check", dict.fromkeys(rows, row))
        else:
            written.add_one(connection, "link_check", {**row, "resource_id": resource_id})
    return finding


def _to_finding(row: "Row | list[Any]") -> Finding:
    values = dict(zip(Finding._fields, row, strict=True))
    for name in _INSTANTS:
        values[name] = None if values[name] is None else moment(values[name])
    outcome = chosen(values["outcome"], OUTCOMES) or "unclear"
    return Finding(**{**values, "outcome": outcome})


def _as_text(finding: Finding, name: str) -> str | None:
    value = getattr(finding, name)
    return None if value is None else instant(value)
