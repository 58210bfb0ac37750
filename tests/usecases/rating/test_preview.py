"""The dates that are told beside the ratings are those that grading gives."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.storage.tables.resources import by_id
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.rating.preview import earliest_date, preview_dates
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library
from testing.libraries.grading import due, graded, the_log


def test_a_clock_that_is_behind_the_log_previews_from_the_last_review(
    context: Context, unread: Resource
) -> None:
    graded(context, unread, Rating.GOOD, TODAY)
    behind = at(context, NOW - timedelta(days=3))
    assert earliest_date(behind, the_log(context, unread)) == TODAY
    assert earliest_date(behind, []) == TODAY - timedelta(days=3)


HISTORIES = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(Rating), st.booleans()), min_size=1, max_size=8
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Context, Iterator[int]]]:
    """A library with a resource for every example, and their IDs."""
    path = tmp_path_factory.mktemp("many") / "library.db"
    made = make_library(f"sqlite:///{path}", catalog(*entries(2000)))
    with made.store:
        yield made, count(1)


def the_resource(context: Context, number: int) -> Resource:
    found = by_id(context.store, number)
    assert found is not None
    return found


@pytest.mark.slow
@settings(max_examples=20)
@given(history=HISTORIES)
def test_a_grade_does_what_its_preview_said(
    many: tuple[Context, Iterator[int]], history: list[tuple[int, Rating, bool]]
) -> None:
    context, numbers = many
    resource = the_resource(context, next(numbers))
    day = TODAY
    for gap, rating, undone in history:
        day += timedelta(days=gap)
        then: Context = at(context, datetime.combine(day, NOW.timetz()))
        promised = preview_dates(then, resource, day)
        assert sorted(promised.values()) == list(promised.values())
        before, resource = resource, grade(then, resource, Grade(rating, day)).resource
        assert due(resource) == promised[rating]
        if undone:
            undo(then)
            again = the_resource(then, resource.id)
            assert again == before
            resource = grade(then, again, Grade(rating, day)).resource
            assert due(resource) == promised[rating]
