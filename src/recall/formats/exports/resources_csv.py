"""A table of the resources, a row each, for a spreadsheet."""

from collections.abc import Iterator
from datetime import datetime

from recall.domain.library.export import LibraryExport
from recall.domain.library.resource import Resource
from recall.domain.library.when_read import dated
from recall.formats.exports.rows import Cell, day, harmless, table

RESOURCE_COLUMNS = (
    *("id", "title", "url", "folder", "status", "kind", "language", "minutes", "labels"),
    *("description", "note", "links", "series", "part", "priority", "question"),
    *("date_read", "date_added", "reviews", "lapses", "last_review", "due"),
    *("stability", "difficulty"),
)
"""The names of the columns. The import of tables knows the first ones by these names."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets take UTF-8 for something else."""


def write(library: LibraryExport) -> str:
    """Return the table, under a row with the names of its columns."""
    read = {review.resource_id: day(review.study_date) for review in reversed(library.reviews)}
    zone, stored = library.now.tzinfo, library.rows.tables["resource"]
    added = {row["id"]: datetime.fromisoformat(str(row["added_at"])) for row in stored}
    days = {number: day(at.astimezone(zone).date()) for number, at in added.items()}
    rows = (
        [harmless(cell) for cell in _cells(resource, read.get(resource.id), days.get(resource.id))]
        for resource in library.resources
    )
    return BYTE_ORDER_MARK + table([RESOURCE_COLUMNS, *rows])


def _cells(resource: Resource, read: str | None, added: str | None) -> Iterator[Cell]:
    """Give the cells; read and added are the days of the first review and of coming in.

    Days that the list itself tells go before these.
    """
    yield from (resource.id, resource.title, resource.url)
    yield "/".join(resource.places[0].section) if resource.places else ""
    yield from (
        resource.status,
        resource.kind,
        resource.language,
        resource.minutes,
        ", ".join(resource.labels),
    )
    yield from (resource.description, resource.note, "\n".join(link.url for link in resource.links))
    yield from (resource.series, resource.part, resource.priority, resource.question)
    yield from (dated(resource.read_on) or read, day(resource.saved_on) or added)
    card, memory = resource.card, resource.card.memory
    yield from (card.reviews, card.lapses, day(memory and memory.last_review))
    yield day(card.due)
    yield from (memory and memory.stability, memory and memory.difficulty)
