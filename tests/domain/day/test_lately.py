"""What the morning knows of the days before it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.day.lately import Spent, owed, together

TODAY = date(2026, 3, 2)
MINUTES = st.integers(0, 5000)


@pytest.mark.parametrize(
    ("revisits", "readings", "share", "missing"),
    [
        (0, 0, 0.4, 0),
        (60, 40, 0.4, 0),
        (10, 90, 0.4, 0),
        (100, 0, 0.4, 40),
        (80, 20, 0.4, 20),
        (999, 0, 0.4, 45),
        (100, 0, 0.0, 0),
    ],
)
def test_readings_are_owed_what_they_lately_had_less_than_their_share(
    revisits: int, readings: int, share: float, missing: int
) -> None:
    assert owed(Spent(revisits, readings, TODAY), share, 45, TODAY) == missing


@given(MINUTES, MINUTES, st.floats(0, 1), st.integers(0, 1440))
def test_what_is_owed_brings_readings_to_their_share_and_not_beyond(
    revisits: int, readings: int, share: float, most: int
) -> None:
    missing = owed(Spent(revisits, readings, TODAY), share, most, TODAY)
    assert 0 <= missing <= most
    assert missing == 0 or readings + missing <= share * (revisits + readings)


@given(st.integers(0, 60), st.integers(0, 6))
def test_who_leaves_readings_undone_has_two_days_of_three_for_revisits(
    since: int, first: int
) -> None:
    last = TODAY + timedelta(first)
    days = [last + timedelta(since + number) for number in range(1, 4)]
    found = [owed(Spent(100, 0, last), 0.4, 30, day) for day in days]
    expected = (
        1 if since >= 7 else sum((day - last).days <= 7 or not day.toordinal() % 3 for day in days)
    )
    assert found.count(30) == expected
    assert found.count(0) == 3 - expected


def test_who_never_read_is_asked_to_on_one_day_of_three() -> None:
    days = [TODAY + timedelta(number) for number in range(30)]
    assert [owed(Spent(100), 0.4, 30, day) for day in days].count(30) == 10


def test_what_several_days_took_is_added_up() -> None:
    days = [Spent(1, 2, TODAY), Spent(10), Spent(0, 20, TODAY - timedelta(3))]
    assert together(days) == Spent(11, 22, TODAY)
    assert together([]) == Spent()
