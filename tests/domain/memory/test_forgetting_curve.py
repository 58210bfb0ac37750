"""The forgetting curve in plain floats agrees with py-fsrs and runs between whole days."""

from datetime import UTC, date, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Memory
from recall.domain.memory.forgetting_curve import decay_and_factor, retrievability
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.weights import Weights

WEIGHTS = Weights(*fsrs.Scheduler().parameters)
FLAT = WEIGHTS._replace(w20=0.8)
DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
STABILITIES = st.floats(0.001, 36500)
CURVES = st.floats(0.1, 0.8).map(lambda decay: WEIGHTS._replace(w20=decay))


def test_the_curve_of_the_default_weights_is_known() -> None:
    decay, factor = decay_and_factor(WEIGHTS)
    assert decay == -0.1542
    assert factor == pytest.approx(0.9803464945)


@given(stability=STABILITIES, days=st.integers(0, 36500))
def test_on_whole_days_it_is_the_librarys_retrievability(stability: float, days: int) -> None:
    card = fsrs.Card(card_id=1, stability=stability, due=NOON, last_review=NOON)
    theirs = fsrs.Scheduler().get_card_retrievability(card, NOON + timedelta(days=days))
    assert retrievability(Memory(stability, 5, DAY), days, WEIGHTS) == theirs


@given(stability=STABILITIES, weights=CURVES)
def test_recall_is_nine_in_ten_after_one_stability(stability: float, weights: Weights) -> None:
    memory = Memory(stability, 5, DAY)
    assert retrievability(memory, stability, weights) == pytest.approx(0.9)
    assert Formulas(weights).interval(stability, 0.9) == pytest.approx(stability)


def test_recall_falls_within_a_day() -> None:
    memory = Memory(2, 5, DAY)
    morning, noon, night = (retrievability(memory, days, WEIGHTS) for days in (0.25, 0.5, 0.75))
    assert 1 > morning > noon > night > retrievability(memory, 1, WEIGHTS)


@pytest.mark.parametrize("days", [0, -0.5, -3])
def test_recall_is_certain_at_the_review_and_before(days: float) -> None:
    assert retrievability(Memory(2, 5, DAY), days, WEIGHTS) == 1


def test_the_last_weight_shapes_the_curve() -> None:
    memory = Memory(10, 5, DAY)
    assert retrievability(memory, 100, FLAT) < retrievability(memory, 100, WEIGHTS)


@given(stability=STABILITIES, retention=st.floats(0.70, 0.97), weights=CURVES)
def test_an_interval_ends_when_recall_has_fallen_to_the_retention(
    stability: float, retention: float, weights: Weights
) -> None:
    days = Formulas(weights).interval(stability, retention)
    assert retrievability(Memory(stability, 5, DAY), days, weights) == pytest.approx(retention)
