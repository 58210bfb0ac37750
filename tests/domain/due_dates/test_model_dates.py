"""Dates are the model's: random histories, at all retentions and caps, beside both libraries."""

from datetime import date, timedelta
from itertools import pairwise

import fsrs
from fsrs_rs_python import FSRS, MemoryState
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.domain.calendar.study_day import noon
from recall.domain.due_dates.load_balancer import Spread, bounds, due_dates
from recall.domain.library.card import Memory, Rating
from recall.domain.memory.mixture import AVERAGE
from recall.domain.memory.retention import LEAST_RETENTION, MOST_RETENTION
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, preview, replay

FIRST = date(2026, 3, 2)
SINGLE_PRECISION = 1e-3
"""Relative; fsrs-rs computes in floats of 32 bits."""

HISTORIES = st.lists(st.tuples(st.sampled_from(Rating), st.integers(1, 400)), max_size=10)
MODELS = st.builds(
    Model,
    st.just(DEFAULT_WEIGHTS),
    st.floats(LEAST_RETENTION, MOST_RETENTION),
    st.integers(1, 12) | st.integers(1, 36500),
    st.just(AVERAGE),
)
MINUTES = st.sampled_from([0, 0, 10, 60])
WEEKS = st.dictionaries(st.integers(0, 6), MINUTES)
DATES = st.integers(0, 500).map(lambda number: FIRST + timedelta(number))
PAUSES = st.lists(st.builds(Pause, DATES, st.none() | DATES), max_size=2).map(tuple)


class Graded:
    """The last visit of a random history: what the model says of each rating then."""

    def __init__(self, history: list[tuple[Rating, int]], model: Model) -> None:
        self.dated, self.on = [], FIRST
        for rating, gap in history:
            self.dated.append((self.on, rating))
            self.on += timedelta(gap)
        outcomes = replay(self.dated, model)
        self.memory: Memory | None = outcomes[-1].memory if outcomes else None
        self.outcomes = preview(self.memory, self.on, model)
        self.intervals = {rating: one.interval for rating, one in self.outcomes.items()}
        self.survived = self.outcomes[Rating.GOOD].elapsed


@given(history=HISTORIES, model=MODELS)
def test_the_intervals_are_those_of_both_libraries(
    history: list[tuple[Rating, int]], model: Model
) -> None:
    graded = Graded(history, model)
    for rating, days in graded.intervals.items():
        scheduler = fsrs.Scheduler(
            model.weights, model.desired_retention, (), (), model.maximum_interval, False
        )
        card = fsrs.Card(card_id=1, due=noon(FIRST))
        for on, one in [*graded.dated, (graded.on, rating)]:
            card, _ = scheduler.review_card(card, fsrs.Rating(one), noon(on))
        assert (card.due - noon(graded.on)).days == days
    memory = graded.memory and MemoryState(graded.memory.stability, graded.memory.difficulty)
    states = FSRS(list(model.weights)).next_states(
        memory, model.desired_retention, graded.survived or 0
    )
    for rating, state in zip(
        Rating, (states.again, states.hard, states.good, states.easy), strict=True
    ):
        low, high = (
            max(1, min(round(state.interval * share), model.maximum_interval))
            for share in (1 - SINGLE_PRECISION, 1 + SINGLE_PRECISION)
        )
        assert low <= graded.intervals[rating] <= high


@given(
    history=HISTORIES,
    model=MODELS,
    load=st.dictionaries(st.integers(0, 60), st.integers(0, 90)),
    week=WEEKS,
    pauses=PAUSES,
    seed=st.tuples(st.integers(1, 99), st.integers(0, 9)),
    spread=st.booleans(),
)
def test_a_date_is_the_model_s_within_the_rules(
    history: list[tuple[Rating, int]],
    model: Model,
    load: dict[int, int],
    week: dict[int, int],
    pauses: tuple[Pause, ...],
    seed: tuple[int, int],
    spread: bool,
) -> None:
    graded, budget = Graded(history, model), Budget(45, week, {}, pauses)
    maximum = model.maximum_interval
    dues = due_dates(
        graded.intervals,
        graded.on,
        {graded.on + timedelta(day): minutes for day, minutes in load.items()},
        seed,
        Spread(maximum, budget, moves=spread),
        survived=graded.survived,
    )
    came = {rating: (due - graded.on).days for rating, due in dues.items()}
    assert all(1 <= days <= maximum for days in came.values())
    assert all(worse <= better for worse, better in pairwise(came.values()))
    if not spread:
        assert came == graded.intervals
        return
    worse = 1
    for rating, days in came.items():
        first, last = bounds(graded.intervals[rating], maximum)
        if rating is Rating.AGAIN:
            first = last = graded.intervals[rating]
        allowed = range(max(first, worse), max(last, worse) + 1)
        opened = [day for day in allowed if not budget.is_away(graded.on + timedelta(day))]
        survivors = [day for day in opened if day >= (graded.survived or 0)]
        if survivors and rating is not Rating.AGAIN:
            assert days in survivors
        elif opened:
            assert days in opened
        else:
            between = range(allowed[-1] + 1, min(days, allowed[-1] + 800))
            assert all(budget.is_away(graded.on + timedelta(day)) for day in between)
            is_open = not budget.is_away(graded.on + timedelta(days))
            assert is_open if days not in allowed else days >= worse
        worse = days


def test_a_first_visit_comes_back_after_1_1_2_and_8_days() -> None:
    graded = Graded([], Model())
    dues = due_dates(graded.intervals, FIRST, {}, (1, 0), Spread(365))
    assert [(due - FIRST).days for due in dues.values()] == [1, 1, 2, 8]


def test_where_more_is_to_be_remembered_good_comes_as_soon_as_again() -> None:
    graded = Graded([], Model(desired_retention=0.93))
    dues = due_dates(graded.intervals, FIRST, {}, (1, 0), Spread(365))
    assert [(due - FIRST).days for due in dues.values()] == [1, 1, 1, 5]
