"""The formulas in plain floats say what py-fsrs says, for any weights it allows."""

from datetime import date, timedelta

import pytest
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Memory, Rating
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, review
from recall.domain.memory.weights import Weights

DAY = date(2026, 11, 20)
BOUNDS = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
WEIGHTS = st.just(DEFAULT_WEIGHTS) | st.builds(
    Weights, *(st.floats(low, high) for low, high in BOUNDS)
)


@given(
    weights=WEIGHTS,
    stability=st.floats(0.01, 3650),
    difficulty=st.floats(1, 10),
    days=st.integers(1, 3650),
    rating=st.sampled_from(Rating),
)
def test_a_revisit_leaves_what_py_fsrs_leaves(
    weights: Weights, stability: float, difficulty: float, days: int, rating: Rating
) -> None:
    formulas = Formulas(weights)
    after = review(
        Memory(stability, difficulty, DAY), rating, DAY + timedelta(days), Model(weights)
    )

    recall = formulas.retrievability(stability, days)
    if rating is Rating.AGAIN:
        found = formulas.after_failure(stability, difficulty, recall)
    else:
        found = formulas.after_pass(stability, difficulty, recall, rating)

    assert recall == pytest.approx(after.retrievability)
    assert found == pytest.approx(after.memory.stability)
    assert formulas.next_difficulty(difficulty, rating) == pytest.approx(after.memory.difficulty)
    assert formulas.revisited(stability, difficulty, recall, rating) == pytest.approx(
        (after.memory.stability, after.memory.difficulty)
    )


@given(weights=WEIGHTS, rating=st.sampled_from(Rating))
def test_a_first_review_too(weights: Weights, rating: Rating) -> None:
    after = review(None, rating, DAY, Model(weights)).memory
    assert Formulas(weights).first(rating) == pytest.approx((after.stability, after.difficulty))


@given(stability=st.floats(0.01, 3650), retention=st.floats(0.7, 0.97))
def test_an_interval_ends_at_the_retention_wanted(stability: float, retention: float) -> None:
    formulas = Formulas(DEFAULT_WEIGHTS)
    days = formulas.interval(stability, retention)
    assert formulas.retrievability(stability, days) == pytest.approx(retention)


@given(
    weights=WEIGHTS,
    days=st.integers(1, 3650),
    retention=st.floats(0.7, 0.97),
    longest=st.integers(1, 3650),
)
def test_the_interval_in_whole_days_is_the_one_py_fsrs_sets(
    weights: Weights, days: int, retention: float, longest: int
) -> None:
    memory = Memory(20.0, 5.0, DAY)
    outcome = review(memory, Rating.GOOD, DAY + timedelta(days), Model(weights, retention, longest))
    found = Formulas(weights).whole_days(outcome.memory.stability, retention, longest)
    assert found == outcome.interval
