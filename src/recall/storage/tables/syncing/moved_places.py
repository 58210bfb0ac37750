"""Reads and writes of the sections of what was moved in recall."""

from collections.abc import Mapping

from recall.domain.library.resource import Place, Section
from recall.storage.actions import Action
from recall.storage.database.codec import from_section, to_section
from recall.storage.tables.changes.places import MOVED, moved
from recall.storage.tables.changes.resources import searched


def stand(action: Action, list_id: int, sections: Mapping[int, Section]) -> None:
    """Write in which section of a list resources stand now, by ID; the file counts again."""
    for number, section in sections.items():
        action.update_many(
            "place",
            {
                place: {"section": from_section(section)}
                for place, where, stored, _ in _places(action, number)
                if where == list_id and to_section(stored) != section
            },
        )
        places = [Place(to_section(stored), title) for *_, stored, title in _places(action, number)]
        ((title, edited),) = action.rows(
            "SELECT title, edited FROM resource WHERE id = :id", {"id": number}
        )
        values = {"edited": _without(edited), "folded": searched(title, places)}
        action.update("resource", number, values)


def sections_of(action: Action, list_id: int) -> dict[int, Section]:
    """Return the section of each resource that was moved in recall and stands in one, by ID."""
    stand = moved(action, list_id).items()
    return {number: next(iter(those)) for number, those in stand if len(those) == 1}


def _places(action: Action, number: int) -> list[tuple[int, int, str, str]]:
    """Return (ID, list, section, title) of the places of a resource."""
    rows = action.rows(
        "SELECT id, list_id, section, title FROM place WHERE resource_id = :id "
        "ORDER BY list_id, ordinal, id",
        {"id": number},
    )
    return [(place, where, section, title) for place, where, section, title in rows]


def _without(edited: str) -> str:
    return " ".join(name for name in edited.split() if name != MOVED)
