"""The gate, what may be fitted to, and that a replay says what the model says."""

from datetime import date, timedelta
from math import log, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.memory import fitting
from recall.domain.memory.fitting import LEAST_REVISITS, Rated, Scores
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model
from recall.domain.memory.scheduling import replay as by_py_fsrs
from recall.errors import RecallError
from testing.simulated import OTHER_WEIGHTS, rated

DAY = date(2026, 3, 2)
A_LOG = rated(LEAST_REVISITS, DAY)


def one_card(*ratings: Rating, gap: int = 3, number: int = 1) -> list[Rated]:
    """A resource that was rated every few days."""
    days = [DAY + timedelta(days=gap * index) for index in range(len(ratings))]
    return [
        Rated(number, on, rating, gap if index else None, 0.9 if index else None)
        for index, (on, rating) in enumerate(zip(days, ratings, strict=True))
    ]


# Revisits, then the log losses of the defaults and of the fitted set: cuts of a real log.
SMALL_CUTS = [(32, 0.502, 0.624), (100, 0.545, 0.689), (400, 0.567, 0.615), (512, 0.600, 0.630)]


@pytest.mark.parametrize(("revisits", "default", "fitted"), [*SMALL_CUTS, (800, 0.468, 0.460)])
def test_the_gate_refuses_small_logs_whatever_the_losses(
    revisits: int, default: float, fitted: float
) -> None:
    assert not Scores(revisits, revisits // 5, fitted, default, default).passes


@pytest.mark.parametrize(
    ("scores", "passes"),
    [
        (Scores(1024, 204, 0.372, 0.401, 0.401), True),
        (Scores(1000, 200, 0.372, 0.401, 0.401), True),
        (Scores(999, 199, 0.372, 0.401, 0.401), False),
        (Scores(4000, 800, 0.495, 0.490, 0.490), False),
        (Scores(4000, 800, 0.480, 0.490, 0.470), False),
        (Scores(4000, 800, 0.480, 0.470, 0.490), False),
        (Scores(4000, 800, 0.490, 0.490, 0.490), False),
        (Scores(4000, 800, nan, 0.490, 0.490), False),
    ],
)
def test_a_set_has_to_beat_both_the_defaults_and_the_one_in_use(
    scores: Scores, passes: bool
) -> None:
    assert scores.passes is passes


@given(st.integers(0, LEAST_REVISITS - 1), st.floats(0, 20), st.floats(0, 20), st.floats(0, 20))
def test_no_losses_open_the_gate_to_a_small_log(
    revisits: int, fitted: float, default: float, before: float
) -> None:
    assert not Scores(revisits, revisits // 5, fitted, default, before).passes


@given(st.lists(st.sampled_from(Rating), min_size=1, max_size=12), st.integers(1, 400))
def test_a_replay_is_what_py_fsrs_makes_of_it(ratings: list[Rating], gap: int) -> None:
    history = one_card(*ratings, gap=gap)
    outcomes = by_py_fsrs([(one.on, one.rating) for one in history], Model(OTHER_WEIGHTS))

    replayed = fitting.replay(history, OTHER_WEIGHTS)

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

    assert fitting.checked(history) == history
    replayed = fitting.replay(history, OTHER_WEIGHTS)

    assert replayed.memories[1] == pytest.approx(outcomes[-1].memory)
    assert [predicted for predicted, _ in replayed.judged] == pytest.approx(
        [outcome.retrievability for outcome in outcomes]
    )


def test_what_nothing_is_learnt_from_is_replayed_and_not_judged() -> None:
    history = one_card(*[Rating.GOOD] * 4)
    untold = [*history[:1], history[1]._replace(learnt=False), *history[2:]]
    replayed = fitting.replay(untold, OTHER_WEIGHTS)
    whole = fitting.replay(history, OTHER_WEIGHTS)
    assert replayed.memories == whole.memories
    assert replayed.judged == whole.judged[1:]
    assert fitting.revisits(untold) == history[2:]


def test_a_checked_log_is_in_the_order_of_its_days() -> None:
    early, late = one_card(*[Rating.GOOD] * 3, number=1), one_card(*[Rating.HARD] * 3, number=2)
    log_of_two = fitting.checked([*early, *late])
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
        fitting.checked(damaged)
    assert "\n" not in str(refused.value)
    assert "recall doctor" in str(refused.value)


def test_what_is_tested_on_is_the_newest_fifth_and_what_is_fitted_to_lies_before_it() -> None:
    told = fitting.revisits(A_LOG)
    older = fitting.older_part(A_LOG)
    assert fitting.tested(A_LOG) == len(told) // 5
    assert len(fitting.revisits(older)) == len(told) - len(told) // 5
    assert older == A_LOG[: len(older)]
    assert A_LOG[len(older)] == told[-(len(told) // 5)]


def test_an_empty_log_is_too_short() -> None:
    with pytest.raises(RecallError, match=r"needs 1,000 revisits .* and the log has 0$"):
        fitting.older_part([])


def test_a_short_log_says_how_it_stands() -> None:
    with pytest.raises(RecallError) as refused:
        fitting.older_part(one_card(*[Rating.GOOD] * 4, Rating.AGAIN))
    assert str(refused.value).endswith(
        "the log has 4; so far 90% were predicted to be recalled, and 75% were"
    )


@pytest.mark.parametrize(
    ("rating", "message"), [(Rating.GOOD, "these all were$"), (Rating.AGAIN, "these all were not$")]
)
def test_one_outcome_alone_is_nothing_to_fit_to(rating: Rating, message: str) -> None:
    same = fitting.checked(one for n in range(250) for one in one_card(*[rating] * 5, number=n))
    with pytest.raises(RecallError, match=message):
        fitting.older_part(same)


def test_sets_are_weighed_by_their_log_loss_on_the_newest_revisits() -> None:
    scores = fitting.weighed(A_LOG, OTHER_WEIGHTS, DEFAULT_WEIGHTS, DEFAULT_WEIGHTS)
    newest = fitting.replay(A_LOG, OTHER_WEIGHTS).judged[-scores.tested :]
    losses = [-log(recall if passed else 1 - recall) for recall, passed in newest]
    assert scores.log_loss == pytest.approx(sum(losses) / len(losses))
    assert scores.log_loss_before == scores.log_loss_default != scores.log_loss
    assert (scores.revisits, scores.tested) == (len(fitting.revisits(A_LOG)), len(newest))
