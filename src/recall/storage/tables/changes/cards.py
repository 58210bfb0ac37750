"""Writes to the card of a resource: its state and its memory, kept in the resource's row."""

from collections.abc import Mapping
from datetime import date

from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import ASIDE, Resource
from recall.domain.library.review import Sitting
from recall.storage.actions import Action


def rate(action: Action, resource: Resource, card: Card, note: str | None) -> Resource:
    """Write the card after a rating, and the note if there is one; return the resource then.

    The set of the last review made this memory. What was put aside stays aside, but is read
    when it is taken up again. A rating starts the revisits of what was to have none.
    """
    is_aside = resource.status in ASIDE
    values = _memory(card.memory) | _day(card) | _is_read(resource) | {"parameters_id": None}
    values |= {"reviews": card.reviews, "lapses": card.lapses, "once": False} | _note(note)
    action.update("resource", resource.id, values)
    return resource._replace(
        status=resource.status if is_aside else "read",
        card=card,
        note=note or resource.note,
        once=False,
    )


def sit(action: Action, resource: Resource, sitting: Sitting, note: str | None) -> None:
    """Write how far a sitting brought a first reading, and the note if there is one."""
    values = _sat(resource, sitting) | _note(note)
    action.update("resource", resource.id, {"status": "reading"} | values)


def read_once(action: Action, resource: Resource, sitting: Sitting, note: str | None) -> None:
    """Write that a sitting ended a first reading, and that it is to have no revisits."""
    values = _sat(resource, sitting) | _note(note)
    action.update("resource", resource.id, _is_read_once(resource) | values)


def stop(action: Action, resource: Resource) -> None:
    """Write that a resource is read and has no revisits; what is put aside stays aside."""
    action.update("resource", resource.id, _is_read_once(resource))


def start(action: Action, resource: Resource, card: Card) -> None:
    """Write the date on which the revisits of a resource begin again."""
    action.update("resource", resource.id, {"once": False} | _day(card))


def move(action: Action, cards: Mapping[int, Card]) -> None:
    """Write the due dates of cards, by resource, and the dates they were postponed from."""
    action.update_many("resource", {number: _day(card) for number, card in cards.items()})


def replay(
    action: Action, memories: Mapping[int, Memory], dues: Mapping[int, date], parameters_id: int
) -> None:
    """Write what a set of parameters makes of memories, and the due dates that move with them."""
    rows: dict[int, Mapping[str, object]] = {}
    for number, memory in memories.items():
        due = {"due": dues[number]} if number in dues else {}
        values = _memory(memory) | {"parameters_id": parameters_id} | due
        del values["last_review"]  # it stays: there was no review
        rows[number] = values
    action.update_many("resource", rows)


def put_aside(action: Action, resource: Resource, status: str) -> None:
    """Write that a resource is suspended or archived; its state before is kept."""
    values: dict[str, object] = {"status": status}
    if resource.status not in ASIDE:
        values["status_before"] = resource.status
    action.update("resource", resource.id, values)


def take_up(action: Action, resource: Resource) -> str:
    """Give a resource that was put aside its state back; return it."""
    sql = "SELECT status_before FROM resource WHERE id = :id"
    ((before,),) = action.rows(sql, {"id": resource.id})
    action.update("resource", resource.id, {"status": before, "status_before": None})
    return str(before)


def keep(action: Action, resource: Resource, on: date) -> None:
    """Write on which day the person said to keep a revisit that was passed over."""
    action.update("resource", resource.id, {"kept_on": on})


def _is_read(resource: Resource) -> dict[str, object]:
    return {"status_before" if resource.status in ASIDE else "status": "read"}


def _is_read_once(resource: Resource) -> dict[str, object]:
    return _is_read(resource) | {"once": True, "due": None, "postponed_from": None}


def _sat(resource: Resource, sitting: Sitting) -> dict[str, object]:
    return {"minutes_read": resource.minutes_read + sitting.covered}


def _note(note: str | None) -> dict[str, object]:
    return {"note": note} if note else {}


def _day(card: Card) -> dict[str, object]:
    return {"due": card.due, "postponed_from": card.postponed_from}


def _memory(memory: Memory | None) -> dict[str, object]:
    return {} if memory is None else memory._asdict()
