"""How long a server may be silent: all its silences together, until it answers promptly."""

import pytest

from recall.storage.database.connections import patience
from recall.storage.database.connections.patience import Patience


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def waits(clock: Clock) -> Patience:
    return Patience(20, clock)


def hears_after(waits: Patience, clock: Clock, seconds: float) -> bool:
    """Return whether an answer after these seconds is still waited for."""
    waits.begin()
    clock.now += seconds
    if waits.is_over():
        return False
    waits.heard()
    return True


def test_an_answer_may_take_nearly_the_limit(waits: Patience, clock: Clock) -> None:
    assert hears_after(waits, clock, 19.9)


def test_a_longer_silence_is_given_up(waits: Patience, clock: Clock) -> None:
    assert not hears_after(waits, clock, 20.0)


def test_slow_answers_are_added_up(waits: Patience, clock: Clock) -> None:
    assert [hears_after(waits, clock, 8.0) for _ in range(3)] == [True, True, False]


def test_work_that_goes_on_takes_as_long_as_it_needs(waits: Patience, clock: Clock) -> None:
    assert all(hears_after(waits, clock, 0.9) for _ in range(1000))


def test_a_prompt_answer_begins_the_count_again(waits: Patience, clock: Clock) -> None:
    assert hears_after(waits, clock, 15.0)
    assert hears_after(waits, clock, 1.0)
    assert hears_after(waits, clock, 15.0)


def test_a_server_that_was_given_up_is_left_alone_for_a_while(
    waits: Patience, clock: Clock
) -> None:
    assert not hears_after(waits, clock, 20.0)
    assert not hears_after(waits, clock, 0.0)
    clock.now += 10.5
    assert hears_after(waits, clock, 19.0)


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget afterwards that this process ends."""
    monkeypatch.setattr(patience, "_ending", patience.Event())


@pytest.mark.usefixtures("ending")
def test_a_process_that_ends_waits_for_nothing(waits: Patience, clock: Clock) -> None:
    waits.begin()
    assert not waits.is_over()
    patience.give_up_all()
    assert waits.is_over()
    assert not hears_after(waits, clock, 0.0)
