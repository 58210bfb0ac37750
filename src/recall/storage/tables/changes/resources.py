"""Writes of what is known of a resource besides its card: new ones, edits and notes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter

from recall.domain.library.catalog import Entry, NewResource
from recall.domain.library.labels import with_hand
from recall.domain.library.resource import Place, Resource, fold
from recall.domain.library.when_read import READ_ON_SAID
from recall.storage.actions import Action
from recall.storage.database.codec import bound, instant
from recall.storage.reads import rows_of_each
from recall.storage.tables.details import details, from_lines

EDITABLE = (
    *("title", "url", "canonical_url", "kind", "language", "minutes", "series", "part"),
    *("priority", "length", "question", "read_on", "fetched_on"),
)
"""Fields of a Resource that a person can change, and columns of the same names."""

_TITLE = attrgetter("title")

ROWS_AT_ONCE = 5_000
"""Rows of resources in memory at a time; a row takes more than a kilobyte."""


def add(action: Action, new: Sequence[NewResource], now: datetime) -> dict[str, int]:
    """Write new resources; return their IDs by identity.

    Those whose adding was once undone have their rows still, and get their old IDs back.
    """
    old = _removed(action, [resource.identity for resource in new])
    added_at = instant(now)
    revived = {
        old[resource.identity]: new_row(resource, added_at)
        for resource in new
        if resource.identity in old
    }
    action.update_many("resource", revived)
    fresh = [resource for resource in new if resource.identity not in old]
    numbers: list[int] = []
    for at in range(0, len(fresh), ROWS_AT_ONCE):
        rows = [new_row(resource, added_at) for resource in fresh[at : at + ROWS_AT_ONCE]]
        numbers += action.insert("resource", rows)
    added = dict(zip((resource.identity for resource in fresh), numbers, strict=True))
    return {
        resource.identity: added.get(resource.identity) or old[resource.identity]
        for resource in new
    }


def change(action: Action, before: Resource, after: Resource, by_hand: Collection[str]) -> None:
    """Write the fields that differ, with the fields set by hand, which imports leave alone."""
    values = {
        name: getattr(after, name)
        for name in EDITABLE
        if getattr(after, name) != getattr(before, name)
    }
    if "title" in values:
        values["folded"] = searched(after.title, before.places)
    values["edited"] = edited(action, before, by_hand)
    action.update("resource", before.id, values)


def say_when_read(action: Action, resource: Resource, read_on: str | None) -> Resource:
    """Write when the person says that a resource was read; None takes it away for good.

    Return the resource then. No import changes it again.
    """
    is_said = read_on is not None
    after = resource._replace(read_on=read_on, read_on_said=is_said)
    change(action, resource, after, {"read_on", READ_ON_SAID} if is_said else {"read_on"})
    return after


def write_note(action: Action, resource: Resource, text: str) -> None:
    """Write the note of a resource; an empty one clears it, and no import fills it again."""
    values: dict[str, object] = {"note": text or None}
    if not text:
        values["edited"] = edited(action, resource, ["note"])
    action.update("resource", resource.id, values)


def write_labels(
    action: Action, resource: Resource, labels: Sequence[str], by_hand: Sequence[str]
) -> None:
    """Write the labels of a resource, and what the person did with them."""
    told = resource._replace(labels=tuple(labels))._asdict()
    action.update("resource", resource.id, {**details(told), "labels_by_hand": from_lines(by_hand)})


def write_details(action: Action, resource: Resource, changed: Mapping[str, object]) -> None:
    """Write the description or the links of a resource, which imports leave alone from then on."""
    told = {**resource._asdict(), **changed}
    by_hand = edited(action, resource, changed)
    action.update("resource", resource.id, {**details(told), "edited": by_hand})


def edited(action: Action, resource: Resource, by_hand: Iterable[str]) -> str:
    """Return the names of the fields that were set by hand, with these."""
    sql = "SELECT edited FROM resource WHERE id = :id"
    ((edited,),) = action.rows(sql, {"id": resource.id})
    return " ".join(sorted({*edited.split(), *by_hand}))


def searched(title: str, places: Iterable[Place]) -> str:
    """Return the text that a search looks through: the title and the titles in the lists."""
    return fold("\n".join(dict.fromkeys((title, *map(_TITLE, places)))))


def new_row(new: NewResource, added_at: str) -> dict[str, object]:
    """Return the row of a new resource, by column; added_at is an instant as stored."""
    entry = new.entry
    labels = with_hand(entry.labels, new.labels_by_hand) if new.labels_by_hand else entry.labels
    return {
        "identity": new.identity,
        "url": entry.url,
        "canonical_url": entry.canonical_url,
        "title": entry.title,
        "folded": searched(entry.title, entry.places),
        "kind": entry.kind,
        "language": entry.language,
        "minutes": entry.minutes,
        "minutes_read": 0,
        "series": entry.series,
        "part": entry.part,
        "note": entry.note,
        "edited": " ".join(new.by_hand),
        "list_id": new.list_id,
        "ordinal": new.line,
        "gone": False,
        "added_at": added_at,
        **_state(entry, new.due),
        "due": bound("date", new.due),  # here and not in each copy of a row
        "postponed_from": None,
        "stability": None,
        "difficulty": None,
        "last_review": None,
        "reviews": 0,
        "lapses": 0,
        **details({"description": entry.description, "links": entry.links, "labels": labels}),
        "labels_by_hand": from_lines(new.labels_by_hand) if new.labels_by_hand else None,
        "read_on": entry.read_on,
        "saved_on": entry.saved_on,
    }


def _state(entry: Entry, due: date | None) -> dict[str, object]:
    """Return the state that the list's box gives a new resource; what is read has a due date."""
    if due is not None:
        return {"status": "read", "status_before": None}
    if entry.dropped:
        return {"status": "archived", "status_before": "unread"}
    return {"status": "reading" if entry.begun else "unread", "status_before": None}


def _removed(action: Action, keys: Collection[str]) -> dict[str, int]:
    """IDs of resources whose adding was undone, by identity; not of those that were joined."""
    sql = (
        "SELECT identity, id FROM resource "
        "WHERE identity IN (:each) AND status = 'removed' AND joined_into IS NULL"
    )
    return dict(rows_of_each(action, sql, keys))
