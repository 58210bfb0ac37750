"""Writes of where a resource stands."""

from collections.abc import Collection, Mapping

from recall.domain.library.resource import Place, Resource, Section
from recall.storage.actions import Action
from recall.storage.database.codec import from_section, to_section
from recall.storage.reads import Reads
from recall.storage.tables.changes.resources import edited, searched

MOVED = "section"
"""The name, among those of the fields set by hand, of a resource that the person has moved."""


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
        if any(_ends(at, to_section(section)) for at in sections.get(resource, ()))
    }
    action.delete("place", [place for place, _ in taken.values()])
    orders = {one: {"list_id": list_id, "ordinal": at} for one, (_, at) in taken.items()}
    action.update_many("resource", orders)


def _ends(section: Section, end: Section) -> bool:
    return section == end or (bool(end) and section[-len(end) :] == end)


def moved(reads: Reads) -> set[int]:
    """Return the IDs of what the person has moved to another section."""
    sql = f"SELECT id FROM resource WHERE ' ' || edited || ' ' LIKE '% {MOVED} %'"
    return {number for (number,) in reads.rows(sql)}
