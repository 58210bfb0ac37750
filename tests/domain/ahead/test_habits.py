"""How the last weeks were lived, and what that makes of the days to come."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.ahead.habits import AS_PLANNED, LEAST_DAYS, Habits, LivedDay, habits
from testing.libraries.shelf import TODAY

DAYS = [TODAY - timedelta(number) for number in range(10, 0, -1)]


def test_habits_add_up_what_was_planned_done_and_used() -> None:
    lived = [LivedDay(DAYS[0], 45, 30, 36), LivedDay(DAYS[4], 15, 15, 18), LivedDay(DAYS[5])]
    found = habits(lived, DAYS)
    assert found == Habits(days=10, worked=3, planned=60, done=45, used=54)
    assert (found.worked_share, found.done_share) == (0.3, 0.75)
    assert found.pace == pytest.approx(1.2)


def test_what_was_done_on_a_day_off_or_in_a_pause_does_not_count() -> None:
    lived = [LivedDay(day, 45, 45, 45) for day in DAYS]
    assert habits(lived, DAYS[2:]) == Habits(8, 8, 8 * 45, 8 * 45, 8 * 45)


@pytest.mark.parametrize(
    "found",
    [
        AS_PLANNED,
        Habits(days=LEAST_DAYS - 1, worked=3, planned=90, done=30, used=60),
        Habits(days=56),  # a long break: nothing says how the days after it are lived
    ],
)
def test_until_enough_is_known_every_day_goes_as_planned(found: Habits) -> None:
    assert not found.are_known
    assert (found.worked_share, found.done_share, found.pace) == (1.0, 1.0, 1.0)
    assert all(found.works_on(number) for number in range(9))


@pytest.mark.parametrize(
    ("found", "done_share", "pace"),
    [
        (Habits(days=20, worked=10), 1.0, 1.0),  # no plan was kept
        (Habits(days=20, worked=10, planned=90), 0.0, 1.0),  # none was followed
        (Habits(days=20, worked=10, planned=90, done=120, used=60), 1.0, 0.5),  # and `more`
    ],
)
def test_shares_are_known_without_plans_and_never_more_than_whole(
    found: Habits, done_share: float, pace: float
) -> None:
    assert (found.done_share, found.pace) == (done_share, pace)


@given(days=st.integers(LEAST_DAYS, 60), data=st.data())
def test_worked_days_are_spread_evenly_and_today_is_one(days: int, data: st.DataObject) -> None:
    found = Habits(days, data.draw(st.integers(1, days)))
    works = [found.works_on(number) for number in range(2 * days)]
    assert works[0]
    assert (sum(works[:days]), sum(works[days:])) == (found.worked, found.worked)
    gaps = [at for at, is_worked in enumerate(works) if is_worked]
    between = {later - earlier for earlier, later in pairwise(gaps)}
    assert not between or max(between) - min(between) <= 1
