"""Fitting: it finds what a log was made with, and whatever fails in it is one line."""

import sys
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from recall.domain.library.card import Rating
from recall.domain.memory import fitting, optimizer
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model
from recall.errors import RecallError
from testing.simulated import OTHER_WEIGHTS, rated

DAY = date(2026, 3, 2)


class Stubborn:
    """Stands for the library's FSRS: it raises or returns what a test wants."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def __call__(self, _: object) -> "Stubborn":
        return self

    def compute_parameters(self, *_: object) -> Any:
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


def stub(monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    names = {"DEFAULT_PARAMETERS": [], "FSRS": Stubborn(answer)}
    fake = SimpleNamespace(**names, FSRSItem=list, FSRSReview=lambda *values: values)
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", fake)


def test_a_fit_wins_over_the_defaults_on_what_it_has_not_seen() -> None:
    log = fitting.checked(rated(1500, DAY))
    fitted = optimizer.fit(fitting.older_part(log))
    scores = fitting.weighed(log, fitted, DEFAULT_WEIGHTS, DEFAULT_WEIGHTS)
    assert scores.passes
    truth = fitting.weighed(log, OTHER_WEIGHTS, DEFAULT_WEIGHTS, DEFAULT_WEIGHTS)
    assert scores.log_loss == pytest.approx(truth.log_loss, abs=0.02)


def test_a_fit_to_somebody_whom_the_defaults_describe_is_refused() -> None:
    log = fitting.checked(rated(1000, DAY, DEFAULT_WEIGHTS, seed=3))
    fitted = optimizer.fit(fitting.older_part(log))
    assert not fitting.weighed(log, fitted, DEFAULT_WEIGHTS, DEFAULT_WEIGHTS).passes


def test_a_fit_sees_the_reading_before_and_learns_nothing_from_what_follows_an_unknown_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Any] = []

    class Asked(Stubborn):
        def compute_parameters(self, *given: Any) -> Any:
            asked.extend(given)
            return list(DEFAULT_WEIGHTS)

    fake = SimpleNamespace(
        DEFAULT_PARAMETERS=[], FSRS=Asked(None), FSRSItem=tuple, FSRSReview=lambda *one: one
    )
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", fake)
    good, again = Rating.GOOD, Rating.AGAIN
    optimizer.fit(
        [
            fitting.Rated(1, DAY, again, 180, 0.5),
            fitting.Rated(2, DAY, good, None, None),
            fitting.Rated(2, DAY + timedelta(3), good, 3, 0.9, learnt=False),
            fitting.Rated(2, DAY + timedelta(9), good, 6, 0.9),
        ]
    )
    items, numbers = asked
    assert numbers == [1, 2]
    assert items == [((3, 0), (1, 180)), ((3, 0), (3, 3), (3, 6))]


def test_a_fit_is_the_same_each_time_and_the_model_takes_it() -> None:
    log = fitting.checked(rated(1000, DAY))
    fitted = optimizer.fit(log)
    assert optimizer.fit(log) == fitted
    assert Model(fitted).checked().weights == fitted
    assert fitted != DEFAULT_WEIGHTS


def test_weights_are_brought_within_their_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    stub(monkeypatch, [1e9] * 21)
    assert optimizer.fit([]) == tuple(UPPER_BOUNDS_PARAMETERS)
    stub(monkeypatch, [-1e9] * 21)
    assert optimizer.fit([]) == tuple(LOWER_BOUNDS_PARAMETERS)


def test_a_real_panic_in_rust_is_one_line() -> None:
    same_day = [one._replace(elapsed=one.elapsed and 0) for one in rated(100, DAY)]
    with pytest.raises(RecallError, match=r"cannot fit this log: .*; nothing changed") as refused:
        optimizer.fit(same_day)
    cause = refused.value.__cause__
    assert type(cause).__name__ == "PanicException"
    assert not isinstance(cause, Exception)


def test_what_the_library_refuses_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    stub(monkeypatch, ValueError("NotEnoughData"))
    with pytest.raises(RecallError, match="cannot fit this log: NotEnoughData"):
        optimizer.fit([])


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, SystemExit])
def test_a_person_can_stop_it(
    monkeypatch: pytest.MonkeyPatch, stopped: type[BaseException]
) -> None:
    stub(monkeypatch, stopped())
    with pytest.raises(stopped):
        optimizer.fit([])


def test_weights_that_are_no_numbers_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    stub(monkeypatch, [float("nan")] * 21)
    with pytest.raises(RecallError, match="found no weights"):
        optimizer.fit([])


def test_without_the_extra_a_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert optimizer.is_installed()
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    assert not optimizer.is_installed()
    with pytest.raises(RecallError, match=r"pip install 'recall-reading\[optimize\]'$"):
        optimizer.fit([])
