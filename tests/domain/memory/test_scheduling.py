"""Reviews against the golden vectors, against py-fsrs itself, and against bad input."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from math import inf, nan
from typing import Any

import fsrs
import pytest
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.study_day import noon
from recall.domain.library.card import Memory, Rating
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.mixture import AVERAGE
from recall.domain.memory.scheduling import (
    DEFAULT_WEIGHTS,
    Model,
    Outcome,
    preview,
    read_before,
    replay,
    review,
)
from recall.domain.memory.weights import Weights
from recall.errors import BadInput
from testing.checkout import VECTORS

# Each vector is agreed by py-fsrs 6.3.2 and fsrs-rs-python 0.9.3; its note says how it was made.
VECTORS: dict[str, dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"]
FIRST = date(2025, 1, 1)
MODEL = Model()
KNOWN = Memory(stability=7, difficulty=5, last_review=FIRST)

RATINGS = st.sampled_from(Rating)
RETENTIONS = st.floats(0.70, 0.97)
WEIGHTS = st.builds(
    Weights,
    *(
        st.floats(lower, upper)
        for lower, upper in zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    ),
)
MODELS = st.builds(
    Model,
    st.just(DEFAULT_WEIGHTS) | WEIGHTS,
    RETENTIONS,
    st.integers(1, 36500),
    st.just(AVERAGE),
)
MEMORIES = st.builds(Memory, st.floats(0.001, 36500), st.floats(1, 10), st.just(FIRST))
HISTORIES = st.lists(st.tuples(RATINGS, st.integers(0, 400)), min_size=1, max_size=12)


def model_of(vector: dict[str, Any]) -> Model:
    return Model(
        Weights(*vector.get("params", DEFAULT_WEIGHTS)),
        vector.get("dr", 0.9),
        vector.get("maxivl", 36500),
    )


def history_of(vector: dict[str, Any]) -> Iterator[tuple[date, Rating]]:
    """Yield the reviews of a vector: at the given gaps, or else each when it is due."""
    on = FIRST
    gaps = vector.get("days", [0, *vector["intervals"][:-1]])
    for gap, rating in zip(gaps, vector["ratings"], strict=True):
        on += timedelta(days=gap)
        yield on, Rating(rating)


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())
def test_a_replay_gives_the_golden_vector(vector: dict[str, Any]) -> None:
    outcomes = replay(history_of(vector), model_of(vector))
    assert [outcome.interval for outcome in outcomes] == vector["intervals"]
    assert [round(outcome.memory.stability, 4) for outcome in outcomes] == vector["stability"]
    assert [round(outcome.memory.difficulty, 4) for outcome in outcomes] == vector["difficulty"]
    predicted = [round(outcome.retrievability or 0, 4) for outcome in outcomes]
    assert predicted == vector["retrievability_before"]


def test_all_seventeen_vectors_are_there() -> None:
    assert len(VECTORS) == 17


def test_a_review_at_a_time_is_the_replay() -> None:
    vector = VECTORS["V7_mixed"]
    memory: Memory | None = None
    outcomes: list[Outcome] = []
    for on, rating in history_of(vector):
        outcomes.append(review(memory, rating, on, model_of(vector)))
        memory = outcomes[-1].memory
    assert outcomes == replay(history_of(vector), model_of(vector))


@given(history=HISTORIES, model=MODELS)
def test_every_history_is_what_the_library_makes_of_it(
    history: list[tuple[Rating, int]], model: Model
) -> None:
    scheduler = fsrs.Scheduler(
        model.weights, model.desired_retention, (), (), model.maximum_interval, False
    )
    card, memory, on = fsrs.Card(card_id=1, due=noon(FIRST)), None, FIRST
    for rating, gap in history:
        on += timedelta(days=gap)
        recalled = scheduler.get_card_retrievability(card, noon(on))
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), noon(on))
        outcome = review(memory, rating, on, model)
        assert outcome.memory == (card.stability, card.difficulty, on)
        assert on + timedelta(days=outcome.interval) == card.due.date()
        assert (outcome.elapsed, outcome.retrievability) == (
            (None, None) if memory is None else (gap, recalled)
        )
        memory = outcome.memory


def test_the_four_ratings_of_a_known_memory() -> None:
    outcomes = preview(KNOWN, FIRST + timedelta(days=7), MODEL)
    assert list(outcomes) == [Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY]
    assert [outcome.interval for outcome in outcomes.values()] == [1, 17, 23, 38]


def test_the_four_ratings_of_a_first_review() -> None:
    intervals = [outcome.interval for outcome in preview(None, FIRST, MODEL).values()]
    assert intervals == [1, 1, 2, 8]


@given(memory=MEMORIES, days=st.integers(0, 4000), model=MODELS)
def test_a_better_rating_never_remembers_less(memory: Memory, days: int, model: Model) -> None:
    outcomes = list(preview(memory, FIRST + timedelta(days=days), model).values())
    stabilities = [outcome.memory.stability for outcome in outcomes]
    intervals = [outcome.interval for outcome in outcomes]
    assert stabilities == sorted(stabilities)
    assert intervals == sorted(intervals)
    assert all(1 <= days <= model.maximum_interval for days in intervals)


@given(memory=MEMORIES, rating=RATINGS, days=st.integers(0, 400), model=MODELS)
def test_the_interval_is_the_curves_own_rounded_and_capped(
    memory: Memory, rating: Rating, days: int, model: Model
) -> None:
    outcome = review(memory, rating, FIRST + timedelta(days=days), model)
    exact = Formulas(model.weights).interval(outcome.memory.stability, model.desired_retention)
    assert outcome.interval == min(max(round(exact), 1), model.maximum_interval)


def test_a_second_review_on_the_same_day_has_elapsed_zero() -> None:
    outcome = review(KNOWN, Rating.GOOD, FIRST, MODEL)
    assert (outcome.elapsed, outcome.retrievability) == (0, 1.0)


def test_a_review_before_the_last_is_refused() -> None:
    with pytest.raises(BadInput, match="2024-12-31 is before the last review on 2025-01-01"):
        review(KNOWN, Rating.GOOD, FIRST - timedelta(days=1), MODEL)


@given(history=HISTORIES, days=st.integers(1, 50_000), model=MODELS)
def test_what_was_read_before_begins_with_a_good_reading(
    history: list[tuple[Rating, int]], days: int, model: Model
) -> None:
    dated, on = [], FIRST
    for rating, gap in history:
        on += timedelta(days=gap)
        dated.append((on, rating))
    began = (dated[0][0] - timedelta(days=days), Rating.GOOD)
    outcomes = replay(dated, model, days)
    assert outcomes == replay([began, *dated], model)[1:]
    assert all(0 < (one.retrievability or 0) <= 1 for one in outcomes)
    assert outcomes[0] == review(
        read_before(days, dated[0][0], model), history[0][0], dated[0][0], model
    )


def test_a_reading_that_nobody_dates_leaves_no_memory() -> None:
    assert read_before(None, FIRST, MODEL) is None


def test_a_reading_before_the_calendar_is_refused() -> None:
    with pytest.raises(BadInput, match="there is no day 800000 days before 2025-01-01"):
        read_before(800_000, FIRST, MODEL)


def test_a_replay_out_of_order_is_refused() -> None:
    reviews = [(FIRST, Rating.GOOD), (FIRST - timedelta(days=1), Rating.GOOD)]
    with pytest.raises(BadInput, match="before the last review"):
        replay(reviews, MODEL)


def test_a_next_date_past_the_calendar_is_refused() -> None:
    with pytest.raises(BadInput, match="9999-12-31 would come back after year 9999"):
        review(None, Rating.GOOD, date.max, MODEL)


@pytest.mark.parametrize("rating", [0, 5, -1])
def test_an_unknown_rating_is_refused(rating: Any) -> None:
    with pytest.raises(BadInput, match=f"{rating} is not a rating; give again, hard, good"):
        review(None, rating, FIRST, MODEL)


@pytest.mark.parametrize("retention", [0.70, 0.9, 0.97])
@pytest.mark.parametrize("longest", [1, 365, 36500])
def test_a_model_in_range_is_itself(retention: float, longest: int) -> None:
    model = Model(DEFAULT_WEIGHTS, retention, longest)
    assert model.checked() == model


def test_checked_weights_have_their_names() -> None:
    weights: Any = list(DEFAULT_WEIGHTS)
    assert Model(weights).checked() == MODEL
    assert Model(weights).checked().weights.w20 == weights[20]


def with_weight(index: int, weight: float) -> tuple[float, ...]:
    return (*DEFAULT_WEIGHTS[:index], weight, *DEFAULT_WEIGHTS[index + 1 :])


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        (Model(desired_retention=0.69), "desired_retention is 0.69; give a number from 0.70"),
        (Model(desired_retention=0.98), "desired_retention is 0.98"),
        (Model(desired_retention=1.5), "desired_retention is 1.5"),
        (Model(desired_retention=nan), "desired_retention is nan"),
        (Model(maximum_interval=0), "maximum_interval is 0; give whole days from 1 to 36500"),
        (Model(maximum_interval=36501), "maximum_interval is 36501"),
        (Model(maximum_interval=True), "maximum_interval is True"),
        (Model(DEFAULT_WEIGHTS[:19]), "weights has 19 numbers; FSRS-6 needs 21"),
        (Model((*DEFAULT_WEIGHTS, 1.0)), "weights has 22 numbers"),
        (Model(with_weight(0, 0.0)), r"weights\[0\] is 0.0; give a number from 0.001 to 100.0"),
        (Model(with_weight(20, 0.9)), r"weights\[20\] is 0.9"),
        (Model(with_weight(8, nan)), r"weights\[8\] is nan"),
        (Model(with_weight(8, inf)), r"weights\[8\] is inf"),
    ],
)
def test_a_model_out_of_range_is_refused_by_name(model: Model, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        model.checked()
    with pytest.raises(BadInput, match=sentence):
        review(None, Rating.GOOD, FIRST, model)


def test_half_a_day_is_no_maximum_interval() -> None:
    longest: Any = 365.5
    with pytest.raises(BadInput, match="whole days"):
        Model(maximum_interval=longest).checked()
