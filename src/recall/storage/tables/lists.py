"""Reads and writes of the lists that resources came from."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from recall.domain.library.catalog import WHOLE, Entry, Mark, ReadOptions
from recall.domain.library.resource import Place, Section
from recall.domain.lists.merge import Known, bounded
from recall.storage.actions import Action
from recall.storage.database.codec import as_date, from_section, instant, to_section
from recall.storage.database.connections.connection import Row
from recall.storage.reads import Reads
from recall.storage.tables.details import from_choice, to_choice, to_lines, to_links


class ReadingList(NamedTuple):
    """An imported list; path is None for the shipped catalog and for resources added by hand.

    choice is how the person wants it to be read.
    """

    id: int
    name: str
    path: str | None
    choice: ReadOptions = WHOLE


_KNOWN_NAMES = tuple(name for name in Known._fields if name not in ("here", "elsewhere", "mark"))
_LINES = ("labels", "labels_by_hand")
_KNOWN = ", ".join(f"r.{name}" for name in _KNOWN_NAMES)


def numbers(reads: Reads) -> dict[str, int]:
    """Return the IDs of all resources by identity."""
    rows = reads.rows("SELECT identity, id FROM resource WHERE status <> 'removed'")
    return dict(rows)


def all_lists(reads: Reads) -> list[ReadingList]:
    """Return every list, oldest first."""
    rows = reads.rows("SELECT id, name, path, choice FROM reading_list ORDER BY id")
    return [ReadingList(number, name, path, to_choice(kept)) for number, name, path, kept in rows]


def identities(reads: Reads) -> dict[int, list[str]]:
    """Return the identities of each list's resources, by the list's ID."""
    found: dict[int, list[str]] = {}
    rows = reads.rows(
        "SELECT DISTINCT p.list_id, r.identity FROM place p JOIN resource r "
        "ON r.id = p.resource_id WHERE r.status <> 'removed' AND NOT r.gone"
    )
    for list_id, key in rows:
        found.setdefault(list_id, []).append(key)
    return found


def known(reads: Reads, list_id: int) -> dict[str, Known]:
    """Return the library's resources by identity; those of this list first, in its order."""
    here, elsewhere, marks = _places(reads, list_id)
    rows = reads.rows(
        f"SELECT r.identity, {_KNOWN} FROM resource r WHERE r.status <> 'removed' ORDER BY r.id"
    )
    by_id = {one.id: (identity, one) for identity, one in map(_known, rows)}
    order = [number for number in here if number in by_id] + [
        number for number in by_id if number not in here
    ]
    found: dict[str, Known] = {}
    for number in order:
        identity, one = by_id[number]
        found[identity] = one._replace(
            here=here.get(number, ()),
            elsewhere=elsewhere.get(number, ()),
            mark=marks.get(number),
        )
    return found


def _known(row: Row) -> tuple[str, Known]:
    """The identity of a resource, and what is known of it but where it stands."""
    identity, *values = row
    named: dict[str, Any] = dict(zip(_KNOWN_NAMES, values, strict=True))
    named["gone"], named["edited"] = bool(named["gone"]), frozenset(named["edited"].split())
    named |= {name: to_lines(named[name]) for name in _LINES}
    named["links"], named["saved_on"] = to_links(named["links"]), as_date(named["saved_on"])
    named["fetched"] = frozenset((named["fetched"] or "").split())
    return identity, Known(**named, here=(), elsewhere=())


def corrected(reads: Reads) -> dict[str, str]:
    """Map the identity of each link changed by hand to the resource's kept identity."""
    rows = reads.rows(
        "SELECT canonical_url, identity FROM resource "
        "WHERE status <> 'removed' AND ' ' || edited || ' ' LIKE '% url %'"
    )
    return {bounded(row[0]): row[1] for row in rows}


def joined(reads: Reads) -> dict[str, str]:
    """Map the addresses of what was joined into another resource to the identity of that."""
    rows = reads.rows(
        "SELECT j.identity, j.canonical_url, r.identity FROM resource j "
        "JOIN resource r ON r.id = j.joined_into WHERE r.status <> 'removed' ORDER BY j.id"
    )
    found: dict[str, str] = {}
    for own, url, identity in rows:
        found[own] = identity
        if url is not None:
            found[bounded(url)] = identity
    return found


def ticked_elsewhere(reads: Reads, list_id: int) -> set[int]:
    """Return the IDs of what another list ticked at its last import."""
    sql = "SELECT resource_id FROM place WHERE list_id <> :list AND mark = 'read'"
    return {number for (number,) in reads.rows(sql, {"list": list_id})}


def places_in(reads: Reads, list_id: int) -> Mapping[int, tuple[Place, ...]]:
    """Return where resources stand in a list, by ID, in the order of the list."""
    return _places(reads, list_id).here


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


class _Stands(NamedTuple):
    """Places by resource: in one list, and in all others; and the marks in that list."""

    here: dict[int, tuple[Place, ...]]
    elsewhere: dict[int, tuple[Place, ...]]
    marks: dict[int, Mark | None]


def _places(reads: Reads, list_id: int) -> _Stands:
    here: dict[int, list[Place]] = {}
    elsewhere: dict[int, list[Place]] = {}
    marks: dict[int, Mark | None] = {}
    rows = reads.rows(
        "SELECT resource_id, list_id, section, title, mark FROM place ORDER BY list_id, ordinal, id"
    )
    for resource_id, where, section, title, mark in rows:
        found = here if where == list_id else elsewhere
        found.setdefault(resource_id, []).append(Place(to_section(section), title))
        if where == list_id:
            marks[resource_id] = mark
    return _Stands(_as_tuples(here), _as_tuples(elsewhere), marks)


def _as_tuples(found: Mapping[int, list[Place]]) -> dict[int, tuple[Place, ...]]:
    return {number: tuple(places) for number, places in found.items()}
