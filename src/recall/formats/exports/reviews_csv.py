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
    titles = {resource.id: resource.title for resource in library.resources}
    rows = (
        [harmless(cell) for cell in _cells(review, titles.get(review.resource_id, ""))]
        for review in library.reviews
    )
    return BYTE_ORDER_MARK + table([REVIEW_COLUMNS, *rows])


def _cells(review: Review, title: str) -> Iterator[Cell]:
    yield from (review.id, review.resource_id, title, day(review.study_date), review.reviewed_at)
    yield from (review.rating.name.lower(), review.minutes, review.note)
    yield from (review.elapsed, review.retrievability, review.stability_before, review.stability)
    yield from (review.difficulty_before, review.difficulty, review.interval)
    yield from (day(review.due_before), day(review.due))
