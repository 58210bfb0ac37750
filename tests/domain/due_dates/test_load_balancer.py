"""Due dates move within bounds to the lightest day, the same way every time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.domain.due_dates.load_balancer import Spread, bounds, due_dates, windows
from recall.domain.library.card import Rating

AGAIN, HARD, GOOD, EASY = Rating
ON = date(2026, 11, 20)
EVEN, ODD = (4, 2), (4, 3)


def after(days: int) -> date:
    return ON + timedelta(days=days)


MAXIMA = st.integers(1, 36500)
SEEDS = st.tuples(st.integers(1, 10**6), st.integers(0, 1000))
INTERVALS = st.dictionaries(st.sampled_from(Rating), st.integers(1, 40), min_size=1)
LOADS = st.dictionaries(st.integers(0, 60).map(after), st.integers(0, 300))


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (1, (1, 1)),
        (2, (2, 2)),
        (2.49, (2, 2)),
        (2.5, (2, 4)),
        (3, (2, 4)),
        (7, (5, 9)),
        (17, (14, 20)),
        (37, (33, 41)),
        (1000, (948, 1000)),
        (2000, (1000 - 52, 1000)),
        (0, (1, 1)),
    ],
)
def test_bounds_are_those_of_anki(interval: float, expected: tuple[int, int]) -> None:
    assert bounds(interval, 1000) == expected


@given(interval=st.floats(0, 40000), maximum=MAXIMA)
def test_bounds_hold_the_interval_and_never_pass_the_maximum(interval: float, maximum: int) -> None:
    lower, upper = bounds(interval, maximum)
    assert 1 <= lower <= round(min(max(interval, 1), maximum)) <= upper <= maximum


@given(
    intervals=st.lists(st.integers(1, 365), min_size=4, max_size=4, unique=True).map(sorted),
    seed=SEEDS,
)
def test_with_nothing_planned_a_due_date_is_the_models_own(
    intervals: list[int], seed: tuple[int, int]
) -> None:
    dues = due_dates(dict(zip(Rating, intervals, strict=True)), ON, {}, seed, Spread(365))
    assert list(dues.values()) == [after(days) for days in intervals]


def test_the_lightest_day_within_bounds_is_taken() -> None:
    load = {after(day): 10 for day in range(14, 21)} | {after(19): 5, after(13): 0}
    assert due_dates({GOOD: 17}, ON, load, EVEN, Spread(365)) == {GOOD: after(19)}


def test_a_day_counts_by_the_share_of_its_minutes_and_not_by_the_minutes() -> None:
    load = {after(day): 10 for day in range(14, 21)} | {after(15): 20}
    long_saturdays = Spread(365, Budget(20, {5: 60}))
    assert after(15).weekday() == 5
    assert due_dates({GOOD: 17}, ON, load, EVEN, long_saturdays) == {GOOD: after(15)}


def test_of_equally_light_days_the_nearest_is_taken() -> None:
    load = {after(17): 10, after(18): 5}
    assert due_dates({GOOD: 17}, ON, load, EVEN, Spread(365)) == {GOOD: after(16)}


def test_the_seed_picks_the_side_of_a_tie() -> None:
    load = {after(17): 10}
    sides = {seed: due_dates({GOOD: 17}, ON, load, seed, Spread(365))[GOOD] for seed in (EVEN, ODD)}
    assert sides == {EVEN: after(18), ODD: after(16)}


def test_again_is_never_moved() -> None:
    load = {after(7): 500}
    assert due_dates({AGAIN: 7}, ON, load, EVEN, Spread(365)) == {AGAIN: after(7)}


def test_a_window_is_where_a_rating_may_be_moved_to() -> None:
    assert windows({AGAIN: 7, GOOD: 17, EASY: 40}, Spread(38)) == [bounds(17, 38), bounds(40, 38)]
    assert windows({GOOD: 17}, Spread(38, moves=False)) == []


@given(intervals=INTERVALS, load=LOADS, seed=SEEDS)
def test_what_lies_outside_all_windows_changes_nothing(
    intervals: dict[Rating, int], load: dict[date, int], seed: tuple[int, int]
) -> None:
    inside = {
        after(day)
        for first, last in windows(intervals, Spread(40))
        for day in range(first, last + 1)
    }
    seen = {day: minutes for day, minutes in load.items() if day in inside}
    whole = due_dates(intervals, ON, load, seed, Spread(40))
    assert due_dates(intervals, ON, seen, seed, Spread(40)) == whole


@pytest.mark.parametrize("spread", [True, False])
def test_ratings_with_the_same_interval_come_back_on_the_same_day(spread: bool) -> None:
    dues = due_dates({AGAIN: 1, HARD: 1, GOOD: 2}, ON, {}, EVEN, Spread(365, moves=spread))
    assert list(dues.values()) == [after(1), after(1), after(2)]


def test_no_date_passes_the_maximum() -> None:
    full = {after(day): 60 for day in range(366)}
    dues = due_dates(dict.fromkeys(Rating, 365), ON, full, EVEN, Spread(365))
    assert max(dues.values()) == after(365)


def test_a_better_rating_comes_no_sooner_than_a_worse_one_that_was_moved_late() -> None:
    load = {after(day): 10 for day in range(60)} | {after(20): 0}
    dues = due_dates({HARD: 17, GOOD: 18}, ON, load, EVEN, Spread(365))
    assert dues == {HARD: after(20), GOOD: after(20)}


def test_a_better_rating_comes_no_sooner_even_if_the_weights_say_so() -> None:
    dues = due_dates({AGAIN: 4, HARD: 1, GOOD: 2}, ON, {}, EVEN, Spread(365))
    assert dues == dict.fromkeys((AGAIN, HARD, GOOD), after(4))


@pytest.mark.parametrize(
    ("survived", "due"), [(None, 14), (0, 14), (16, 16), (20, 20), (21, 14), (400, 14)]
)
def test_a_pass_comes_no_sooner_than_what_it_survived_if_its_bounds_allow(
    survived: int | None, due: int
) -> None:
    rising = {after(day): day for day in range(60)}
    dues = due_dates({GOOD: 17}, ON, rising, EVEN, Spread(365), survived=survived)
    assert dues == {GOOD: after(due)}


def test_what_was_forgotten_comes_as_soon_as_the_model_says_whatever_it_survived() -> None:
    assert due_dates({AGAIN: 3}, ON, {}, EVEN, Spread(365), survived=30) == {AGAIN: after(3)}


def test_without_spreading_the_load_is_not_looked_at() -> None:
    load = {after(17): 500}
    assert due_dates({GOOD: 17}, ON, load, EVEN, Spread(365, moves=False)) == {GOOD: after(17)}


@given(load=LOADS, seed=SEEDS)
def test_the_same_arguments_give_the_same_dates(
    load: dict[date, int], seed: tuple[int, int]
) -> None:
    intervals = {HARD: 17, GOOD: 23, EASY: 38}
    backwards = dict(reversed(load.items()))
    assert due_dates(intervals, ON, load, seed, Spread(365)) == due_dates(
        dict(reversed(intervals.items())), ON, backwards, seed, Spread(365)
    )


SATURDAY = after(1)


def test_an_easy_day_takes_less_and_a_day_off_nothing() -> None:
    rule = Spread(365, Budget(60, {SATURDAY.weekday(): 10}))
    load = {SATURDAY + timedelta(days): 5 for days in range(30)}
    dues = {due_dates({GOOD: 17}, ON, load, (number, 0), rule)[GOOD] for number in range(9)}
    assert SATURDAY.weekday() not in {day.weekday() for day in dues}
    off = Spread(365, Budget(60, {day: 0 for day in range(7) if day != SATURDAY.weekday()}))
    crowded = {SATURDAY + timedelta(days): 50 for days in range(30)}
    assert due_dates({GOOD: 17}, ON, crowded, EVEN, off)[GOOD].weekday() == SATURDAY.weekday()


def test_a_single_date_takes_as_much_as_its_own_minutes_allow() -> None:
    load = {after(day): 30 for day in range(14, 21)}
    long_day = Spread(365, Budget(60, dates={after(15): 120, after(16): 0}))
    assert due_dates({GOOD: 17}, ON, load, EVEN, long_day)[GOOD] == after(15)
    off = Spread(365, Budget(60, dates={after(17): 0}))
    assert due_dates({GOOD: 17}, ON, {}, EVEN, off)[GOOD] in (after(16), after(18))


def test_a_due_date_keeps_off_a_pause_where_its_bounds_have_another_day() -> None:
    load = {after(day): 30 for day in range(14, 16)}
    rule = Spread(365, Budget(60, pauses=(Pause(after(30)), Pause(after(16), after(90)))))
    assert due_dates({GOOD: 17}, ON, load, EVEN, rule)[GOOD] == after(15)


CLOSED = Budget(60, {SATURDAY.weekday(): 0}, {after(18): 0}, (Pause(after(3), after(50)),))


def test_the_next_open_day_is_taken_if_the_bounds_hold_none() -> None:
    dues = due_dates({AGAIN: 1, HARD: 2, GOOD: 17, EASY: 40}, ON, {}, EVEN, Spread(365, CLOSED))
    assert after(50).weekday() == SATURDAY.weekday()
    assert list(dues.values()) == [after(2), after(2), after(51), after(51)]


def test_an_open_day_comes_before_what_a_pass_survived() -> None:
    rule = Spread(365, Budget(60, pauses=(Pause(after(15), after(90)),)))
    assert due_dates({GOOD: 17}, ON, {}, EVEN, rule, survived=16) == {GOOD: after(14)}


@pytest.mark.parametrize("survived", [None, 16])
@pytest.mark.parametrize(
    ("maximum", "week"),
    [
        (45, CLOSED),
        (365, Budget(60, pauses=(Pause(ON),))),
        (36500, Budget(0)),
        (365, Budget(0, dates={after(5): 60, after(17): 0})),
        (365, Budget(60, dict.fromkeys(range(7), 0), pauses=(Pause(after(1), after(9)),))),
    ],
)
def test_a_date_stays_within_its_bounds_if_no_day_up_to_the_maximum_is_open(
    maximum: int, week: Budget, survived: int | None
) -> None:
    dues = due_dates({GOOD: 17}, ON, {}, EVEN, Spread(maximum, week), survived=survived)
    assert dues == {GOOD: after(17)}


def test_a_single_date_with_minutes_is_found_where_the_week_has_none() -> None:
    rule = Spread(365, Budget(0, dates={after(30): 60}))
    assert due_dates({GOOD: 17}, ON, {}, EVEN, rule) == {GOOD: after(30)}


def test_days_off_hold_near_the_end_of_the_calendar() -> None:
    late = date(9999, 12, 1)
    rule = Spread(36500, Budget(60, pauses=(Pause(date(9999, 12, 10), date(9999, 12, 31)),)))
    due = due_dates({GOOD: 17}, late, {}, EVEN, rule)[GOOD]
    assert late + timedelta(14) <= due <= late + timedelta(20)


def test_among_days_of_a_pause_alone_the_lightest_is_taken() -> None:
    load = {after(day): 10 for day in range(14, 21)} | {after(19): 5}
    rule = Spread(365, Budget(60, pauses=(Pause(ON),)))
    assert due_dates({GOOD: 17}, ON, load, EVEN, rule) == {GOOD: after(19)}
