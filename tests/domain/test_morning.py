"""What the morning knows of the days before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.morning import Spent, owed

MINUTES = st.integers(0, 5000)


@pytest.mark.parametrize(
    ("revisits", "readings", "share", "missing"),
    [
        (0, 0, 0.4, 0),
        (60, 40, 0.4, 0),
        (10, 90, 0.4, 0),
        (100, 0, 0.4, 40),
        (80, 20, 0.4, 20),
        (999, 0, 0.4, 45),
        (100, 0, 0.0, 0),
    ],
)
def test_readings_are_owed_what_they_lately_had_less_than_their_share(
    revisits: int, readings: int, share: float, missing: int
) -> None:
    assert owed(Spent(revisits, readings), share, 45) == missing


@given(MINUTES, MINUTES, st.floats(0, 1), st.integers(0, 1440))
def test_what_is_owed_brings_readings_to_their_share_and_not_beyond(
    revisits: int, readings: int, share: float, most: int
) -> None:
    missing = owed(Spent(revisits, readings), share, most)
    assert 0 <= missing <= most
    assert missing == 0 or readings + missing <= share * (revisits + readings)
