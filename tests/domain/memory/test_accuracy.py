"""Predicted against actual recall: bands, intervals and log loss."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.memory.accuracy import EDGES, Accuracy, log_loss, measure, wilson

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()))


def test_without_revisits_there_is_nothing_to_compare() -> None:
    assert measure([]) == Accuracy(0, None, None, None, None, ())


@pytest.mark.parametrize(
    ("predicted", "low"), [(0, 0), (0.4999, 0), (0.5, 0.5), (0.85, 0.85), (0.95, 0.95), (1, 0.95)]
)
def test_a_prediction_falls_into_one_band_its_lower_edge_included(
    predicted: float, low: float
) -> None:
    held = [band for band in measure([(predicted, True)]).bands if band.revisits]
    assert [(one.low, one.revisits) for one in held] == [(low, 1)]


def test_a_band_has_its_mean_prediction_and_the_share_that_was_passed() -> None:
    found = measure([(0.81, True), (0.83, False), (0.84, True), (0.82, True), (0.97, True)])
    (band,) = [one for one in found.bands if one.low == 0.8]
    assert (band.low, band.high, band.revisits, band.recalled) == (0.8, 0.85, 4, 0.75)
    assert band.predicted == pytest.approx(0.825)
    assert (band.recalled_low, band.recalled_high) == wilson(3, 4)
    assert (found.revisits, found.recalled) == (5, 0.8)
    assert found.predicted == pytest.approx(0.854)


def test_an_empty_band_says_nothing() -> None:
    band = measure([(0.9, True)]).bands[0]
    assert band == (0.0, 0.5, 0, None, None, None, None)


@pytest.mark.parametrize(
    ("passed", "count", "low", "high"),
    # Of the closed formula; 81 of 263 is the example of Newcombe (1998), 17, 857-872.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(passed: int, count: int, low: float, high: float) -> None:
    assert wilson(passed, count) == pytest.approx((low, high), abs=5e-5)


def test_log_loss_is_the_mean_surprise() -> None:
    assert log_loss([(0.5, True)]) == log_loss([(0.5, False)]) == pytest.approx(log(2))
    assert log_loss([(0.9, True), (0.9, False)]) == pytest.approx(-(log(0.9) + log(0.1)) / 2)


def test_a_certain_prediction_that_fails_costs_much_and_not_everything() -> None:
    assert log_loss([(1.0, False)]) == log_loss([(0.0, True)]) == pytest.approx(-log(1e-6))


def test_the_constant_is_the_share_that_was_passed() -> None:
    found = measure([(0.9, True), (0.9, True), (0.2, False), (0.9, True)])
    assert found.log_loss_constant == pytest.approx(-(3 * log(0.75) + log(0.25)) / 4)
    assert found.log_loss == pytest.approx(-(3 * log(0.9) + log(0.8)) / 4)


@given(JUDGED)
def test_the_bands_hold_every_revisit_once(judged: list[tuple[float, bool]]) -> None:
    found = measure(judged)
    assert sum(band.revisits for band in found.bands) == found.revisits == len(judged)
    assert len(found.bands) in (0, len(EDGES) - 1)


@given(JUDGED)
def test_shares_lie_within_0_and_1_and_within_their_intervals(
    judged: list[tuple[float, bool]],
) -> None:
    for band in measure(judged).bands:
        if band.revisits:
            low, share, high = band.recalled_low or 0, band.recalled or 0, band.recalled_high or 0
            assert 0 <= low <= share <= high <= 1
            assert band.predicted is not None
            assert band.low - 1e-9 <= band.predicted <= band.high + 1e-9


@given(st.lists(st.booleans(), min_size=1), st.floats(0, 1))
def test_no_constant_beats_the_share_that_was_passed(passed: list[bool], guess: float) -> None:
    best = measure([(guess, one) for one in passed])
    assert best.log_loss is not None
    assert best.log_loss_constant is not None
    assert best.log_loss_constant <= best.log_loss + 1e-5


def test_the_error_of_the_bands_is_weighted_by_their_revisits() -> None:
    found = measure([(0.9, True)] * 3 + [(0.55, False)])
    assert found.rmse == pytest.approx(((3 * 0.1**2 + 0.55**2) / 4) ** 0.5)
    assert measure([]).rmse is None
