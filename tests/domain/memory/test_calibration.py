"""A person's results move predictions, and no more than there are results for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.memory.calibration import (
    STEPS,
    UNTOUCHED,
    Bucket,
    bucket_of,
    buckets,
    curve,
    expected,
    predicted_for,
)

RESULTS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=200)


def repeated(predicted: float, passed: int, failed: int) -> list[tuple[float, bool]]:
    return [(predicted, True)] * passed + [(predicted, False)] * failed


def test_results_are_counted_by_bucket() -> None:
    found = buckets([(0.9375, True), (0.90625, False), (0.5, True)])
    assert found == [Bucket(10, 1, 1, 0.5), Bucket(18, 2, 1, 1.84375)]


@pytest.mark.parametrize(("predicted", "bucket"), [(0, 0), (0.05, 1), (0.5, 10), (1, 19)])
def test_a_bucket_holds_its_lower_edge_and_the_last_one_certainty(
    predicted: float, bucket: int
) -> None:
    assert bucket_of(predicted) == bucket


def test_without_results_what_is_predicted_is_expected() -> None:
    assert list(curve([])) == pytest.approx(list(UNTOUCHED), abs=0.011)


def test_many_failures_pull_what_is_expected_down_to_what_came_of_it() -> None:
    found = curve(buckets(repeated(0.875, 600, 400)))
    assert expected(found, 0.875) == pytest.approx(0.6, abs=0.01)


def test_fifteen_results_weigh_as_much_as_the_prediction() -> None:
    found = curve(buckets(repeated(0.875, 0, 15)))
    assert expected(found, 0.875) == pytest.approx(0.875 / 2, abs=0.001)


def test_a_few_failures_pull_less() -> None:
    few = expected(curve(buckets(repeated(0.875, 3, 2))), 0.875)
    many = expected(curve(buckets(repeated(0.875, 60, 40))), 0.875)
    assert 0.6 < many < few < 0.875


def test_results_count_for_neighbors_and_the_less_the_farther() -> None:
    found = curve(buckets(repeated(0.675, 0, 40)))
    off = [predicted - expected(found, predicted) for predicted in (0.675, 0.725, 0.775)]
    assert off[0] > off[1] > off[2] > 0


def test_a_worse_prediction_is_never_taken_for_a_better_one() -> None:
    found = curve(buckets(repeated(0.875, 10, 90)))
    assert expected(found, 0.2) <= expected(found, 0.875) < 0.3


@given(results=RESULTS)
def test_a_curve_never_falls_and_stays_off_certainty(results: list[tuple[float, bool]]) -> None:
    found = curve(buckets(results))
    assert len(found) == STEPS + 1
    assert all(lower <= higher + 1e-9 for lower, higher in pairwise(found))
    assert min(found) >= 0.01
    assert max(found) <= 0.99


@given(results=RESULTS, wanted=st.floats(0, 1))
def test_the_prediction_that_promises_so_much_is_the_lowest_that_does(
    results: list[tuple[float, bool]], wanted: float
) -> None:
    found = curve(buckets(results))
    predicted = predicted_for(found, wanted)
    assert 0 < predicted < 1
    assert expected(found, predicted) >= wanted or predicted == 1 - 1 / STEPS
    below = predicted - 1 / STEPS
    assert below <= 0 or expected(found, below) < wanted or predicted == 1 / STEPS


@given(results=RESULTS)
def test_the_order_of_results_does_not_matter(results: list[tuple[float, bool]]) -> None:
    backwards = buckets(results[::-1])
    assert list(curve(backwards)) == pytest.approx(list(curve(buckets(results))))
