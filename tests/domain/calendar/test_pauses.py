"""Pauses: the days that they hold, and several as one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.pauses import Pause, joined

TODAY = date(2026, 3, 2)


def pause(first: int, until: int | None = None, number: int = 0) -> Pause:
    return Pause(
        TODAY + timedelta(first), None if until is None else TODAY + timedelta(until), number
    )


@pytest.mark.parametrize(
    ("given_pauses", "expected"),
    [
        ([], []),
        ([pause(5, 9, 2), pause(1, 3, 1)], [pause(1, 3, 1), pause(5, 9, 2)]),
        ([pause(1, 3, 4), pause(3, 5, 3)], [pause(1, 5, 4)]),
        ([pause(1, 9, 1), pause(3, 5, 2), pause(8, 12, 3)], [pause(1, 12, 1)]),
        ([pause(1, 9, 1), pause(3, None, 2)], [pause(1, None, 1)]),
        ([pause(1, None, 1), pause(3, 5, 2), pause(9, None, 3)], [pause(1, None, 1)]),
        ([pause(1, 1), pause(2, 1), pause(4, 5)], [pause(4, 5)]),
        ([Pause(date.max, date.max), Pause(date.max)], [Pause(date.max)]),
    ],
)
def test_pauses_that_overlap_or_touch_become_one(
    given_pauses: list[Pause], expected: list[Pause]
) -> None:
    assert list(joined(given_pauses)) == expected


ANY = st.builds(pause, st.integers(-9, 40), st.none() | st.integers(-9, 60))


@given(st.lists(ANY, max_size=6))
def test_together_they_hold_the_same_days_and_none_meets_another(pauses: list[Pause]) -> None:
    one = joined(pauses)
    for offset in range(-10, 62):
        day = TODAY + timedelta(offset)
        assert sum(pause.holds(day) for pause in one) == any(pause.holds(day) for pause in pauses)
    assert not any(before.meets(after) for before, after in pairwise(one))
    assert joined(one) == one


@given(ANY, ANY)
def test_two_pauses_meet_alike(one: Pause, other: Pause) -> None:
    assert one.meets(other) == other.meets(one)
