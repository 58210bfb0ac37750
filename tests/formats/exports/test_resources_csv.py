"""A row a resource, which other programs read, and the import too."""

import csv
from datetime import date
from io import StringIO

from recall.domain.library.card import Card, Memory, Rating
from recall.domain.library.catalog import ParsedList
from recall.domain.library.resource import Link, Place
from recall.domain.library.review import Review
from recall.formats.exports.resources_csv import RESOURCE_COLUMNS, write
from recall.formats.opening import opened
from recall.usecases.context import Context
from recall.usecases.upkeep.exporting import collected
from testing.libraries.factories import TODAY

FIRST = Review(
    *(1, 1, 1, Rating.GOOD, date(2026, 3, 1), "2026-03-01T01:00:00Z", None, 5, None),
    *(None, None, None, 2.5, None, 3.5, 2, None, date(2026, 3, 3), 0.9, 36500, "grade"),
)


def test_a_row_has_what_recall_knows(sqlite_library: Context) -> None:
    library = collected(sqlite_library)
    one = library.resources[0]._replace(
        title="=1+1",
        places=(Place(("GPU", "CUDA"), "x"), Place(("Else",), "x")),
        labels=("a", "b"),
        links=(Link("code", "", "https://a/b"), Link("paper", "", "https://c/d")),
        saved_on=date(2024, 5, 1),
        card=Card(date(2026, 3, 9), Memory(2.5, 3.5, date(2026, 3, 1)), 2, 1),
        note="two\nlines",
    )
    found = [one, library.resources[5]]
    text = write(library._replace(resources=found, reviews=[FIRST, FIRST._replace(id=2)]))
    assert text.startswith("\ufeffid,title,url,folder,status,")
    first, second = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    assert tuple(first) == RESOURCE_COLUMNS
    assert first == dict.fromkeys(RESOURCE_COLUMNS, "") | {
        "id": "1",
        "title": "'=1+1",
        "url": "https://example.org/Resource-1",
        "folder": "GPU/CUDA",
        "status": "read",
        "kind": "article",
        "language": "en",
        "minutes": "20",
        "labels": "a, b",
        "links": "https://a/b\nhttps://c/d",
        "note": "two\nlines",
        "priority": "normal",
        "date_read": "2026-03-01",
        "date_added": "2024-05-01",
        "reviews": "2",
        "lapses": "1",
        "last_review": "2026-03-01",
        "due": "2026-03-09",
        "stability": "2.5",
        "difficulty": "3.5",
    }
    assert (second["status"], second["due"], second["stability"]) == ("unread", "", "")
    assert (second["date_read"], second["date_added"]) == ("", TODAY.isoformat())


def test_the_day_that_a_list_tells_goes_before_the_first_review(sqlite_library: Context) -> None:
    library = collected(sqlite_library)
    listed = [library.resources[0]._replace(read_on="2024-05")]
    (row,) = csv.DictReader(StringIO(write(library._replace(resources=listed, reviews=[FIRST]))))
    assert row["date_read"] == "2024-05"


def test_the_import_reads_it(sqlite_library: Context) -> None:
    text = write(collected(sqlite_library))
    found = opened(text.encode(), "list.csv")
    assert isinstance(found, ParsedList)
    assert [(item.title, item.checked, item.section) for item in found.items] == [
        (f"Resource {number}", number <= 2, ("Section",)) for number in range(1, 7)
    ]
