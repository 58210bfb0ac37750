"""Writes of where a resource stands."""

from collections.abc import Collection, Mapping

from recall.domain.library.resource import Place, Resource, Section
from recall.storage.actions import Action
from recall.storage.database.codec import from_section, to_section
from recall.storage.reads import Reads, rows_of_each
from recall.storage.tables.changes.resources import edited, searched

MOVED = "section"
"""The name, among those of the fields set by hand, of a resource that the person has moved."""

_IS_MOVED = f"r.edited <> '' AND ' ' || r.edited || ' ' LIKE '% {MOVED} %'"


def move(action: Action, resource: Resource, section: Section, order: tuple[int, int]) -> None:
    """Let a resource stand in this section alone, once for each list that has it.

    order is the list and the ordinal that it gets. Imports leave its section alone from then on.
    """
    rows = action.rows(
        "SELECT id, list_id, title FROM place WHERE resource_id = :id "
        "ORDER BY list_id, ordinal, id",
        {"id": resource.id},
    )
    kept = {list_id: (place, title) for place, list_id, title in reversed(rows)}
    stays = {place for place, _ in kept.values()}
    action.delete("place", [place for place, *_ in rows if place not in stays])
    action.update_many("place", {place: {"section": from_section(section)} for place in stays})
    list_id, ordinal = order
    titles = [Place(section, title) for _, title in kept.values()]
    values = {
        "list_id": list_id,
        "ordinal": ordinal,
        "folded": searched(resource.title, titles),
        "edited": edited(action, resource, [MOVED]),
    }
    action.update("resource", resource.id, values)


def take_in(
    action: Action, list_id: int, by_hand: int, sections: Mapping[int, Collection[Section]]
) -> None:
    """Let a list have what was added by hand, if it stands there in the same section.

    sections are those in the list, by resource; that by hand may be the end of one. The list then
    gives its order, too.
    """
    rows = action.rows(
        "SELECT p.id, p.resource_id, p.section, q.ordinal FROM place p JOIN place q "
        "ON q.resource_id = p.resource_id AND q.list_id = :list "
        "WHERE p.list_id = :by_hand ORDER BY p.id",
        {"list": list_id, "by_hand": by_hand},
    )
    taken = {
        resource: (place, ordinal)
        for place, resource, section, ordinal in rows
        if any(ends_with(at, to_section(section)) for at in sections.get(resource, ()))
    }
    action.delete("place", [place for place, _ in taken.values()])
    orders = {place: {"list_id": list_id, "ordinal": at} for place, (_, at) in taken.items()}
    action.update_many("resource", orders)


def stands_of(reads: Reads, list_id: int, resources: Collection[int]) -> dict[int, list[Place]]:
    """Return the places of some resources in a list, by resource."""
    found: dict[int, list[Place]] = {}
    sql = (
        "SELECT resource_id, section, title FROM place "
        "WHERE resource_id IN (:each) AND list_id = :list ORDER BY id"
    )
    for resource, section, title in rows_of_each(reads, sql, resources, {"list": list_id}):
        found.setdefault(resource, []).append(Place(to_section(section), title))
    return found


def ends_with(section: Section, end: Section) -> bool:
    """Whether a section is this one, or one of that name below another."""
    return section == end or (bool(end) and section[-len(end) :] == end)


def by_section(reads: Reads, lists: Collection[int]) -> dict[Section, list[tuple[int, int]]]:
    """Return (ID, resource) of the places in some lists, and of all that was moved, by section."""
    listed = ", ".join(map(str, sorted(lists)))
    found: dict[Section, list[tuple[int, int]]] = {}
    for number, resource, section in reads.rows(
        "SELECT p.id, p.resource_id, p.section FROM place p JOIN resource r ON r.id = "
        f"p.resource_id WHERE r.status <> 'removed' AND (p.list_id IN ({listed}) OR ({_IS_MOVED})) "
        "ORDER BY p.id"
    ):
        found.setdefault(to_section(section), []).append((number, resource))
    return found


def listed_elsewhere(reads: Reads, lists: Collection[int]) -> list[Section]:
    """Return the sections that other lists than these have themselves, in no order."""
    listed = ", ".join(map(str, sorted(lists)))
    rows = reads.rows(
        "SELECT DISTINCT p.section FROM place p JOIN resource r ON r.id = p.resource_id "
        f"WHERE p.list_id NOT IN ({listed}) AND NOT r.gone AND NOT ({_IS_MOVED})"
    )
    return [to_section(section) for (section,) in rows]


def put(action: Action, sections: Mapping[int, Section]) -> None:
    """Write the sections of places, by ID."""
    action.update_many(
        "place", {place: {"section": from_section(section)} for place, section in sections.items()}
    )


def moved(reads: Reads, list_id: int) -> dict[int, set[Section]]:
    """Return the sections in a list of what the person has moved to another section, by ID."""
    found: dict[int, set[Section]] = {}
    for number, section in reads.rows(
        "SELECT p.resource_id, p.section FROM place p JOIN resource r ON r.id = p.resource_id "
        f"WHERE p.list_id = :list AND {_IS_MOVED} ORDER BY p.resource_id",
        {"list": list_id},
    ):
        found.setdefault(number, set()).add(to_section(section))
    return found
