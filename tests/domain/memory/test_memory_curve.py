"""The curve of a memory: it falls from review to review, and on until the due date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Memory, Rating
from recall.domain.library.review import Review
from recall.domain.memory.memory_curve import MOST_POINTS, CurveModel, MemoryCurve, memory_curve
from recall.domain.memory.mixture import AVERAGE, Mixture
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, Outcome
from recall.domain.memory.scheduling import review as rated

BEGIN = date(2026, 1, 1)
SCHEDULING = Model(DEFAULT_WEIGHTS, 0.9, 36_500)
IN_USE = CurveModel(DEFAULT_WEIGHTS, AVERAGE)


def log(*steps: tuple[int, Rating], memory: Memory | None = None) -> list[Review]:
    """Return the log of ratings, each so many days after the one before."""
    day, found = BEGIN, list[Review]()
    for days, rating in steps:
        day += timedelta(days=days)
        outcome = rated(memory, rating, day, SCHEDULING)
        found.append(_row(len(found) + 1, rating, day, memory, outcome))
        memory = outcome.memory
    return found


def _row(number: int, rating: Rating, day: date, before: Memory | None, to: Outcome) -> Review:
    return Review(
        id=number,
        resource_id=1,
        parameters_id=1,
        rating=rating,
        study_date=day,
        reviewed_at="",
        minutes=None,
        planned_minutes=5,
        note=None,
        elapsed=to.elapsed,
        retrievability=to.retrievability,
        stability_before=before and before.stability,
        stability=to.memory.stability,
        difficulty_before=before and before.difficulty,
        difficulty=to.memory.difficulty,
        interval=to.interval,
        due_before=None,
        due=day + timedelta(days=to.interval),
        desired_retention=0.9,
        maximum_interval=36_500,
        source="grade",
    )


def curve(
    reviews: list[Review], today: date, due: date | None, in_use: CurveModel = IN_USE
) -> MemoryCurve:
    last = reviews[-1]
    memory = Memory(last.stability, last.difficulty, last.study_date)
    return memory_curve(reviews, memory, lambda _: DEFAULT_WEIGHTS, in_use, today=today, due=due)


ratings = st.lists(st.tuples(st.integers(1, 400), st.sampled_from(Rating)), min_size=1, max_size=9)


@given(ratings, st.integers(0, 500))
def test_each_fall_ends_at_what_the_log_predicted(
    steps: list[tuple[int, Rating]], later: int
) -> None:
    reviews = log(*steps)
    today = reviews[-1].study_date + timedelta(days=later)
    found = curve(reviews, today, reviews[-1].due)
    ends = [fall[-1].recall for fall in found.falls[:-1]]
    assert ends == pytest.approx([review.retrievability for review in reviews[1:]])
    assert len(found.falls) == len(reviews)
    assert sum(map(len, found.falls)) <= MOST_POINTS
    for fall in found.falls:
        assert fall[0].recall == 1
        assert [one.recall for one in fall] == sorted((one.recall for one in fall), reverse=True)
    assert found.lowest == min(fall[-1].recall for fall in found.falls)


@given(ratings, st.integers(0, 500))
def test_the_last_fall_goes_on_to_the_due_date_or_to_today(
    steps: list[tuple[int, Rating]], later: int
) -> None:
    reviews = log(*steps)
    today = reviews[-1].study_date + timedelta(days=later)
    found = curve(reviews, today, reviews[-1].due)
    assert found.first == reviews[0].study_date
    assert found.days == (max(today, reviews[-1].due) - found.first).days
    assert found.today == (today - found.first).days
    assert found.first + timedelta(days=found.due or 0) == reviews[-1].due
    assert (found.now >= (found.at_due or 0)) == (today <= reviews[-1].due)


def test_without_a_due_date_the_curve_ends_today() -> None:
    reviews = log((0, Rating.GOOD))
    found = curve(reviews, BEGIN + timedelta(days=30), None)
    assert (found.days, found.due, found.at_due) == (30, None, None)


def test_what_was_read_before_recall_knew_of_it_begins_on_that_day() -> None:
    reviews = log((20, Rating.GOOD), memory=Memory(10.0, 5.0, BEGIN))
    found = curve(reviews, reviews[-1].study_date, reviews[-1].due)
    assert found.first == BEGIN
    assert [review.day for review in found.reviews] == [20]
    assert found.falls[0][-1].recall == pytest.approx(reviews[0].retrievability)


def test_on_the_day_of_the_first_review_the_curve_is_a_point_if_nothing_is_due() -> None:
    reviews = log((0, Rating.AGAIN))
    found = curve(reviews, BEGIN, None)
    assert (found.days, found.now, len(found.falls[0])) == (0, 1, 1)


def test_what_is_coming_knows_the_person() -> None:
    reviews, person = log((0, Rating.GOOD)), Mixture(slow=-1.0, quick=-1.0, plain_score=-9.0)
    today = BEGIN + timedelta(days=5)
    average = curve(reviews, today, reviews[0].due).now
    assert curve(reviews, today, reviews[0].due, CurveModel(DEFAULT_WEIGHTS, person)).now < average
