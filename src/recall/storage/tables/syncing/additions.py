"""Reads and writes of resources that were added by hand, and go into a file."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.resource import Section, Status
from recall.storage.actions import Action
from recall.storage.database.codec import to_section
from recall.storage.reads import Reads, rows_of_each
from recall.storage.tables.changes.places import MOVED


class ByHand(NamedTuple):
    """A resource that stands in no list but the one of what was added by hand."""

    id: int
    key: str
    title: str
    url: str | None
    status: Status
    status_before: Status | None
    section: Section


def by_hand(reads: Reads, list_id: int) -> list[ByHand]:
    """Return what was added by hand and is in no other list, in its order."""
    rows = reads.rows(
        "SELECT r.id, r.identity, r.title, r.url, r.status, r.status_before, p.section "
        "FROM place p JOIN resource r ON r.id = p.resource_id WHERE p.list_id = :list "
        "AND r.status NOT IN ('removed', 'archived') AND NOT r.gone AND NOT EXISTS "
        "(SELECT 1 FROM place o WHERE o.resource_id = r.id AND o.list_id <> p.list_id) "
        "ORDER BY p.ordinal, p.id",
        {"list": list_id},
    )
    return [ByHand(*row)._replace(section=to_section(row[-1])) for row in rows]


def sections(reads: Reads) -> dict[int, list[Section]]:
    """Return the sections of each list, by its ID."""
    found: dict[int, list[Section]] = {}
    for list_id, section in reads.rows(
        "SELECT DISTINCT p.list_id, p.section FROM place p JOIN resource r "
        "ON r.id = p.resource_id WHERE r.status <> 'removed' ORDER BY p.list_id, p.section"
    ):
        found.setdefault(list_id, []).append(to_section(section))
    return found


def adopt(action: Action, list_id: int, order: Mapping[int, int]) -> None:
    """Make resources that were added by hand those of a list, by ID with their place in it.

    From then on a title or section of the file counts.
    """
    listed = ", ".join(map(str, order))
    if not listed:
        return
    rows = action.rows(f"SELECT id, edited FROM resource WHERE id IN ({listed})")
    action.update_many(
        "resource",
        {
            number: {
                "list_id": list_id,
                "ordinal": order[number],
                "edited": _of_the_file(edited),
            }
            for number, edited in rows
        },
    )
    places = action.rows(f"SELECT id, resource_id FROM place WHERE resource_id IN ({listed})")
    action.update_many(
        "place", {place: {"list_id": list_id, "ordinal": order[key]} for place, key in places}
    )


def removed(reads: Reads, keys: Sequence[str]) -> set[str]:
    """Return those identities whose resources were taken out by undoing what added them."""
    sql = "SELECT identity FROM resource WHERE identity IN (:each) AND status = 'removed'"
    return {key for (key,) in rows_of_each(reads, sql, keys)}


def _of_the_file(edited: str) -> str:
    return " ".join(name for name in edited.split() if name not in ("title", MOVED))
