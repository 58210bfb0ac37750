"""The order of revisits on a day that cannot hold all that is due."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.day.revisit_order import (
    UNKNOWN_GAIN,
    by_due_date,
    by_gain,
    choose_revisits,
    gain,
    gain_per_minute,
    visit_of,
)
from recall.domain.library.card import Rating
from testing.libraries.shelf import FORMULAS, TODAY, revisit


def chosen(*due: object, room: int) -> list[int]:
    found = choose_revisits(list(due), room, TODAY, FORMULAS)  # type: ignore[arg-type]
    return [visit.resource_id for visit in found]


def test_all_that_fits_goes_by_due_date_and_the_weakest_memory_first() -> None:
    due = [revisit(1), revisit(2, overdue=3), revisit(3, stability=2.0), revisit(4, stability=None)]
    assert [one.id for one in by_due_date(due)] == [2, 3, 1, 4]
    assert chosen(*due, room=16) == [2, 3, 1, 4]


def test_on_a_full_day_the_highest_gain_per_minute_goes_first() -> None:
    short, long = revisit(1, 3), revisit(2, 9)
    young, old = revisit(3, 4, stability=3.0), revisit(4, 4, stability=90.0)
    assert chosen(long, short, room=9) == [1]
    assert chosen(old, young, room=4) == [3]


@pytest.mark.parametrize(("overdue", "first"), [(3, 1), (4, 2)])
def test_a_revisit_overdue_by_more_than_three_days_goes_before(overdue: int, first: int) -> None:
    dear, neglected = revisit(1, 3, stability=2.0), revisit(2, 9, overdue, stability=200.0)
    assert chosen(dear, neglected, room=9)[0] == first


def test_the_neglected_take_half_of_the_minutes_at_most_but_the_first_always_fits() -> None:
    neglected = [revisit(number, 4, 9, stability=200.0) for number in range(1, 9)]
    fresh = [revisit(number, 4, stability=3.0) for number in range(11, 19)]
    assert chosen(*neglected, *fresh, room=16) == [1, 2, 11, 12]
    assert chosen(revisit(1, 20, 9), *fresh, room=20) == [1]


def test_priority_decides_before_gain_and_low_ones_are_never_neglected() -> None:
    high, low = revisit(1, 9, priority="high"), revisit(2, 3, 30, priority="low")
    assert chosen(low, revisit(3), high, room=9) == [1]
    assert [one.id for one in by_gain([low, revisit(3), high], TODAY, FORMULAS)] == [1, 3, 2]


def test_a_first_revisit_counts_as_an_even_chance_of_recall() -> None:
    assert gain_per_minute(revisit(1, 4, stability=None), TODAY, FORMULAS) == UNKNOWN_GAIN / 4


@given(st.floats(0.1, 500), st.floats(1, 10), st.integers(1, 400))
def test_the_gain_is_recall_times_the_growth_of_stability(
    stability: float, difficulty: float, days: int
) -> None:
    recall = FORMULAS.retrievability(stability, days)
    after, _ = FORMULAS.revisited(stability, difficulty, recall, Rating.GOOD)
    assert gain(stability, difficulty, days, FORMULAS) == pytest.approx(
        recall * (after / stability - 1)
    )


@pytest.mark.parametrize(
    ("resource", "reason"),
    [
        (revisit(1), "due today"),
        (revisit(1, overdue=1), "1 day overdue"),
        (revisit(1, overdue=4), "4 days overdue"),
        (revisit(1, stability=None), "first revisit"),
        (revisit(1, overdue=4, stability=None), "first revisit, 4 days overdue"),
    ],
)
def test_a_revisit_says_why_it_is_there(resource: object, reason: str) -> None:
    assert visit_of(resource, TODAY).reason == reason  # type: ignore[arg-type]


def test_a_review_in_the_future_counts_as_of_today() -> None:
    early = revisit(1)
    memory = early.card.memory
    assert memory is not None
    ahead = memory._replace(last_review=TODAY + timedelta(days=2))
    one = early._replace(card=early.card._replace(memory=ahead))
    assert gain_per_minute(one, TODAY, FORMULAS) == 0
