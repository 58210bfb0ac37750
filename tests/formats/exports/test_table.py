"""Every export of the table, held to the one contract."""

from collections import Counter

import pytest

from recall.formats.exports.table import EXPORTS, Export, named, told_by
from recall.usecases.context import Context
from recall.usecases.upkeep.exporting import collected

ROWS = pytest.mark.parametrize("row", EXPORTS, ids=lambda row: row.name)


def test_names_and_endings_are_each_of_one_export() -> None:
    words = Counter(row.name for row in EXPORTS) + Counter(
        ending for row in EXPORTS for ending in row.endings
    )
    assert {word for word, rows in words.items() if rows > 1} == set()


@ROWS
def test_a_name_and_an_ending_lead_to_the_row(row: Export) -> None:
    assert named(row.name) is row
    assert all(told_by(ending.upper()) is row for ending in row.endings)


def test_what_is_none_leads_to_none() -> None:
    assert named("docx") is None
    assert told_by(".docx") is told_by("") is None


@ROWS
def test_a_library_is_written_and_so_is_an_empty_one(row: Export, sqlite_library: Context) -> None:
    library = collected(sqlite_library)
    bare = library._replace(resources=(), reviews=())
    for text in (row.writes(library), row.writes(bare)):
        assert text.endswith("\n")
        assert text.encode()
