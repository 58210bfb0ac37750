"""How well each priority is to be remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.resource import PRIORITIES
from recall.domain.memory.retention import LEAST_RETENTION, MOST_RETENTION, retention


def test_the_retentions_are_those_of_the_plan_while_the_setting_is_a_default() -> None:
    assert [retention(one, 0.90) for one in PRIORITIES] == [0.93, 0.90, 0.80]


@pytest.mark.parametrize(
    ("desired", "high", "low"),
    [(0.97, 0.97, 0.94), (0.95, 0.965, 0.90), (0.85, 0.895, 0.70), (0.70, 0.79, 0.70)],
)
def test_another_setting_moves_both(desired: float, high: float, low: float) -> None:
    assert (retention("high", desired), retention("low", desired)) == (high, low)


@given(st.floats(LEAST_RETENTION, MOST_RETENTION))
def test_high_is_never_below_normal_nor_low_above_it(desired: float) -> None:
    high, normal, low = (retention(one, desired) for one in PRIORITIES)
    assert normal == desired
    assert LEAST_RETENTION <= low <= normal + 1e-4
    assert normal - 1e-4 <= high <= MOST_RETENTION
