"""How much is read of each section and of those below it."""

from recall.domain.statistics.list_progress import SectionProgress
from recall.usecases.resources.looking.section_progress import section_progress
from testing.libraries.factories import catalog, entry, make_library


def test_a_section_counts_what_is_below_it(database_url: str) -> None:
    library = make_library(
        database_url,
        catalog(
            entry("one", section=("A", "B"), read=True),
            entry("two", section=("C",)),
            entry("three", section=("A", "D"), minutes=30),
            entry("four", section=()),
        ),
    )
    assert section_progress(library) == [
        SectionProgress(("A",), 2, 1, 30),
        SectionProgress(("A", "B"), 1, 1, 0),
        SectionProgress(("A", "D"), 1, 0, 30),
        SectionProgress(("C",), 1, 0, 20),
    ]
