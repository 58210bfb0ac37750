"""Ending the revisits of a resource by hand, and beginning them again."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.memory.statistics import statistics
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources import shelving
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library

ONCE, AGAIN = Edit(once=True), Edit(once=False)


@pytest.fixture
def context(database_url: str) -> Iterator[Context]:
    """Resource 1 is read and due today, Resource 2 is unread."""
    made = make_library(database_url, catalog(*entries(2, read=1)))
    with made.store:
        yield made


@pytest.mark.parametrize("number", ["1", "2"])
def test_it_is_read_and_has_no_revisits_until_that_is_undone(context: Context, number: str) -> None:
    before = shown(context)
    after = edit(context, number, ONCE)
    assert (after.status, after.once, after.card.due) == ("read", True, None)
    state = dump(context.store)
    assert (state["review"], state["sitting"]) == ({}, {})
    assert state["resource"][after.id]["edited"] == "", "no import has a say in it"
    assert doctor(context) == []
    undo(context)
    assert shown(context) == before


def test_a_postponement_ends_with_the_revisits(context: Context) -> None:
    shelving.postpone(context, "1", TODAY + timedelta(9))
    assert edit(context, "1", ONCE).card.postponed_from is None
    assert doctor(context) == []


def test_what_was_never_rated_comes_on_a_day_with_room_from_tomorrow_on(context: Context) -> None:
    before = shown(context)
    edit(context, "1", ONCE)
    after = edit(context, "1", AGAIN)
    assert (after.once, after.card.due) == (False, TODAY + timedelta(1))
    assert doctor(context) == []
    undo(context)
    undo(context)
    assert shown(context) == before


@pytest.mark.parametrize("days", [0, 400])
def test_what_was_rated_comes_when_its_last_rating_said_or_today(
    context: Context, days: int
) -> None:
    wanted = grade(context, "2", Grade(Rating.EASY, TODAY)).review.due
    edit(context, "2", ONCE)
    later = at(context, NOW + timedelta(days))
    card = edit(later, "2", AGAIN).card
    expected = (wanted, None) if wanted > later.today else (later.today, wanted)
    assert (card.due, card.postponed_from) == expected
    assert doctor(later) == []


def test_the_days_without_revisits_are_no_missed_days(context: Context) -> None:
    edit(context, "1", ONCE)
    grade(context, "2", Grade(Rating.EASY, TODAY))
    edit(context, "2", ONCE)
    later = at(context, NOW + timedelta(60))
    for number in ("1", "2"):
        edit(later, number, AGAIN)
    grade(later, "1", Grade(Rating.GOOD, later.today))
    streak = statistics(later, 12).streak
    assert (streak.days, streak.done_days) == (61, 2)


def test_what_is_put_aside_begins_its_revisits_when_it_is_taken_up(context: Context) -> None:
    shelving.suspend(context, "2")
    assert edit(context, "2", ONCE).status == "suspended"
    assert edit(context, "2", AGAIN).status == "suspended"
    back = shelving.resume(context, "2").resource
    assert (back.status, back.card.due) == ("read", TODAY + timedelta(1))
    assert doctor(context) == []


@pytest.mark.parametrize(
    ("first", "then", "says"),
    [
        (ONCE, ONCE, "1 has no revisits already"),
        (ONCE, Edit(once=True, title="New"), "1 has no revisits already"),
        (None, AGAIN, "1 is not read once, so there is nothing to begin"),
    ],
)
def test_what_is_so_already_is_refused(
    context: Context, first: Edit | None, then: Edit, says: str
) -> None:
    if first is not None:
        edit(context, "1", first)
    before = dump(context.store)
    with pytest.raises(BadInput, match=says):
        edit(context, "1", then)
    assert dump(context.store) == before
