"""Boxes that were ticked at an earlier import of a list and are open now."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from recall.domain.library.catalog import Catalog, Mark
from recall.domain.lists.marks import is_read, unread_again
from recall.domain.lists.merge import Known, Merge, Update, identity
from recall.storage.reads import Reads
from recall.storage.tables import lists, log
from recall.usecases.lists.report import Named


class Untick(NamedTuple):
    """A box that is no longer ticked: its resource, by identity, and what it says now.

    why_not says why it cannot be taken, if so.
    """

    key: str
    known: Known
    mark: Mark
    why_not: str = ""

    @property
    def named(self) -> Named:
        """The resource as a report has it."""
        return Named(self.known.id, self.known.title, (self.why_not,) if self.why_not else ())


def unticks(
    reads: Reads, catalog: Catalog, known: Mapping[str, Known], list_id: int
) -> list[Untick]:
    """Return the boxes of a list that are open again, and whose resources are read.

    One that was graded or sat over in recall stays read, as does one that another list ticks.
    """
    stood = {
        key: resource
        for key, resource in known.items()
        if resource.mark == "read" and _is_read(resource)
    }
    if not stood:
        return []
    marks = {identity(entry): entry.mark for entry in catalog.entries}
    found = [
        Untick(key, stood[key], mark)
        for key, mark in marks.items()
        if key in stood and mark != "read"
    ]
    if not found:
        return []
    numbers = [untick.known.id for untick in found]
    visited = log.last_visits(reads, numbers)
    ticked = lists.ticked_elsewhere(reads, list_id, numbers)
    return [untick._replace(why_not=_why_not(untick.known.id, visited, ticked)) for untick in found]


def taken(merged: Merge, catalog: Catalog, found: list[Untick]) -> Merge:
    """Return an import that makes what can be taken unread again."""
    entries = {identity(entry): entry for entry in catalog.entries}
    updates = {identity(one.entry): one for one in merged.updated}
    for untick in found:
        if not untick.why_not:
            update = updates.get(untick.key) or Update(
                untick.known, entries[untick.key], {}, read=False
            )
            values = {**update.values, **unread_again(untick.known.status, untick.mark)}
            updates[untick.key] = update._replace(values=values)
    unchanged = merged.unchanged - (len(updates) - len(merged.updated))
    return merged._replace(updated=tuple(updates.values()), unchanged=unchanged)


def without(marks: Mapping[str, Mark], found: list[Untick]) -> dict[str, Mark]:
    """Return the marks to keep for the next import, without the ticks that were taken."""
    gone = {untick.key: untick.mark for untick in found if not untick.why_not}
    return {**marks, **gone}


def _is_read(known: Known) -> bool:
    return is_read(known.status, known.status_before)


def _why_not(number: int, visited: Mapping[int, date], ticked: set[int]) -> str:
    if number in visited:
        return f"visited on {visited[number]}"
    return "ticked in another list" if number in ticked else ""
