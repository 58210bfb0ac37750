"""A row a review, oldest first."""

import csv
from io import StringIO

from recall.domain.library.card import Rating
from recall.formats.exports.reviews_csv import REVIEW_COLUMNS, write
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.upkeep.exporting import collected
from testing.libraries.factories import TODAY, titled


def test_a_row_has_what_the_log_has(sqlite_library: Context) -> None:
    for number, rating in ((2, Rating.GOOD), (1, Rating.AGAIN)):
        resource = titled(sqlite_library, f"Resource {number}")
        grade(sqlite_library, resource, Grade(rating, TODAY, 12, note="=so"))
    text = write(collected(sqlite_library))
    first, second = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    assert tuple(first) == REVIEW_COLUMNS
    assert (first["resource_id"], first["title"], first["rating"]) == ("2", "Resource 2", "good")
    assert (first["study_date"], first["minutes"], first["note"]) == ("2026-03-02", "12", "'=so")
    assert (second["id"], second["rating"]) == ("2", "again")
    assert first["due"] > "2026-03-02"
    assert first["stability_before"] == first["retrievability"] == ""
