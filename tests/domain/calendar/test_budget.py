"""Minutes by day of the week, as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.budget import DAY_MINUTES, Budget, read_weekdays, write_weekdays
from recall.domain.calendar.pauses import Pause

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("sat 20", {5: 20}),
        ("sat 20, sun 0", {5: 20, 6: 0}),
        ("sat, sun 20", {5: 20, 6: 20}),
        ("weekends: 20 min; wed=10", {2: 10, 5: 20, 6: 20}),
        ("mon-fri 30 minutes", dict.fromkeys(range(5), 30)),
        ("weekdays 30, fri 10", {0: 30, 1: 30, 2: 30, 3: 30, 4: 10}),
        ("周末 20", {5: 20, 6: 20}),
        ("周六20分钟，周日0", {5: 20, 6: 0}),
        ("Saturday 1440", {5: 1440}),
    ],
)
def test_what_people_write_is_read(text: str, expected: dict[int, int]) -> None:
    assert read_weekdays(text) == expected


@pytest.mark.parametrize(
    "text", ["sat", "20", "sat 1441", "sat -5", "someday 20", "sat 20 sun 10 30", "sat 99999"]
)
def test_what_is_no_day_with_minutes_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="days of the week with minutes from 0 to 1440"):
        read_weekdays(text)


@given(st.dictionaries(st.integers(0, 6), st.integers(0, DAY_MINUTES)))
def test_what_is_written_is_read_again(minutes: dict[int, int]) -> None:
    assert read_weekdays(write_weekdays(minutes)) == minutes


@given(st.integers(0, 3000), st.integers(1, 600))
def test_a_day_has_its_own_minutes_or_the_usual_ones(days: int, usual: int) -> None:
    budget = Budget(usual, {5: 20, 6: 0})
    day = MONDAY + timedelta(days)
    assert budget.on(day) == {5: 20, 6: 0}.get(days % 7, usual)


PAUSES = st.builds(
    lambda first, length: Pause(
        MONDAY + timedelta(first), length and MONDAY + timedelta(first + length)
    ),
    st.integers(-9, 40),
    st.none() | st.integers(1, 20),
)


def test_a_single_date_has_its_own_minutes_whatever_its_day_of_the_week() -> None:
    saturday, sunday = MONDAY + timedelta(5), MONDAY + timedelta(6)
    budget = Budget(45, {5: 0}, {saturday: 90, MONDAY: 0})
    assert [budget.on(day) for day in (MONDAY, saturday, sunday)] == [0, 90, 45]
    assert [budget.usually_on(day) for day in (MONDAY, saturday, sunday)] == [45, 0, 45]
    assert [budget.is_away(day) for day in (MONDAY, saturday, sunday)] == [True, False, False]


@given(st.lists(PAUSES, max_size=4), st.integers(-10, 70))
def test_a_day_is_paused_in_any_pause_and_away_then(pauses: list[Pause], day: int) -> None:
    budget, on = Budget(45, pauses=tuple(pauses)), MONDAY + timedelta(day)
    pause = budget.pause_on(on)
    is_held = any(one.holds(on) for one in pauses)
    assert (budget.is_paused(on), budget.is_away(on), pause is not None) == (is_held,) * 3
    assert budget.on(on) == 45
    if pause is not None and pause.until is not None:
        assert not budget.is_paused(pause.until), "the next day with a plan"


def test_a_pause_without_an_end_can_be_left_out() -> None:
    days = [date(2026, 3, number) for number in (2, 3, 9)]
    ends, open_ended = Pause(days[0], days[1]), Pause(days[2])
    assert Budget(45, pauses=(ends, open_ended)).with_ends == Budget(45, pauses=(ends,))
