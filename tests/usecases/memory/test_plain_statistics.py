"""What is kept, how far the list is, and the verdict, of a library in which things were done."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.usecases.context import Context
from recall.usecases.memory.plain_statistics import PlainStatistics, plain_statistics
from recall.usecases.rating.grading import Grade, grade
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, make_library, titled

LISTED = catalog(
    entry("Seen", read=True, section=("A",)),
    *(entry(f"One {number}", section=("A",)) for number in range(4)),
    entry("Last", section=("B",)),
)


@pytest.fixture
def library(sqlite_url: str) -> Iterator[Context]:
    context = make_library(sqlite_url, LISTED)
    with context.store:
        yield context


def rate(context: Context, title: str, days: int, rating: Rating = Rating.GOOD) -> None:
    later = at(context, NOW + timedelta(days))
    grade(later, titled(later, title), Grade(rating, later.today))


def told(context: Context, days: int = 0) -> PlainStatistics:
    later = at(context, NOW + timedelta(days))
    return plain_statistics(later, TODAY - timedelta(9), later.today)


def test_after_an_import_nothing_was_revisited(library: Context) -> None:
    found = told(library)
    assert (found.verdict, found.has_revisits, found.by_month) == ("too few", False, {})
    assert found.beginning.read_before == 1
    assert found.kept == (0, 0, None)
    assert (found.progress.resources, found.progress.read) == (6, 1)


def test_what_fades_is_no_longer_kept(library: Context) -> None:
    rate(library, "One 0", 0)
    assert told(library).kept[:2] == (1, 1)
    assert told(library, 60).kept[:2] == (1, 0)


def test_the_middle_stability_is_told(library: Context) -> None:
    for number, rating in enumerate((Rating.AGAIN, Rating.GOOD, Rating.EASY)):
        rate(library, f"One {number}", 0, rating)
    memory = titled(library, "One 1").card.memory
    assert memory is not None
    assert told(library).kept.stability == pytest.approx(memory.stability)
