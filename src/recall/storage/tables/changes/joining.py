"""Reads and writes of a join: what belongs to a resource that is put away goes to another."""

from collections.abc import Mapping
from typing import Any

from recall.domain.library.resource import Place, Resource
from recall.domain.library.review import Review
from recall.domain.lists.marks import united
from recall.domain.lists.matching.joining import Side
from recall.storage.actions import Action
from recall.storage.database.codec import as_date
from recall.storage.reads import Reads
from recall.storage.tables.changes.resources import searched
from recall.storage.tables.details import details, from_lines, to_lines


def stood(reads: Reads, resource: Resource) -> Side:
    """Return a resource with what is kept of it besides."""
    rows = reads.rows(
        "SELECT edited, status_before, labels_by_hand, kept_on FROM resource WHERE id = :id",
        {"id": resource.id},
    )
    ((edited, before, labels, kept_on),) = rows
    return Side(
        resource=resource,
        edited=frozenset(edited.split()),
        status_before=before,
        labels_by_hand=to_lines(labels),
        kept_on=as_date(kept_on),
    )


def write(action: Action, resource: Resource, values: Mapping[str, Any]) -> None:
    """Write the fields of a resource that a join changes.

    links, labels, labels_by_hand and edited are as in the domain; the others are columns.
    """
    written = dict(values)
    written["edited"] = " ".join(sorted(written["edited"]))
    written["labels_by_hand"] = from_lines(written["labels_by_hand"])
    written |= details({"description": resource.description} | written)
    written["folded"] = searched(written.get("title", resource.title), _places(action, resource.id))
    action.update("resource", resource.id, written)


def put_away(action: Action, old: int, new: int) -> None:
    """Put a resource away, with a pointer to the one that it is a part of now."""
    rows = action.rows("SELECT id FROM resource WHERE joined_into = :old", {"old": old})
    earlier = {number: {"joined_into": new} for (number,) in rows}
    away = {"status": "removed", "series": None, "joined_into": new}
    action.update_many("resource", earlier)
    action.update("resource", old, away)


def move_places(action: Action, old: Resource, new: Resource) -> dict[str, object]:
    """Give the places of a resource to another; return the columns of that which follow.

    Of a resource that is gone, the places are its last ones: they count only if both are gone. All
    places in a list have one ordinal, and the order of their IDs, as those that an import writes.
    """
    standing = [resource for resource in (old, new) if resource.gone == (old.gone and new.gone)]
    names = "resource_id, list_id, ordinal, section, title, mark"
    rows = action.rows(
        f"SELECT id, {names} FROM place WHERE resource_id IN (:old, :new) "
        "ORDER BY list_id, ordinal, id",
        {"old": old.id, "new": new.id},
    )
    numbers = {resource.id for resource in standing}
    kept = [dict(zip(names.split(", "), row, strict=True)) for _, *row in rows if row[0] in numbers]
    action.delete("place", [number for number, *_ in rows])
    action.insert("place", _united(kept, new.id))
    if new.gone and not old.gone:
        return {"gone": False, "list_id": old.order[0], "ordinal": old.order[1]}
    return {}


def _united(places: list[dict[str, Any]], resource: int) -> list[dict[str, Any]]:
    """Return each place once, with the first ordinal and the united mark of its list."""
    by_list: dict[int, list[dict[str, Any]]] = {}
    for place in places:
        by_list.setdefault(place["list_id"], []).append(place)
    found = []
    for together in by_list.values():
        once = {(place["section"], place["title"]): place for place in together[::-1]}
        same = {
            "resource_id": resource,
            "ordinal": together[0]["ordinal"],
            "mark": united([place["mark"] for place in together]),
        }
        found += [place | same for place in list(once.values())[::-1]]
    return found


def move_prerequisites(action: Action, old: int, new: int) -> None:
    """Let a resource wait for what another waited for, and be waited for in its place."""
    rows = action.rows("SELECT id, resource_id, after_id FROM prerequisite ORDER BY id")
    there = {(one, after) for _, one, after in rows if old not in (one, after)}
    moved, needless = {}, []
    for number, *edge in rows:
        if old not in edge:
            continue
        one, after = (new if end == old else end for end in edge)
        if one == after or (one, after) in there:
            needless.append(number)
        else:
            there.add((one, after))
            moved[number] = {"resource_id": one, "after_id": after}
    action.delete("prerequisite", needless)
    action.update_many("prerequisite", moved)


def append_again(action: Action, review: Review) -> None:
    """Write a review that stands again, with the moment at which it was given."""
    values = review._asdict()
    del values["id"], values["void"]
    action.append("review", values)


def move_sittings(action: Action, old: int, new: int) -> int:
    """Let the sittings of a resource stand again under another, by date; return how many.

    Those of the other that come after the first of them stand again as well.
    """
    names = "resource_id, study_date, at, minutes, note, progress, stopped_at"
    rows = action.rows(
        f"SELECT id, {names} FROM sitting WHERE resource_id IN (:old, :new) "
        "AND void_by IS NULL ORDER BY study_date, at, id",
        {"old": old, "new": new},
    )
    begin = next((at for at, row in enumerate(rows) if row[1] == old), len(rows))
    for number, *_ in rows[begin:]:
        action.void("sitting", number)
    for _, _, day, *rest in rows[begin:]:
        values = (new, as_date(day), *rest)
        action.append("sitting", dict(zip(names.split(", "), values, strict=True)))
    return sum(row[1] == old for row in rows)


def _places(reads: Reads, resource: int) -> list[Place]:
    sql = "SELECT title FROM place WHERE resource_id = :id ORDER BY list_id, ordinal, id"
    return [Place((), title) for (title,) in reads.rows(sql, {"id": resource})]
