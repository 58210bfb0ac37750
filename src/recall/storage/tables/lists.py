"""Reads and writes of the lists that resources came from."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from recall.domain.library.catalog import WHOLE, Entry, ReadOptions
from recall.domain.library.resource import Place, Section
from recall.domain.lists.merge import bounded
from recall.storage.actions import Action
from recall.storage.database.codec import from_section, instant
from recall.storage.reads import Reads, rows_of_each
from recall.storage.tables.details import from_choice, to_choice


class ReadingList(NamedTuple):
    """An imported list; path is None for the shipped catalog and for resources added by hand.

    choice is how the person wants it to be read.
    """

    id: int
    name: str
    path: str | None
    choice: ReadOptions = WHOLE


def numbers(reads: Reads, keys: Collection[str]) -> dict[str, int]:
    """Return the IDs of resources by identity, of those identities that the library has."""
    sql = "SELECT identity, id FROM resource WHERE identity IN (:each) AND status <> 'removed'"
    return dict(rows_of_each(reads, sql, keys))


def is_empty(reads: Reads) -> bool:
    """Return whether the library has no resource."""
    return not reads.rows("SELECT 1 FROM resource WHERE status <> 'removed' LIMIT 1")


def all_lists(reads: Reads) -> list[ReadingList]:
    """Return every list, oldest first."""
    rows = reads.rows("SELECT id, name, path, choice FROM reading_list ORDER BY id")
    return [ReadingList(number, name, path, to_choice(kept)) for number, name, path, kept in rows]


def without_file(reads: Reads, name: str) -> int | None:
    """Return the ID of the oldest list of a name that has no file; None if there is none."""
    sql = "SELECT min(id) FROM reading_list WHERE name = :name AND path IS NULL"
    ((number,),) = reads.rows(sql, {"name": name})
    return None if number is None else int(number)


def identities(reads: Reads, list_id: int) -> list[str]:
    """Return the identities of the resources of a list."""
    rows = reads.rows(
        "SELECT DISTINCT r.identity FROM place p JOIN resource r ON r.id = p.resource_id "
        "WHERE p.list_id = :list AND r.status <> 'removed' AND NOT r.gone",
        {"list": list_id},
    )
    return [key for (key,) in rows]


def used(reads: Reads) -> set[int]:
    """Return the IDs of the lists in which something stands."""
    rows = reads.rows(
        "SELECT DISTINCT p.list_id FROM place p JOIN resource r ON r.id = p.resource_id "
        "WHERE r.status <> 'removed' AND NOT r.gone"
    )
    return {list_id for (list_id,) in rows}


def corrected(reads: Reads) -> dict[str, str]:
    """Map the identity of each link changed by hand to the resource's kept identity."""
    rows = reads.rows(
        "SELECT canonical_url, identity FROM resource "
        "WHERE status <> 'removed' AND edited <> '' AND ' ' || edited || ' ' LIKE '% url %'"
    )
    return {bounded(row[0]): row[1] for row in rows}


def joined(reads: Reads) -> dict[str, str]:
    """Map the addresses of what was joined into another resource to the identity of that."""
    rows = reads.rows(
        "SELECT j.id, j.identity, j.canonical_url, r.identity FROM resource j "
        "CROSS JOIN resource r WHERE j.joined_into IS NOT NULL AND r.id = j.joined_into "
        "AND r.status <> 'removed'"  # to order it here, SQLite would read every resource
    )
    found: dict[str, str] = {}
    for _, own, url, identity in sorted(rows):
        found[own] = identity
        if url is not None:
            found[bounded(url)] = identity
    return found


def ticked_elsewhere(reads: Reads, list_id: int, resources: Collection[int]) -> set[int]:
    """Return those of some resources, by ID, that another list ticked at its last import."""
    sql = (
        "SELECT resource_id FROM place WHERE resource_id IN (:each) "
        "AND list_id <> :list AND mark = 'read'"
    )
    found = rows_of_each(reads, sql, resources, {"list": list_id})
    return {number for (number,) in found}


def place_ids(reads: Reads, list_id: int) -> dict[int, list[int]]:
    """Return the IDs of the places in a list, by resource."""
    found: dict[int, list[int]] = {}
    sql = "SELECT resource_id, id FROM place WHERE list_id = :list ORDER BY id"
    for resource_id, number in reads.rows(sql, {"list": list_id}):
        found.setdefault(resource_id, []).append(number)
    return found


def ordinals(reads: Reads, list_id: int) -> dict[int, int]:
    """Return the ordinals of the resources whose first list this is."""
    sql = "SELECT id, ordinal FROM resource WHERE list_id = :list AND status <> 'removed'"
    return {row[0]: row[1] for row in reads.rows(sql, {"list": list_id})}


def next_ordinal(reads: Reads, list_id: int) -> int:
    """Return the ordinal of the next place in a list."""
    sql = "SELECT coalesce(max(ordinal), -1) + 1 FROM place WHERE list_id = :list"
    ((ordinal,),) = reads.rows(sql, {"list": list_id})
    return int(ordinal)


def end_of(reads: Reads, section: Section, last: int = 0) -> tuple[int, int] | None:
    """Return the list and the ordinal of the last resource in a section; None if it is empty.

    If several lists have the section, the first of them counts, and the list `last` last.
    """
    rows = reads.rows(
        "SELECT r.list_id, max(r.ordinal) FROM place p JOIN resource r ON r.id = p.resource_id "
        "WHERE p.section = :section AND r.status <> 'removed' GROUP BY r.list_id "
        "ORDER BY CASE WHEN r.list_id = :last THEN 1 ELSE 0 END, r.list_id LIMIT 1",
        {"section": from_section(section), "last": last},
    )
    return (rows[0][0], rows[0][1]) if rows else None


def end_of_list(reads: Reads, list_id: int) -> tuple[int, int]:
    """Return a list and the last ordinal in it."""
    return list_id, max(ordinals(reads, list_id).values(), default=0)


def add_list(
    action: Action, name: str, path: str | None, *, rules_version: int, now: datetime
) -> int:
    """Write a new list, with the version of the rules its identities are by; return its ID."""
    row = {"name": name, "path": path, "rules_version": rules_version}
    (number,) = action.insert("reading_list", [row | {"imported_at": instant(now)}])
    return number


def move(action: Action, list_id: int, path: str | None) -> None:
    """Write where the file of a list is now; None if it has none any more."""
    action.update("reading_list", list_id, {"path": path})


def choose(action: Action, list_id: int, choice: ReadOptions) -> None:
    """Store the choice of what to read of a list from now on."""
    action.update("reading_list", list_id, {"choice": from_choice(choice)})


def write_places(action: Action, list_id: int, entries: Sequence[tuple[int, int, Entry]]) -> None:
    """Write the places of resources, given as (resource ID, ordinal, entry)."""
    action.insert(
        "place",
        [
            {
                "resource_id": resource_id,
                "list_id": list_id,
                **place_row(entry, place, ordinal),
            }
            for resource_id, ordinal, entry in entries
            for place in entry.places
        ],
    )


def place_row(entry: Entry, place: Place, ordinal: int) -> dict[str, object]:
    """Return what is stored of a place of an entry, by column."""
    return {
        "ordinal": ordinal,
        "section": from_section(place.section),
        "title": place.title,
        "mark": entry.mark,
    }
