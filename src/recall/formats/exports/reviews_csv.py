"""A table of the reviews, a row each, for a spreadsheet or for statistics."""

from collections.abc import Iterator

from recall.domain.library.export import LibraryExport
from recall.domain.library.review import Review
from recall.formats.exports.resources_csv import BYTE_ORDER_MARK
from recall.formats.exports.rows import Cell, day, harmless, table

REVIEW_COLUMNS = (
    *("id", "resource_id", "title", "study_date", "reviewed_at", "rating", "minutes", "note"),
    *("elapsed", "retrievability", "stability_before", "stability", "difficulty_before"),
    *("difficulty", "interval", "due_before", "due"),
)


def write(library: LibraryExport) -> str:
    """Return the table, under a row with the names of its columns; oldest first."""
    titles = {one.id: one.title for one in library.resources}
    rows = (
        [harmless(cell) for cell in _cells(one, titles.get(one.resource_id, ""))]
        for one in library.reviews
    )
    return BYTE_ORDER_MARK + table([REVIEW_COLUMNS, *rows])


def _cells(one: Review, title: str) -> Iterator[Cell]:
    yield from (one.id, one.resource_id, title, day(one.study_date), one.reviewed_at)
    yield from (one.rating.name.lower(), one.minutes, one.note)
    yield from (one.elapsed, one.retrievability, one.stability_before, one.stability)
    yield from (one.difficulty_before, one.difficulty, one.interval)
    yield from (day(one.due_before), day(one.due))
