"""The mixture: what it learns, that it can be inverted, and that no log makes it say nonsense."""

from datetime import timedelta
from math import exp, inf, log, nan

import pytest
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Memory, Rating
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.mixture import (
    AVERAGE,
    LEAST_REVISITS,
    QUICK,
    SLOW,
    Mixture,
    from_text,
    in_advance,
    learnt,
    to_text,
)
from recall.domain.memory.rated_log import Rated, checked, replay
from recall.domain.memory.scheduling import Model, review
from recall.domain.memory.weights import Weights
from testing.libraries.factories import TODAY

CHANCES = st.floats(0, 1)
LOGS = st.lists(st.tuples(CHANCES, st.booleans()), max_size=60)
SAME = {"recalled": (0.9, True), "forgotten": (0.9, False), "sure": (1.0, False), "lost": (0, True)}


def test_without_reviews_it_is_the_set_in_use() -> None:
    assert learnt([]) == AVERAGE
    assert [AVERAGE.recall(chance) for chance in (0.0, 0.3, 1.0)] == [0.0, 0.3, 1.0]
    assert AVERAGE.predicted_at(0.9) == 0.9
    plain, slow, quick = AVERAGE.shares()
    assert plain == pytest.approx(exp(1) / (exp(1) + 2))
    assert slow == quick == pytest.approx(1 / (exp(1) + 2))


def test_a_review_moves_each_offset_by_its_share_of_the_surprise() -> None:
    known = AVERAGE.after(0.8, recalled=False)
    assert known[:2] == pytest.approx((-0.8 * SLOW, -0.8 * QUICK))
    assert known.plain_score == pytest.approx(0.99 + log(0.2))
    again = known.after(0.8, recalled=False)
    assert again.quick - known.quick > -0.8 * QUICK  # it was less surprised
    assert again.quick_score > again.slow_score > again.plain_score - 0.99**2


@pytest.mark.parametrize(("passes", "is_longer"), [(99, True), (60, False)])
def test_a_person_is_known_after_a_hundred_reviews(passes: int, is_longer: bool) -> None:
    judged = [(0.85, index * passes // 100 < (index + 1) * passes // 100) for index in range(100)]
    known = learnt(judged)
    assert known.recall(0.85) == pytest.approx(passes / 100, abs=0.07)
    assert (known.predicted_at(0.9) < 0.9) is is_longer
    plain, slow, quick = known.shares()
    assert max(slow, quick) > plain


@pytest.mark.parametrize("one", SAME.values(), ids=SAME)
def test_a_log_of_one_outcome_stays_a_prediction(one: tuple[float, bool]) -> None:
    known = learnt([one] * 3000)
    assert known.is_sound
    for chance in (0.0, 1e-9, 0.5, 0.9, 1.0):
        assert 0 < known.recall(chance) < 1
        assert 0 < known.predicted_at(min(max(chance, 0.7), 0.97)) < 1


@given(LOGS)
def test_every_log_gives_a_prediction_between_0_and_1(judged: list[tuple[float, bool]]) -> None:
    known = learnt(judged)
    assert known.is_sound
    assert sum(known.shares()) == pytest.approx(1)
    if judged:
        assert all(0 <= known.recall(chance) <= 1 for chance, _ in judged)
    assert from_text(to_text(known)) == (AVERAGE if known.is_average else known)


@given(LOGS, st.floats(0.7, 0.97))
def test_the_day_of_the_wanted_recall_is_found(
    judged: list[tuple[float, bool]], wanted: float
) -> None:
    known = learnt(judged)
    assert known.recall(known.predicted_at(wanted)) == pytest.approx(wanted, abs=1e-4)


@given(LOGS, CHANCES, CHANCES)
def test_the_better_the_average_person_remembers_the_better_does_this_one(
    judged: list[tuple[float, bool]], one: float, other: float
) -> None:
    known = learnt(judged)
    assert known.recall(min(one, other)) <= known.recall(max(one, other))


@given(LOGS)
def test_each_review_is_predicted_from_those_before_it(judged: list[tuple[float, bool]]) -> None:
    found = in_advance(judged)
    assert [recalled for _, recalled in found] == [recalled for _, recalled in judged]
    for index, (predicted, _) in enumerate(found):
        assert predicted == learnt(judged[:index]).recall(judged[index][0])


@given(st.lists(st.tuples(CHANCES, st.booleans()), max_size=LEAST_REVISITS - 1))
def test_a_handful_says_nothing(judged: list[tuple[float, bool]]) -> None:
    assert learnt(judged) == AVERAGE
    assert in_advance(judged) == judged


DAMAGED = ["", "1 2", "1 2 3 4 x", "nan 0 0 0 0", "0 0 inf 0 0", "1e9 0 0 0 0", "1 2 3 4 5 6"]


@pytest.mark.parametrize("text", DAMAGED)
def test_what_is_no_mixture_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no mixture|could not convert"):
        from_text(text)


@pytest.mark.parametrize("number", [nan, inf, -inf, 60.0])
def test_only_what_a_log_can_lead_to_is_sound(number: float) -> None:
    assert not Mixture(slow=number).is_sound


@given(LOGS, st.floats(0.7, 0.97), st.integers(1, 400), st.floats(0.01, 3000))
def test_intervals_follow_the_person_and_memories_do_not(
    judged: list[tuple[float, bool]], wanted: float, longest: int, stability: float
) -> None:
    memory = Memory(stability, 5.0, TODAY)
    average = Model(desired_retention=wanted, maximum_interval=longest)
    personal = average._replace(mixture=learnt(judged))
    before = 0
    for rating in Rating:
        plain, own = (
            review(memory, rating, TODAY.replace(year=2027), m) for m in (average, personal)
        )
        assert (own.memory, own.retrievability) == (plain.memory, plain.retrievability)
        assert before <= own.interval <= longest
        assert own.interval >= 1
        before = own.interval
        if personal.mixture.is_average:
            assert own.interval == plain.interval


BOUNDS = list(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))
WEIGHTS = st.tuples(
    *(st.sampled_from((low, high)) | st.floats(low, high) for low, high in BOUNDS)
).map(Weights._make)
VISITS = st.lists(st.tuples(st.integers(1, 900), st.sampled_from(Rating)), min_size=1, max_size=40)


@given(WEIGHTS, VISITS | st.lists(st.just((1, Rating.AGAIN)), min_size=1, max_size=40))
def test_parameters_at_their_bounds_give_predictions_and_dates(
    weights: Weights, visits: list[tuple[int, Rating]]
) -> None:
    history = [Rated(1, TODAY, Rating.GOOD, None, None)]
    for elapsed, rating in visits:
        history.append(Rated(1, history[-1].on + timedelta(elapsed), rating, elapsed, 0.9))
    replayed = replay(checked(history), weights)
    known = learnt(list(replayed.judged))
    assert known.is_sound
    assert all(0 <= predicted <= 1 for predicted, _ in in_advance(replayed.judged))
    stability = replayed.memories[1].stability
    for wanted in (0.7, 0.9, 0.97):
        days = Formulas(weights).whole_days(stability, known.predicted_at(wanted), 36500)
        assert 1 <= days <= 36500
