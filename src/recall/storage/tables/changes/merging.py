"""Writes of an import: what it updates, takes out of a list, and puts in another order."""

from collections.abc import Mapping, Sequence
from datetime import date

from recall.domain.library.catalog import Entry, Mark
from recall.domain.lists.merge import Known, Update, identity
from recall.storage.actions import Action
from recall.storage.tables.changes.places import moved
from recall.storage.tables.changes.resources import searched
from recall.storage.tables.details import DETAILS, details
from recall.storage.tables.lists import numbers, ordinals, place_ids, place_row, write_places


def update(
    action: Action,
    list_id: int,
    updates: Sequence[Update],
    order: Mapping[str, int],
    dues: Mapping[str, date],
) -> None:
    """Write what an import updates.

    order has the line numbers by identity, dues the first revisits of newly ticked entries. A
    resource that returns to its list leaves the list that it was in meanwhile.
    """
    rows = {one.known.id: _values(one, list_id, order, dues) for one in updates}
    action.update_many("resource", rows)
    for update in updates:
        if update.known.gone:
            action.delete(
                "place", [place for place, *_ in _elsewhere(action, update.known, list_id)]
            )


def replace_places(
    action: Action, list_id: int, updates: Sequence[Update], order: Mapping[str, int]
) -> None:
    """Write where what has moved or is renamed stands now, in the rows of where it stood.

    They stay the same rows, so that undoing an earlier action finds them.
    """
    changed = [one for one in updates if one.known.here != one.places]
    ids = place_ids(action, list_id)
    rows: dict[int, dict[str, object]] = {}
    new, gone = list[tuple[int, int, Entry]](), list[int]()
    for update in changed:
        old, at = ids.get(update.known.id, []), order[identity(update.entry)]
        for number, place in zip(old, update.places, strict=False):
            rows[number] = place_row(update.entry, place, at)
        gone += old[len(update.places) :]
        new.append((update.known.id, at, update.entry._replace(places=update.places[len(old) :])))
    action.update_many("place", rows)
    action.delete("place", gone)
    write_places(action, list_id, new)


def keep_marks(action: Action, list_id: int, marks: Mapping[str, Mark]) -> None:
    """Write what the boxes of the list say, by identity, for its next import."""
    said = {number: marks[key] for key, number in numbers(action, marks).items()}
    sql = "SELECT id, resource_id, mark FROM place WHERE list_id = :list"
    rows = action.rows(sql, {"list": list_id})
    action.update_many(
        "place",
        {
            place: {"mark": said[resource]}
            for place, resource, mark in rows
            if resource in said and said[resource] != mark
        },
    )


def mark_gone(action: Action, gone: Sequence[Known]) -> None:
    """Write that no list has these any more."""
    action.update_many("resource", {resource.id: {"gone": True} for resource in gone})


def leave(action: Action, list_id: int, left: Sequence[Known]) -> None:
    """Take resources out of this list; each is still in another list, which now gives its order."""
    if not left:
        return
    ordered, places = ordinals(action, list_id), place_ids(action, list_id)
    changed: dict[int, dict[str, object]] = {}
    for known in left:
        (_, other, ordinal), *_ = _elsewhere(action, known, list_id)
        changed[known.id] = {"folded": searched(known.title, known.elsewhere)}
        if known.id in ordered:
            changed[known.id] |= {"list_id": other, "ordinal": ordinal}
    action.update_many("resource", changed)
    action.delete("place", [place for known in left for place in places[known.id]])


def reorder(action: Action, list_id: int, order: Mapping[str, int]) -> None:
    """Bring the lines in line with the list where one was put in or taken out."""
    by_id = {number: order[key] for key, number in numbers(action, order).items()}
    stored, by_hand = ordinals(action, list_id), moved(action, list_id)
    now = {number: at for number, at in by_id.items() if number in stored and number not in by_hand}
    followed = {stored[number]: at for number, at in now.items() if stored[number] != at}
    # What the person put into a section follows the resource that it stands behind.
    now |= {key: followed.get(at, at) for key, at in stored.items() if key not in now}
    mine = {number: {"ordinal": at} for number, at in now.items() if stored[number] != at}
    action.update_many("resource", mine)
    sql = "SELECT id, resource_id, ordinal FROM place WHERE list_id = :list"
    shifted = {
        place: {"ordinal": by_id[number]}
        for place, number, at in action.rows(sql, {"list": list_id})
        if by_id.get(number, at) != at
    }
    action.update_many("place", shifted)


def _values(
    update: Update, list_id: int, order: Mapping[str, int], dues: Mapping[str, date]
) -> dict[str, object]:
    known, entry = update.known, update.entry
    values = dict(update.values)
    if not values.keys().isdisjoint(DETAILS):
        values |= details({name: values.get(name, getattr(known, name)) for name in DETAILS})
    title = str(values.get("title", known.title))
    elsewhere = known.elsewhere if known.is_shared else ()
    values["folded"] = searched(title, (*entry.places, *elsewhere))
    if update.read:
        values["due"] = dues[identity(entry)]
    if known.gone:  # it returns to this list, whichever was its last
        values |= {"list_id": list_id, "ordinal": order[identity(entry)]}
    return values


def _elsewhere(action: Action, known: Known, list_id: int) -> list[tuple[int, int, int]]:
    """Return (place ID, list ID, ordinal) of a resource's places in other lists, in order."""
    rows = action.rows(
        "SELECT id, list_id, ordinal FROM place WHERE resource_id = :resource "
        "AND list_id <> :list ORDER BY list_id, ordinal, id",
        {"resource": known.id, "list": list_id},
    )
    return [(place, other, ordinal) for place, other, ordinal in rows]
