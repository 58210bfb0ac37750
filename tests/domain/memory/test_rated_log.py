"""What a damaged log is, and that a replay says what the model says."""

from datetime import date, timedelta
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.memory import rated_log
from recall.domain.memory.rated_log import Rated
from recall.domain.memory.scheduling import Model
from recall.domain.memory.scheduling import replay as by_py_fsrs
from recall.errors import RecallError
from testing.libraries.simulated import OTHER_WEIGHTS

DAY = date(2026, 3, 2)


def one_card(*ratings: Rating, gap: int = 3, number: int = 1) -> list[Rated]:
    """A resource that was rated every few days."""
    days = [DAY + timedelta(days=gap * index) for index in range(len(ratings))]
    return [
        Rated(number, on, rating, gap if index else None, 0.9 if index else None)
        for index, (on, rating) in enumerate(zip(days, ratings, strict=True))
    ]


@given(st.lists(st.sampled_from(Rating), min_size=1, max_size=12), st.integers(1, 400))
def test_a_replay_is_what_py_fsrs_makes_of_it(ratings: list[Rating], gap: int) -> None:
    history = one_card(*ratings, gap=gap)
    outcomes = by_py_fsrs([(one.on, one.rating) for one in history], Model(OTHER_WEIGHTS))

    replayed = rated_log.replay(history, OTHER_WEIGHTS)

    assert replayed.memories[1] == pytest.approx(outcomes[-1].memory)
    assert [predicted for predicted, _ in replayed.judged] == pytest.approx(
        [outcome.retrievability for outcome in outcomes[1:]]
    )
    assert [passed for _, passed in replayed.judged] == [
        rating is not Rating.AGAIN for rating in ratings[1:]
    ]


@given(st.lists(st.sampled_from(Rating), min_size=1, max_size=9), st.integers(1, 4000))
def test_a_replay_of_what_was_read_before_is_too(ratings: list[Rating], days: int) -> None:
    first, *others = one_card(*ratings)
    history = [first._replace(elapsed=days, predicted=0.5), *others]
    outcomes = by_py_fsrs([(one.on, one.rating) for one in history], Model(OTHER_WEIGHTS), days)

    assert rated_log.checked(history) == history
    replayed = rated_log.replay(history, OTHER_WEIGHTS)

    assert replayed.memories[1] == pytest.approx(outcomes[-1].memory)
    assert [predicted for predicted, _ in replayed.judged] == pytest.approx(
        [outcome.retrievability for outcome in outcomes]
    )


def test_what_nothing_is_learnt_from_is_replayed_and_not_judged() -> None:
    history = one_card(*[Rating.GOOD] * 4)
    untold = [*history[:1], history[1]._replace(learnt=False), *history[2:]]
    replayed = rated_log.replay(untold, OTHER_WEIGHTS)
    whole = rated_log.replay(history, OTHER_WEIGHTS)
    assert replayed.memories == whole.memories
    assert replayed.judged == whole.judged[1:]


def test_a_checked_log_is_in_the_order_of_its_days() -> None:
    early, late = one_card(*[Rating.GOOD] * 3, number=1), one_card(*[Rating.HARD] * 3, number=2)
    log_of_two = rated_log.checked([*early, *late])
    assert [one.resource_id for one in log_of_two] == [1, 2, 1, 2, 1, 2]
    assert sorted(log_of_two) == sorted([*early, *late])


GOOD_LOG = one_card(Rating.GOOD, Rating.AGAIN, Rating.GOOD)
DAMAGE = [
    (0, {"elapsed": 3}, "says that there was one before it"),
    (0, {"elapsed": 0, "predicted": 0.5}, "says that there was one before it"),
    (0, {"elapsed": 3, "predicted": nan}, "says that there was one before it"),
    (2, {"on": DAY + timedelta(days=3)}, "does not come after the one of 2026-03-05"),
    (2, {"on": DAY}, "does not come after the one of 2026-03-05"),
    (2, {"elapsed": None}, "does not count its days from the one of 2026-03-05"),
    (2, {"elapsed": 9}, "does not count its days"),
    (2, {"predicted": None}, "has no prediction"),
    (2, {"predicted": 1.5}, "has no prediction"),
    (2, {"predicted": nan}, "has no prediction"),
]


@pytest.mark.parametrize(("at", "change", "message"), DAMAGE)
def test_a_damaged_log_is_refused_in_one_line(
    at: int, change: dict[str, object], message: str
) -> None:
    damaged = list(GOOD_LOG)
    damaged[at] = damaged[at]._replace(**change)
    with pytest.raises(RecallError, match=f"of resource 1 .*{message}") as refused:
        rated_log.checked(damaged)
    assert "\n" not in str(refused.value)
    assert "recall doctor" in str(refused.value)
