"""Revisits that wait are laid out over days, in their order, within their minutes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.domain.due_dates.backlog import first_revisits

ON = date(2026, 11, 20)
SATURDAY = ON + timedelta(days=1)
LOADS = st.dictionaries(
    st.integers(0, 60).map(lambda days: ON + timedelta(days)), st.integers(0, 300)
)


def after(days: int) -> date:
    return ON + timedelta(days=days)


def test_the_whole_day_is_filled_where_nothing_is_left_to_read() -> None:
    days = first_revisits([20, 20, 20, 30], ON, Budget(60), {after(1): 30}, whole=True)
    assert days == [after(0), after(0), after(0), after(1)]


@pytest.mark.parametrize(
    ("minutes", "budget", "load", "days"),
    [
        pytest.param([], 60, {}, [], id="nothing to place"),
        pytest.param([10, 10, 10, 10], 60, {}, [0, 0, 0, 1], id="half of the budget a day"),
        pytest.param([10, 10], 60, {0: 15}, [0, 1], id="what is planned counts"),
        pytest.param([10], 60, {0: 30, 1: 45}, [2], id="a full day takes none"),
        pytest.param([30, 30], 20, {}, [0, 1], id="a long one still gets a day"),
        pytest.param([31, 5], 60, {0: 29}, [0, 1], id="a day below its half takes one"),
        pytest.param([15, 4, 4], 45, dict.fromkeys(range(9), 8), [0, 1, 1], id="each of them"),
        pytest.param([4, 18, 4], 40, dict.fromkeys(range(9), 30), [9, 10, 11], id="not a full one"),
        pytest.param([20, 20, 5], 60, {}, [0, 1, 1], id="the order is kept"),
        pytest.param([40], 60, {0: 25}, [1], id="none is put over the whole of a day"),
        pytest.param([40], 30, {0: 1, 1: 1}, [2], id="one that fits no day has one to itself"),
        pytest.param([5, 40, 5], 30, dict.fromkeys(range(9), 1), [0, 9, 0], id="none waits for it"),
        pytest.param(
            [40, 40, 5], 30, dict.fromkeys(range(9), 1), [9, 10, 0], id="however many they are"
        ),
        pytest.param([40, 5], 30, {}, [0, 1], id="nor joins it"),
        pytest.param([5, 5, 5], 0, {0: 90}, [0, 1, 2], id="without a budget one a day"),
        pytest.param([5, 5], 1, {}, [0, 1], id="the smallest budget"),
    ],
)
def test_first_revisits_fill_half_of_each_day(
    minutes: list[int], budget: int, load: dict[int, int], days: list[int]
) -> None:
    planned = {after(day): taken for day, taken in load.items()}
    assert first_revisits(minutes, ON, Budget(budget), planned) == [after(day) for day in days]


@given(minutes=st.lists(st.integers(3, 30), max_size=30), budget=st.integers(0, 120), load=LOADS)
def test_first_revisits_keep_their_order_and_the_other_half_of_the_day(
    minutes: list[int], budget: int, load: dict[date, int]
) -> None:
    days = first_revisits(minutes, ON, Budget(budget), load)
    assert len(days) == len(minutes)
    short = [day for need, day in zip(minutes, days, strict=True) if 2 * need <= budget]
    assert short == sorted(short)
    for day in set(days):
        placed = [need for need, on in zip(minutes, days, strict=True) if on == day]
        taken = load.get(day, 0) + sum(placed)
        assert 2 * taken <= budget or (len(placed) == 1 and taken <= max(budget, *placed))


def test_an_easy_day_that_is_half_full_is_not_filled_beyond_its_minutes() -> None:
    budget = Budget(60, {SATURDAY.weekday(): 20})
    assert first_revisits([12], SATURDAY, budget, {SATURDAY: 9}) == [after(2)]
    assert first_revisits([12], SATURDAY, budget, {}) == [SATURDAY]


@pytest.mark.parametrize("budget", [Budget(20), Budget(0)])
def test_first_revisits_keep_off_a_pause_whose_end_is_known(budget: Budget) -> None:
    closed = budget._replace(pauses=(Pause(after(1), after(9)),))
    assert first_revisits([10, 10, 10], ON, closed, {}) == [ON, after(9), after(10)]
    on = budget._replace(pauses=(Pause(after(-9), after(2)),))
    assert first_revisits([10], ON, on, {}) == [after(2)]
    two = budget._replace(pauses=(Pause(after(4), after(9)), Pause(ON, after(3))))
    assert first_revisits([10, 10], ON, two, {}) == [after(3), after(9)]


@pytest.mark.parametrize("budget", [Budget(20), Budget(0)])
@pytest.mark.parametrize("until", [None, date.max])
def test_a_pause_without_an_end_in_sight_keeps_no_first_revisit_off(
    budget: Budget, until: date | None
) -> None:
    endless = budget._replace(pauses=(Pause(after(1), until), Pause(after(1), after(4))))
    assert first_revisits([10, 10, 10], ON, endless, {}) == [ON, after(4), after(5)]


def test_first_revisits_take_the_minutes_of_single_dates() -> None:
    budget = Budget(20, {SATURDAY.weekday(): 0}, {ON: 0, SATURDAY: 40})
    assert first_revisits([10, 10, 10], ON, budget, {}) == [SATURDAY, SATURDAY, after(2)]
    never = Budget(0, dates={after(1): 60})
    assert first_revisits([10, 10], ON, never, {}) == [after(0), after(1)], (
        "single dates come to an end"
    )


def test_first_revisits_keep_off_a_day_off() -> None:
    budget = Budget(20, {ON.weekday(): 0, SATURDAY.weekday(): 20})
    assert first_revisits([10, 10], ON, budget, {}) == [after(1), after(2)]
    never = Budget(0, {})
    assert first_revisits([10, 10], ON, never, {}) == [after(0), after(1)]
