"""What counts as a revisit, a first reading and a minute, and that every split adds up."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.statistics.summary import (
    Graded,
    Past,
    Sat,
    Tally,
    by_week,
    judged,
    latest_weeks,
    split,
    tally,
    week_of,
)

DAY = date(2026, 3, 2)
"""A Monday."""


def graded(**given: Any) -> Graded:
    """A revisit that was passed, unless it says otherwise."""
    usual = Graded(1, DAY, 1, True, 10, 5, 7, 0.9, True, DAY)
    return usual._replace(**given)


def first_reading(**given: Any) -> Graded:
    return graded(elapsed=None, predicted=None, has_memory=False, due_before=None, **given)


def first_rating(**given: Any) -> Graded:
    """The first rating of what was imported as read."""
    return graded(elapsed=None, predicted=None, has_memory=False, **given)


def test_true_retention_is_the_share_of_revisits_that_were_passed() -> None:
    revisits = [graded(), graded(), graded(passed=False), graded()]
    assert tally(Past(revisits)).retention == 0.75


def test_without_revisits_there_is_no_retention() -> None:
    assert tally(Past()).retention is None
    assert tally(Past([first_reading(passed=False)])).retention is None


@pytest.mark.parametrize("passed", [True, False])
def test_neither_a_first_reading_nor_a_first_rating_is_a_revisit(passed: bool) -> None:
    counted = tally(Past([first_reading(passed=passed), first_rating(passed=passed)]))
    assert (counted.revisits, counted.passed, counted.first_readings) == (0, 0, 1)


def test_minutes_are_the_planned_ones_where_none_were_recorded() -> None:
    past = Past([graded(minutes=12), graded(minutes=None)], [Sat(2, DAY, 20)])
    counted = tally(past)
    assert (counted.minutes, counted.estimated_minutes) == (12 + 5 + 20, 5)


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (DAY, DAY),
        (date(2026, 3, 8), DAY),
        (date(2026, 3, 9), date(2026, 3, 9)),
        (date(2027, 1, 1), date(2026, 12, 28)),  # a Friday of week 53
    ],
)
def test_a_week_is_the_iso_week_of_the_study_date(day: date, monday: date) -> None:
    assert week_of(day) == monday


def test_the_latest_weeks_end_with_this_one() -> None:
    assert latest_weeks(date(2026, 3, 5), 3) == [date(2026, 2, 16), date(2026, 2, 23), DAY]
    assert latest_weeks(DAY, 1) == [DAY]


def test_a_week_without_anything_is_told_too() -> None:
    weeks = latest_weeks(DAY, 3)
    past = Past([graded(), graded(on=weeks[0])])
    assert [one.revisits for one in by_week(past, weeks).values()] == [1, 0, 1]


def test_a_split_begins_with_the_most_revisited() -> None:
    past = Past([graded(), graded(resource_id=2), graded(resource_id=2)], [Sat(3, DAY, 20)])
    assert list(split(past, lambda one: one.resource_id)) == [2, 1, 3]


def test_a_time_holds_its_first_and_its_last_day() -> None:
    days = [DAY + timedelta(number) for number in range(5)]
    past = Past([graded(on=day) for day in days], [Sat(1, day, 20) for day in days])
    held = past.between(days[1], days[3])
    assert {one.on for one in held.graded} == {one.on for one in held.sat} == set(days[1:4])
    assert held.days() == set(days[1:4])
    assert Past([], [Sat(1, DAY, 20)]).days() == {DAY}


@pytest.mark.parametrize(
    "one",
    [first_reading(), first_rating(), graded(elapsed=0), graded(elapsed=None)],
    ids=["first reading", "first rating", "the same day", "no review before"],
)
def test_a_prediction_is_judged_only_by_revisits_a_day_or_more_apart(one: Graded) -> None:
    assert judged(Past([one, graded(elapsed=1, predicted=0.8, passed=False)])) == [(0.8, False)]


NUMBERS = st.integers(1, 4)
DAYS = st.integers(0, 60).map(lambda number: DAY + timedelta(number))
MINUTES = st.integers(1, 600)
VISITS = st.one_of(
    st.builds(graded, resource_id=NUMBERS, on=DAYS, passed=st.booleans()),
    st.builds(
        graded,
        resource_id=NUMBERS,
        on=DAYS,
        passed=st.booleans(),
        minutes=st.none() | MINUTES,
        planned_minutes=MINUTES,
        has_memory=st.booleans(),
        due_before=st.none() | DAYS,
    ),
)
PASTS = st.builds(Past, st.lists(VISITS), st.lists(st.builds(Sat, NUMBERS, DAYS, MINUTES)))


def summed(tallies: dict[Any, Tally]) -> Tally:
    return Tally(*(sum(column) for column in zip(Tally(), *tallies.values(), strict=True)))


@given(PASTS)
def test_the_tallies_of_every_split_add_up(past: Past) -> None:
    whole = tally(past)
    weeks = latest_weeks(DAY + timedelta(60), 10)
    assert summed(by_week(past, weeks)) == whole
    assert summed(split(past, lambda one: one.resource_id)) == whole
    assert summed(split(past, lambda one: one.on)) == whole


@given(PASTS)
def test_no_count_is_more_than_what_it_is_a_part_of(past: Past) -> None:
    whole = tally(past)
    assert 0 <= whole.passed <= whole.revisits
    assert whole.revisits + whole.first_readings <= len(past.graded)
    assert 0 <= whole.estimated_minutes <= whole.minutes
    assert whole.retention is None or 0 <= whole.retention <= 1
