"""The timed visits that are learned from, as the log has them."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.timing.pace import Timed
from recall.storage.tables import pace
from recall.storage.tables.pace import timings
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.once import read_once
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from testing.libraries.factories import TODAY, catalog, entries, make_library, titled

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def context(database_url: str) -> Iterator[Context]:
    """Two that are read and two that are not."""
    made = make_library(database_url, catalog(*entries(4, read=2, minutes=15)))
    with made.store:
        yield made


def done(minutes: int | None) -> Grade:
    return Grade(Rating.GOOD, TODAY, minutes=minutes)


def test_a_timing_knows_of_its_resource_what_the_resource_knows(context: Context) -> None:
    edit(context, titled(context, "Resource 3"), Edit(minutes=20, language="zh", length=900))
    for title in ("Resource 1", "Resource 3"):
        grade(context, titled(context, title), done(12))
    found = timings(context.store, TOMORROW)
    for timing, title in zip(found, ("Resource 1", "Resource 3"), strict=True):
        whole = titled(context, title)
        assert timing.resource == Timed(*(getattr(whole, name) for name in Timed._fields))
    assert [one.resource.minutes_given for one in found] == [False, True]
    assert [one.is_revisit for one in found] == [True, False]


def test_sittings_count_for_the_reading_and_not_for_its_revisits(context: Context) -> None:
    one = titled(context, "Resource 3")
    sit(context, one, done(40))
    grade(context, one, done(20))
    grade(context, titled(context, "Resource 3"), done(5)._replace(on=TOMORROW))
    found = timings(context.store, TOMORROW + timedelta(days=1))
    assert [(one.is_revisit, one.minutes) for one in found] == [(False, 60), (True, 5)]


def test_a_sitting_counts_with_what_it_took_and_not_with_what_it_covered(context: Context) -> None:
    one = titled(context, "Resource 3")
    for minutes, percent in ((40, None), (10, 90), (5, 20), (30, None)):
        sit(context, one, done(minutes), percent=percent)
    undo(context)
    grade(context, one, done(20))
    sit(context, titled(context, "Resource 4"), done(9), percent=50)
    (found,) = timings(context.store, TOMORROW)
    assert (found.resource.id, found.minutes) == (3, 75)


def test_what_is_read_once_teaches_nothing_and_its_first_grade_is_a_revisit(
    context: Context,
) -> None:
    read_once(context, "3", done(40), is_rated=False)
    grade(context, "3", done(5)._replace(on=TOMORROW))
    found = timings(context.store, TOMORROW + timedelta(days=1))
    assert [(one.is_revisit, one.minutes) for one in found] == [(True, 5)]


def test_what_was_not_timed_or_is_of_the_day_itself_teaches_nothing(context: Context) -> None:
    grade(context, titled(context, "Resource 1"), done(None))
    grade(context, titled(context, "Resource 2"), done(7))
    assert timings(context.store, TODAY) == []
    assert [one.minutes for one in timings(context.store, TOMORROW)] == [7]


def test_only_the_latest_are_looked_at(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "LATEST", 1)
    for number, minutes in enumerate((7, 8), 1):
        grade(context, titled(context, f"Resource {number}"), done(minutes))
    assert [one.minutes for one in timings(context.store, TOMORROW)] == [8]


def test_a_timing_knows_how_likely_its_revisit_was_recalled(context: Context) -> None:
    for days in (0, 9):
        here = context._replace(now=context.now + timedelta(days))
        given = Grade(Rating.GOOD, here.today, minutes=5)
        grade(here, titled(here, "Resource 3"), given)
    first, second = timings(context.store, TODAY + timedelta(10))
    assert first.recall is None
    assert second.recall is not None
    assert 0.5 < second.recall < 0.9
