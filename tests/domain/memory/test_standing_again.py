"""The log of two resources as one: which reviews count, and that each follows from the last."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.library.review import Review
from recall.domain.memory.mixture import Mixture, to_text
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, replay
from recall.domain.memory.standing_again import model_of, one_log, stood_again
from recall.domain.memory.weights import Weights
from recall.errors import RecallError

FIRST = date(2026, 3, 2)
OTHER = Weights(*(DEFAULT_WEIGHTS[0] * 2, *DEFAULT_WEIGHTS[1:]))
SETS = {1: DEFAULT_WEIGHTS, 2: OTHER}


def reviewed(number: int, day: int, rating: Rating = Rating.GOOD, under: int = 1) -> Review:
    """A review as if it were the first of its resource."""
    on = FIRST + timedelta(day)
    (outcome,) = replay([(on, rating)], Model(SETS[under]))
    return Review(
        id=number,
        resource_id=number % 2,
        parameters_id=under,
        rating=rating,
        study_date=on,
        reviewed_at=f"{on}T08:00:{number:02}Z",
        minutes=None,
        planned_minutes=5,
        note=None,
        elapsed=None,
        retrievability=None,
        stability_before=None,
        stability=outcome.memory.stability,
        difficulty_before=None,
        difficulty=outcome.memory.difficulty,
        interval=outcome.interval,
        due_before=None,
        due=on + timedelta(outcome.interval + 1),
        desired_retention=0.9,
        maximum_interval=365,
        source="grade",
    )


def test_what_comes_before_all_of_the_other_stays() -> None:
    new = [reviewed(1, 0), reviewed(2, 8), reviewed(3, 20)]
    old = [reviewed(4, 8), reviewed(5, 12)]
    found = one_log(old, new)
    assert found.kept == new[:1]
    assert found.void == [*old, *new[1:]]
    assert [one.id for one in found.again] == [4, 5, 3]
    assert one_log([], new) == (new, (), ())


def test_a_review_that_comes_first_again_keeps_its_date() -> None:
    (again,) = stood_again(one_log([reviewed(1, 0)], []), 7, SETS)
    assert again == reviewed(1, 0)._replace(resource_id=7, source="join")


def test_a_review_that_follows_another_has_its_interval_as_date() -> None:
    first, second = stood_again(one_log([reviewed(1, 0), reviewed(2, 5)], []), 7, SETS)
    assert (second.elapsed, second.due_before) == (5, first.due)
    assert second.due == second.study_date + timedelta(second.interval)


def test_each_review_is_rated_under_the_parameters_that_it_was_given_with() -> None:
    log = one_log([reviewed(1, 0), reviewed(2, 5, under=2)], [])
    _, second = stood_again(log, 7, SETS)
    days = [(FIRST, Rating.GOOD), (FIRST + timedelta(5), Rating.GOOD)]
    expected = replay(days, Model(OTHER, 0.9, 365))
    assert second.stability == expected[-1].memory.stability
    assert second.stability_before == expected[0].memory.stability


def test_a_reading_before_the_first_review_counts_if_it_stays_the_first() -> None:
    read = reviewed(1, 0)._replace(elapsed=180)
    first, second = stood_again(one_log([read, reviewed(2, 5)], []), 7, SETS)
    days = [(FIRST, Rating.GOOD), (FIRST + timedelta(5), Rating.GOOD)]
    expected = replay(days, Model(DEFAULT_WEIGHTS, 0.9, 365), 180)
    assert (first.elapsed, second.elapsed) == (180, 5)
    assert [one.stability for one in (first, second)] == [one.memory.stability for one in expected]
    under_another = stood_again(one_log([read, reviewed(2, 5, under=2)], []), 7, SETS)
    expected = replay(days, Model(OTHER, 0.9, 365), 180)
    assert under_another[1].stability == expected[-1].memory.stability
    _, follows = stood_again(one_log([reviewed(3, -9), read], []), 7, SETS)
    assert follows.elapsed == 9


REVIEWS = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from(Rating), st.sampled_from([1, 2])),
    max_size=6,
    unique_by=lambda one: one[0],
)


@given(REVIEWS, REVIEWS)
def test_any_two_logs_are_one_by_date(
    old: list[tuple[int, Rating, int]], new: list[tuple[int, Rating, int]]
) -> None:
    logs = [
        [reviewed(2 * number + offset, *one) for number, one in enumerate(sorted(log))]
        for offset, log in enumerate((old, new))
    ]
    found = one_log(*logs)
    every = [*found.kept, *stood_again(found, 1, SETS)]
    days = [one.study_date for one in every]
    assert days == sorted({one.study_date for log in logs for one in log})
    assert len(found.kept) + len(found.void) == len(old) + len(new)


def test_a_review_stands_again_with_the_mixture_it_was_made_with() -> None:
    known = Mixture(slow=0.5, quick=1.5, quick_score=3.0)
    again = [reviewed(1, 0), reviewed(2, 30)._replace(mixture=to_text(known))]
    _, last = stood_again(one_log(again, []), 1, SETS)
    model = Model(mixture=known)
    (_, outcome) = replay([(one.study_date, one.rating) for one in again], model)
    assert (last.interval, last.mixture) == (outcome.interval, to_text(known))
    assert model_of(last, DEFAULT_WEIGHTS) == model


def test_a_damaged_mixture_is_said_in_one_line() -> None:
    with pytest.raises(RecallError, match="is damaged there: "):
        model_of(reviewed(1, 0)._replace(mixture="x"), DEFAULT_WEIGHTS)
