"""Writes of what the page of a resource says."""

from collections.abc import Mapping
from datetime import date

from recall.domain.library.resource import Resource
from recall.storage.actions import Action
from recall.storage.reads import Reads
from recall.storage.tables.changes.resources import searched


def set_by_hand(reads: Reads, resource_id: int) -> frozenset[str]:
    """Return the names of the fields of a resource that the person has set."""
    rows = reads.rows("SELECT edited FROM resource WHERE id = :id", {"id": resource_id})
    return frozenset(word for (edited,) in rows for word in edited.split())


def write(action: Action, resource: Resource, values: Mapping[str, object], asked_on: date) -> None:
    """Write fields of a resource, by name, and the study date on which its site answered."""
    row = dict(values)
    fetched = values.get("fetched")
    if isinstance(fetched, frozenset):
        row["fetched"] = " ".join(sorted(fetched)) or None
    if "title" in row:
        row["folded"] = searched(str(row["title"]), resource.places)
    action.update("resource", resource.id, {**row, "fetched_on": asked_on})
