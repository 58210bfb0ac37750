"""How much better the mixture predicted, how sure that is, and how it is said."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.memory.compared import ModelGain, compared
from recall.domain.memory.in_words import compared_in_words
from recall.domain.memory.mixture import in_advance


def many(recalled: int, count: int = 100, predicted: float = 0.8) -> list[tuple[float, bool]]:
    """As many of them recalled, spread evenly."""
    return [
        (predicted, index * recalled // count < (index + 1) * recalled // count)
        for index in range(count)
    ]


def test_without_revisits_there_is_nothing_to_compare() -> None:
    assert compared([]) is None


def test_a_single_revisit_has_no_error_and_no_verdict() -> None:
    found = compared([(0.8, True)])
    assert found is not None
    assert (found.revisits, found.error, found.verdict) == (1, None, "not known")
    assert found.log_loss == found.log_loss_plain == pytest.approx(-log(0.8))
    assert compared_in_words(found, "that of most people").endswith("is not known yet.")


def test_the_losses_are_of_predictions_made_before() -> None:
    judged = many(97)
    found = compared(judged)
    assert found is not None
    losses = [-log(p if passed else 1 - p) for p, passed in in_advance(judged)]
    assert found.log_loss == pytest.approx(sum(losses) / len(losses))
    assert found.gain == pytest.approx(found.log_loss_plain - found.log_loss)
    assert (found.recalled, found.expected_plain) == (0.97, pytest.approx(0.8))
    assert found.verdict == "better"


def test_a_person_like_the_average_one_is_not_called_better() -> None:
    found = compared(many(80))
    assert found is not None
    assert found.verdict not in ("better", "probably better")


@pytest.mark.parametrize(
    ("gain", "verdict"),
    [
        (0.05, "better"),
        (0.015, "probably better"),
        (0.005, "not known"),
        (-0.005, "not known"),
        (-0.015, "probably worse"),
        (-0.05, "worse"),
    ],
)
def test_two_standard_errors_are_sure(gain: float, verdict: str) -> None:
    found = ModelGain(48, 0.9, 0.9, 0.8, 0.3, 0.3 + gain, gain, 0.01)
    assert found.verdict == verdict
    assert found._replace(revisits=24).verdict == "not known"
    said = compared_in_words(found, "that of most people")
    assert said.startswith("Of 48 revisits you recalled 43, 90 %.")
    assert f"{gain:.3f} ± 0.010" in said


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=50))
def test_any_log_can_be_compared_and_said(judged: list[tuple[float, bool]]) -> None:
    found = compared(judged)
    assert found is not None
    assert 0 <= found.expected <= 1
    assert compared_in_words(found, "parameter set 2").endswith(".")
