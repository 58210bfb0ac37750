"""Sittings: minutes of a first reading that goes on, and what undo takes back."""

from collections.abc import Iterator

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.errors import BadInput
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.factories import TODAY, titled
from testing.grading import gradable, the_log
from testing.shown import shown

GOOD = Rating.GOOD


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    made = gradable(sqlite_url)
    with made.store:
        yield made


@pytest.fixture
def unread(context: Context) -> Resource:
    return titled(context, "Resource 2")


def test_a_sitting_is_no_review(context: Context) -> None:
    long = titled(context, "Long")
    after = sit(context, long, Grade(GOOD, TODAY, minutes=25, note="Chapter 1")).resource
    assert (after.status, after.minutes_read, after.note) == ("reading", 25, "Chapter 1")
    assert (after.card, the_log(context, after)) == (long.card, [])
    (sitting,) = log.sittings(context.store, long.id)
    assert (sitting.minutes, sitting.study_date, sitting.note) == (25, TODAY, "Chapter 1")


def test_a_sitting_of_unknown_length_is_one_of_the_usual(context: Context) -> None:
    after = sit(context, titled(context, "Long"), Grade(GOOD, TODAY, note="")).resource
    assert (after.minutes_read, after.note) == (20, None)


def test_a_sitting_of_unknown_length_is_no_longer_than_what_is_left(
    context: Context, unread: Resource
) -> None:
    edit(context, unread, Edit(minutes=12))
    assert sit(context, unread, Grade(GOOD, TODAY)).resource.minutes_read == 12
    assert sit(context, unread, Grade(GOOD, TODAY)).resource.minutes_read == 13, "it took a minute"


def test_only_a_first_reading_has_sittings(context: Context) -> None:
    with pytest.raises(BadInput, match="a sitting is part of a first reading"):
        sit(context, titled(context, "Resource 1"), Grade(GOOD, TODAY))


def test_undo_takes_sittings_back_one_by_one(context: Context) -> None:
    states = []
    for minutes in (10, 20, 30):
        states.append(shown(context))
        sit(context, titled(context, "Long"), Grade(GOOD, TODAY, minutes=minutes))
        assert doctor(context) == []
    for state in reversed(states):
        undo(context)
        assert shown(context) == state
        assert doctor(context) == []


def test_finishing_after_sittings_takes_what_was_left(context: Context) -> None:
    sit(context, titled(context, "Long"), Grade(GOOD, TODAY, minutes=500))
    after = grade(context, titled(context, "Long"), Grade(GOOD, TODAY)).resource
    assert the_log(context, after)[0].planned_minutes == 100
    assert after.status == "read"
