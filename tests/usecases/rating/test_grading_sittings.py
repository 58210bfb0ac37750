"""Sittings: minutes of a first reading that goes on, and what undo takes back."""

from collections.abc import Callable

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.errors import BadInput
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.planning.revising import set_minutes
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.once import read_once
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.libraries.factories import TODAY, titled
from testing.libraries.grading import the_log

GOOD = Rating.GOOD


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


@pytest.mark.parametrize(("sat", "counts"), [(580, 20), (500, 45)])
def test_finishing_without_a_time_takes_what_was_left_but_at_most_a_usual_day(
    context: Context, sat: int, counts: int
) -> None:
    sit(context, titled(context, "Long"), Grade(GOOD, TODAY, minutes=sat))
    after = grade(context, titled(context, "Long"), Grade(GOOD, TODAY)).resource
    assert the_log(context, after)[0].planned_minutes == counts
    assert after.status == "read"


@pytest.mark.parametrize("finish", [grade, lambda *given: read_once(*given, is_rated=False)])
def test_finishing_without_a_time_takes_as_long_as_the_plan_says(
    context: Context, finish: Callable[[Context, Resource, Grade], object]
) -> None:
    set_minutes(context, 120)
    left = [one.visit for one in today(context).progress.left]
    (planned,) = [one.minutes for one in left if one.resource_id == titled(context, "Long").id]
    finish(context, titled(context, "Long"), Grade(GOOD, TODAY))
    assert today(context).progress.spent_minutes == planned < 600


def test_a_day_without_usual_minutes_counts_all_that_was_left(context: Context) -> None:
    none = context._replace(settings=context.settings._replace(daily_minutes=0))
    after = grade(none, titled(none, "Long"), Grade(GOOD, TODAY)).resource
    assert the_log(none, after)[0].planned_minutes == 600
