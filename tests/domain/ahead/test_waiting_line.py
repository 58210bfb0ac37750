"""The line of what waits is in the order in which the planner takes it."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.ahead.waiting_line import FURTHEST_DAYS_AHEAD, before_revisit, expected_on
from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.domain.day.reading_order import Reading
from recall.domain.day.revisit_order import choose_revisits
from recall.domain.library.resource import PRIORITIES, Planned
from testing.libraries.shelf import FORMULAS, TODAY, reading, revisit

DUE = st.lists(
    st.tuples(
        st.integers(1, 40),
        st.integers(0, 40),
        st.none() | st.floats(0.5, 200),
        st.sampled_from(PRIORITIES),
    ),
    min_size=1,
    max_size=12,
)


def line(due: list[Planned], room: int) -> list[int]:
    """Return the IDs in the order that the line gives them, each by what is before it."""
    ahead = {one.id: len(before_revisit(one, due, room, TODAY, FORMULAS)) for one in due}
    return sorted(ahead, key=lambda number: ahead[number])


@settings(max_examples=80)
@given(drawn=DUE, room=st.integers(0, 90))
def test_the_first_in_line_are_those_that_a_plan_takes_and_each_has_its_own_place(
    drawn: list[tuple[int, int, float | None, str]], room: int
) -> None:
    due = [
        revisit(number, minutes, overdue, stability, priority=priority)
        for number, (minutes, overdue, stability, priority) in enumerate(drawn)
    ]
    places = [len(before_revisit(one, due, room, TODAY, FORMULAS)) for one in due]
    assert sorted(places) == list(range(len(due)))
    chosen = choose_revisits(due, room, TODAY, FORMULAS)
    assert line(due, room)[: len(chosen)] == [visit.resource_id for visit in chosen]


def test_what_does_not_fit_today_comes_by_turns_the_oldest_and_the_best() -> None:
    old = [revisit(number, 4, overdue=30 - number, stability=200.0) for number in range(3)]
    young = [revisit(number, 4, overdue=1, stability=2.0) for number in (10, 11)]
    assert line([*young, *old], room=0) == [0, 10, 1, 11, 2]


def test_what_is_before_one_is_what_the_minutes_are_counted_of() -> None:
    first, second = revisit(1, 4, overdue=9), revisit(2, 6, overdue=5)
    assert before_revisit(second, [second, first], 45, TODAY, FORMULAS) == [first]
    assert before_revisit(first, [second, first], 45, TODAY, FORMULAS) == []


BOOK = Reading(reading(1, 600), is_book=True)
SHORT = [Reading(reading(number, 20)) for number in range(2, 8)]


@pytest.mark.parametrize(
    ("one", "ahead", "a_day", "days"),
    [
        (SHORT[0], [], 20, 1),
        (SHORT[0], SHORT[1:4], 20, 4),
        (SHORT[0], [BOOK], 20, 1),  # on the next day without a book
        (SHORT[0], [BOOK, *SHORT[1:5]], 20, 7),  # two of three days are for others
        (SHORT[0], [Reading(reading(1, 30), is_book=True), *SHORT[1:6]], 10, 14),  # then all days
        (BOOK, SHORT[:4], 20, 5),
        (Reading(reading(9, 700), is_book=True), [BOOK], 20, 31),
        (SHORT[0], [BOOK, *SHORT], 0.001, FURTHEST_DAYS_AHEAD),
    ],
)
def test_a_turn_comes_after_what_is_before_it_at_the_pace_of_reading(
    one: Reading, ahead: list[Reading], a_day: float, days: int
) -> None:
    assert expected_on(one, ahead, a_day / 40, Budget(40), TODAY) == TODAY + timedelta(days)


@pytest.mark.parametrize(
    ("budget", "days"),
    [
        (Budget(40, pauses=(Pause(TODAY + timedelta(2), TODAY + timedelta(9)),)), 11),
        (Budget(40, dates={TODAY + timedelta(1): 0, TODAY + timedelta(2): 0}), 6),
        (Budget(40, dates={TODAY + timedelta(2): 120}), 2),
        (Budget(80), 2),
    ],
)
def test_days_without_minutes_bring_no_turn_nearer(budget: Budget, days: int) -> None:
    assert expected_on(SHORT[0], SHORT[1:4], 0.5, budget, TODAY) == TODAY + timedelta(days)


def test_without_any_reading_no_turn_is_expected() -> None:
    assert expected_on(SHORT[0], [], 0.0, Budget(40), TODAY) is None
    assert expected_on(SHORT[0], [], 0.5, Budget(0), TODAY) is None
