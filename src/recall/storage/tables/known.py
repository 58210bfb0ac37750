"""Reads of what a library knows of a list's resources, to compare the list with it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from recall.domain.library.catalog import Mark
from recall.domain.library.resource import Place
from recall.domain.lists.merge import Known
from recall.storage.database.codec import as_date, to_section
from recall.storage.database.connections.connection import Row
from recall.storage.reads import Reads, rows_of_each
from recall.storage.tables.details import to_lines, to_links

_NAMES = tuple(name for name in Known._fields if name not in ("here", "elsewhere", "mark"))
_LINES = ("labels", "labels_by_hand")
_KNOWN = f"SELECT r.identity, {', '.join(f'r.{name}' for name in _NAMES)} FROM resource r WHERE "
_THERE = "r.status <> 'removed'"
_IN_LIST = "(SELECT resource_id FROM place WHERE list_id = :list)"
_PLACES = "SELECT resource_id, section, title FROM place WHERE "


def known(
    reads: Reads, list_id: int, keys: Collection[str], titles: Collection[str] = ()
) -> dict[str, Known]:
    """Return resources by identity: those of a list in its order, then the others by ID.

    The others are those with one of the identities `keys`. titles are the identities in the list
    of what has no link: if the library has not all of them, what is gone from every list comes
    too, since that may be the same under another title or section.
    """
    own = _keyed(reads.rows(f"{_KNOWN}{_THERE} AND r.id IN {_IN_LIST}", {"list": list_id}))
    wanted = set(keys) - {key for key, _ in own.values()}
    others = _keyed(rows_of_each(reads, f"{_KNOWN}{_THERE} AND r.identity IN (:each)", wanted))
    there = {key for key, _ in (*own.values(), *others.values())}
    if not there.issuperset(titles):
        gone = _keyed(reads.rows(f"{_KNOWN}{_THERE} AND r.gone"))
        others |= {number: resource for number, resource in gone.items() if number not in own}
    here, marks = _here(reads, list_id)
    elsewhere = _elsewhere(reads, list_id, others)
    order = [own[number] for number in here if number in own]
    order += [others[number] for number in sorted(others)]
    return {
        key: resource._replace(
            here=here.get(resource.id, ()),
            elsewhere=elsewhere.get(resource.id, ()),
            mark=marks.get(resource.id),
        )
        for key, resource in order
    }


def _keyed(rows: Iterable[Row]) -> dict[int, tuple[str, Known]]:
    """Return resources with their identities, by ID."""
    return {resource.id: (key, resource) for key, resource in map(_known, rows)}


def _known(row: Row) -> tuple[str, Known]:
    """Return the identity of a resource, and what is known of it except where it stands."""
    identity, *values = row
    named: dict[str, Any] = dict(zip(_NAMES, values, strict=True))
    named["gone"], named["edited"] = bool(named["gone"]), frozenset(named["edited"].split())
    named |= {name: to_lines(named[name]) for name in _LINES}
    named["links"], named["saved_on"] = to_links(named["links"]), as_date(named["saved_on"])
    named["fetched"] = frozenset((named["fetched"] or "").split())
    return identity, Known(**named, here=(), elsewhere=())


class _Here(NamedTuple):
    """The places in a list by resource, in the order of the list; and what its boxes said."""

    places: dict[int, tuple[Place, ...]]
    marks: dict[int, Mark | None]


def _here(reads: Reads, list_id: int) -> _Here:
    rows = reads.rows(
        "SELECT resource_id, section, title, mark FROM place WHERE list_id = :list "
        "ORDER BY ordinal, id",
        {"list": list_id},
    )
    marks = {row[0]: row[3] for row in rows}
    return _Here(_by_resource(row[:3] for row in rows), marks)


def _elsewhere(reads: Reads, list_id: int, others: Collection[int]) -> dict[int, tuple[Place, ...]]:
    """Return the places in other lists of what a list has, and of other resources, by ID."""
    order = "AND list_id <> :list ORDER BY list_id, ordinal, id"
    given = {"list": list_id}
    rows = reads.rows(f"{_PLACES}resource_id IN {_IN_LIST} {order}", given)
    rows += rows_of_each(reads, f"{_PLACES}resource_id IN (:each) {order}", others, given)
    return _by_resource(rows)


def _by_resource(rows: Iterable[Row]) -> dict[int, tuple[Place, ...]]:
    found: dict[int, list[Place]] = {}
    for resource_id, section, title in rows:
        found.setdefault(resource_id, []).append(Place(to_section(section), title))
    return {number: tuple(places) for number, places in found.items()}


def places_in(reads: Reads, list_id: int) -> Mapping[int, tuple[Place, ...]]:
    """Return where resources stand in a list, by ID, in the order of the list."""
    return _here(reads, list_id).places
