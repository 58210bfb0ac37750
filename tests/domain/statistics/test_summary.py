"""Counts are added up by week, and no split loses any."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.statistics.summary import (
    Tally,
    by_month,
    by_week,
    latest_weeks,
    most_revisited_first,
    summed,
    week_of,
)

DAY = date(2026, 3, 2)
"""A Monday."""


def test_true_retention_is_the_share_of_revisits_that_were_passed() -> None:
    assert Tally(revisits=4, passed=3).retention == 0.75


def test_without_revisits_there_is_no_retention() -> None:
    assert Tally(first_readings=2, minutes=10).retention is None


def test_tallies_are_added_count_by_count() -> None:
    assert summed([Tally(1, 1, 0, 10, 5), Tally(2, 0, 3, 20, 0)]) == Tally(3, 1, 3, 30, 5)
    assert summed([]) == Tally()


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
    days = {DAY: Tally(1), weeks[0]: Tally(2), weeks[0] + timedelta(6): Tally(3)}
    assert [one.revisits for one in by_week(days, weeks).values()] == [5, 0, 1]


def test_a_split_begins_with_the_most_revisited() -> None:
    assert list(most_revisited_first({"a": Tally(1), "b": Tally(0, 0, 5), "c": Tally(2)})) == [
        "c",
        "a",
        "b",
    ]


COUNTS = st.integers(0, 99)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
DAYS = st.integers(0, 60).map(lambda number: DAY + timedelta(number))


@given(st.dictionaries(DAYS, TALLIES))
def test_the_weeks_add_up_to_the_days(days: dict[date, Tally]) -> None:
    weeks = latest_weeks(DAY + timedelta(60), 10)
    assert summed(by_week(days, weeks).values()) == summed(days.values())


def test_months_have_what_was_done_in_them() -> None:
    days = {DAY: Tally(minutes=1), date(2026, 3, 31): Tally(minutes=2), date(2025, 4, 1): Tally(3)}
    assert by_month(days) == {date(2025, 4, 1): Tally(3), date(2026, 3, 1): Tally(minutes=3)}
    assert list(by_month(days)) == [date(2025, 4, 1), date(2026, 3, 1)]
