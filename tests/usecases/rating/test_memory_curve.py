"""The curve of one resource in the library."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.rating.grading import Grade, grade, read
from recall.usecases.rating.memory_curve import curve_of
from recall.usecases.rating.record import record_of
from testing.libraries.factories import TODAY, catalog, entries, make_library


@pytest.fixture
def library(database_url: str) -> Context:
    return make_library(database_url, catalog(*entries(2)))


def test_what_was_never_graded_has_no_curve(library: Context) -> None:
    resource = find(library.store, "1")
    assert curve_of(library, resource, []) is None


def test_the_curve_says_what_the_resource_says(library: Context) -> None:
    early = TODAY - timedelta(days=30)
    read(library, "1", Grade(Rating.GOOD, early), is_rated=True)
    grade(library, "1", Grade(Rating.HARD, early + timedelta(days=4)))
    resource = find(library.store, "1")
    reviews = record_of(library, resource).reviews
    curve = curve_of(library, resource, reviews)
    assert curve is not None
    assert curve.first == early
    assert [review.rating for review in curve.reviews] == [Rating.GOOD, Rating.HARD]
    assert curve.falls[0][-1].recall == pytest.approx(reviews[1].retrievability)
    assert resource.card.due == early + timedelta(days=curve.due or 0)
