"""Deadlines: the days and minutes until them, and which of them cannot wait."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.deadlines import minutes_a_day, needed_until, until
from recall.domain.calendar.pauses import Pause

TODAY = date(2026, 3, 2)
NIGH = date(2026, 3, 5)


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


MONDAYS = Budget(45, dict.fromkeys(range(1, 7), 0))
WORKDAYS = Budget(45, {5: 0, 6: 0})
USUAL_DAYS = Budget(45)  # of which readings have 18


def needed(
    unread: dict[date, int], today: date = TODAY, budget: Budget = USUAL_DAYS
) -> date | None:
    return needed_until(unread, today, budget, 0.4)


@pytest.mark.parametrize(
    ("budget", "last", "ahead"),
    [
        (WORKDAYS._replace(pauses=(Pause(days(1), days(8)),)), 13, (5, 225)),
        (WORKDAYS._replace(pauses=(Pause(days(1), days(8)),)), 4, (1, 45)),
        (USUAL_DAYS._replace(pauses=(Pause(days(-3), days(1)),)), 1, (1, 45)),
        (USUAL_DAYS._replace(pauses=(Pause(days(2)),)), 400, (2, 90)),
        (USUAL_DAYS._replace(pauses=(Pause(days(9), days(12)),)), 6, (7, 315)),
        (WORKDAYS._replace(dates={days(5): 20, days(1): 0, days(9): 5}), 6, (5, 200)),
        (Budget(0, dates={days(3): 30}), 30, (1, 30)),
        (USUAL_DAYS, 0, (1, 45)),
        (USUAL_DAYS, 6, (7, 315)),
        (USUAL_DAYS, -1, (0, 0)),
        (WORKDAYS, 13, (10, 450)),
        (WORKDAYS, 4, (5, 225)),
        (WORKDAYS, 7, (6, 270)),
        (MONDAYS, 6, (1, 45)),
        (MONDAYS, 7, (2, 90)),
        (Budget(0), 30, (0, 0)),
    ],
)
def test_what_there_is_until_a_deadline_counts_today_and_its_own_day(
    budget: Budget, last: int, ahead: tuple[int, int]
) -> None:
    assert until(days(last), TODAY, budget) == ahead


PAUSES = st.builds(
    lambda first, length: Pause(days(first), length and days(first + length)),
    st.integers(-9, 400),
    st.none() | st.integers(1, 90),
)


@given(
    st.integers(-9, 900),
    st.integers(0, 6),
    st.lists(st.integers(0, 60), min_size=7, max_size=7),
    st.dictionaries(st.integers(-9, 400).map(days), st.integers(0, 60), max_size=5),
    st.lists(PAUSES, max_size=3),
)
def test_the_minutes_until_a_deadline_are_those_of_all_its_days(
    last: int, first: int, weekdays: list[int], dates: dict[date, int], pauses: list[Pause]
) -> None:
    budget, today = Budget(45, dict(enumerate(weekdays)), dates, tuple(pauses)), days(first)
    ahead = [today + timedelta(number) for number in range(last + 1)]
    minutes = [budget.open_on(one) for one in ahead]
    assert until(today + timedelta(last), today, budget) == (
        sum(minute > 0 for minute in minutes),
        sum(minutes),
    )


def test_the_minutes_of_a_day_are_spread_over_the_days_that_have_any() -> None:
    assert minutes_a_day(80, NIGH, TODAY, USUAL_DAYS) == 20
    assert minutes_a_day(80, TODAY, TODAY, USUAL_DAYS) == 80
    assert minutes_a_day(80, days(-9), TODAY, USUAL_DAYS) == 80
    assert minutes_a_day(80, days(13), TODAY, WORKDAYS) == 8


@pytest.mark.parametrize(
    ("minutes", "day", "is_needed"),
    [
        (90, 9, True),  # half of ten days with eighteen minutes each
        (89, 9, False),
        (285, 12, True),  # more than there is
        (180, 19, True),
        (179, 19, False),
        (10, 2, True),  # little, but close
        (10, 3, False),
        (1, 0, True),
        (1, -1, True),
        (0, -1, False),
        (0, 0, False),
    ],
)
def test_a_deadline_cannot_wait_once_it_takes_half_of_what_readings_have_by_then(
    minutes: int, day: int, is_needed: bool
) -> None:
    assert needed({days(day): minutes}) == (days(day) if is_needed else None)


def test_what_is_due_by_a_deadline_is_added_up_with_what_is_due_before() -> None:
    assert needed({days(9): 50}) is needed({days(8): 45}) is None
    assert needed({days(9): 50, days(8): 45}) == days(9)
    assert needed({days(4): 45, days(99): 45}) == days(4)
    assert needed({days(-5): 3, days(9): 87}) == days(9)
    assert needed({days(-5): 3, days(9): 86}) == days(-5)


def test_days_without_minutes_are_none_on_which_something_is_read() -> None:
    assert needed({days(13): 90}, budget=WORKDAYS) == days(13)
    assert needed({days(13): 90}) is None
    thursday = days(3)
    assert needed({days(7): 1}, thursday, WORKDAYS) == days(7)  # Thursday, Friday, Monday
    assert needed({days(7): 1}, thursday) is None
    assert needed({days(300): 1}, budget=Budget(0)) == days(300)


@given(
    st.dictionaries(st.integers(-9, 400).map(days), st.integers(0, 5000), max_size=5),
    st.lists(st.integers(0, 60), min_size=7, max_size=7),
)
def test_what_cannot_wait_cannot_wait_as_long_as_nothing_is_read(
    unread: dict[date, int], weekdays: list[int]
) -> None:
    budget = Budget(45, dict(enumerate(weekdays)))
    last = needed(unread, TODAY, budget)
    if last is not None:
        assert (needed(unread, days(1), budget) or date.min) >= last
        more = {deadline: minutes + 1 for deadline, minutes in unread.items()}
        assert (needed(more, TODAY, budget) or date.min) >= last


@given(st.integers(1, 60), st.integers(0, 12))
def test_what_readings_have_minutes_for_is_read_in_time_if_not_each_day_is_lived(
    last: int, missed: int
) -> None:
    """Two of three days are, and other readings have them until the deadline cannot wait."""
    deadline = days(last)
    left = 9 * last  # half of all that there is
    for number in range(last + 1):
        is_lived = (number + missed) % 3 > 0
        if is_lived and needed({deadline: left}, days(number)):
            left -= min(left, 18)
    assert left == 0
