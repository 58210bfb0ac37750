"""The order of a day's revisits: by due date while they fit, then by what a minute buys."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.day.worth import HIGH, LOW, NORMAL, Candidate, Rule
from recall.domain.library.resource import FAILED_REVISIT
from recall.domain.memory.calibration import buckets, curve
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

FORMULAS = Formulas(DEFAULT_WEIGHTS)
RULE = Rule(FORMULAS)
FORGETFUL = curve(buckets([(0.85, False)] * 60 + [(0.85, True)] * 40))
RULES = st.sampled_from([Rule(FORMULAS), Rule(FORMULAS, FORGETFUL)])


def candidates(least: int = 0) -> st.SearchStrategy[list[Candidate]]:
    one = st.builds(
        Candidate,
        id=st.integers(1, 10**6),
        stability=st.none() | st.floats(0.01, 3650),
        difficulty=st.floats(1, 10),
        days=st.integers(0, 3650),
        overdue=st.integers(0, 1000),
        minutes=st.floats(0.5, 60),
        priority=st.sampled_from([HIGH, NORMAL, LOW]),
    )
    return st.lists(one, min_size=least, max_size=30, unique_by=lambda made: made.id)


def due(number: int, **fields: Any) -> Candidate:
    return Candidate(number, 20.0, 5.0, 30, 10, 4.0)._replace(**fields)


@given(rule=RULES, due=candidates(), minutes=st.floats(0, 1000))
def test_an_order_loses_nothing_and_adds_nothing(
    rule: Rule, due: list[Candidate], minutes: float
) -> None:
    assert sorted(rule.order(due, minutes)) == sorted(one.id for one in due)


@given(rule=RULES, due=candidates(), minutes=st.floats(0, 1000), data=st.data())
def test_an_order_depends_on_nothing_but_what_is_due(
    rule: Rule, due: list[Candidate], minutes: float, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(due))
    if rule.fits(due, minutes) == rule.fits(shuffled, minutes):  # sums of floats may differ
        assert rule.order(due, minutes) == rule.order(shuffled, minutes)


@given(rule=RULES, due=candidates(), minutes=st.floats(0, 1000), limit=st.integers(0, 40))
def test_a_limit_gives_the_head_of_the_order(
    rule: Rule, due: list[Candidate], minutes: float, limit: int
) -> None:
    assert rule.order(due, minutes, limit) == rule.order(due, minutes)[:limit]


@given(rule=RULES, due=candidates(least=1))
def test_priority_comes_first_when_a_day_cannot_hold_it_all(
    rule: Rule, due: list[Candidate]
) -> None:
    priority = {one.id: one.priority for one in due}
    ordered = [priority[number] for number in rule.order(due, 0)]
    assert ordered == sorted(ordered)


@given(rule=RULES, due=candidates(least=2))
def test_within_a_priority_a_minute_buys_less_and_less(rule: Rule, due: list[Candidate]) -> None:
    by_id = {one.id: one for one in due}
    ordered = [by_id[number] for number in rule.order(due, 0)]
    for before, after in pairwise(ordered):
        assert (
            before.priority < after.priority or rule.worths([before])[0] >= rule.worths([after])[0]
        )


@given(rule=RULES, due=candidates(least=1))
def test_what_is_left_out_does_not_change_the_order_of_the_rest(
    rule: Rule, due: list[Candidate]
) -> None:
    without = [number for number in rule.order(due, 0) if number != due[0].id]
    assert rule.order(due[1:], 0) == without


@given(rule=RULES, due=candidates())
def test_what_fits_comes_by_due_date_whatever_it_buys(rule: Rule, due: list[Candidate]) -> None:
    enough = sum(rule.minutes(one) for one in due) + 1
    late = {one.id: one.overdue for one in due}
    ordered = [late[number] for number in rule.order(due, enough)]
    assert ordered == sorted(ordered, reverse=True)


@given(rule=RULES, due=candidates(), minutes=st.floats(0, 1000), more=st.floats(0, 1000))
def test_what_fits_a_day_fits_a_longer_one(
    rule: Rule, due: list[Candidate], minutes: float, more: float
) -> None:
    assert rule.fits(due, minutes + more) or not rule.fits(due, minutes)


@given(rule=RULES, due=candidates(least=1), longer=st.floats(1.01, 10))
def test_the_same_for_more_minutes_is_worth_less(
    rule: Rule, due: list[Candidate], longer: float
) -> None:
    one = due[0]
    slow = one._replace(minutes=one.minutes * longer)
    assert rule.worths([slow])[0] * longer == pytest.approx(rule.worths([one])[0])
    assert rule.minutes(slow) == pytest.approx(rule.minutes(one) * longer)


@given(stability=st.floats(0.5, 1000), difficulty=st.floats(1, 9), days=st.integers(1, 1000))
def test_the_harder_of_two_alike_is_worth_less(
    stability: float, difficulty: float, days: int
) -> None:
    easy = due(1, stability=stability, difficulty=difficulty, days=days)
    assert RULE.worths([easy])[0] >= RULE.worths([easy._replace(difficulty=difficulty + 1)])[0]


@given(
    stability=st.floats(0.1, 1000),
    difficulty=st.floats(1, 10),
    days=st.integers(1, 1000),
    minutes=st.floats(1, 30),
)
def test_worth_is_what_the_formulas_of_fsrs_make_it(
    stability: float, difficulty: float, days: int, minutes: float
) -> None:
    recall = round(FORMULAS.retrievability(stability, days) * 200) / 200
    passed = FORMULAS.after_pass(stability, difficulty, recall)
    failed = FORMULAS.after_failure(stability, difficulty, recall)
    left = max(0.0, FORMULAS.interval(stability, 0.8) - days)
    gain = recall * kept(passed) + (1 - recall) * kept(failed) - left / (1 + left / 120)
    expected_minutes = minutes * (recall + (1 - recall) * FAILED_REVISIT)
    found = RULE.worths([Candidate(1, stability, difficulty, days, 0, minutes)])[0]
    assert found == pytest.approx(gain / expected_minutes, rel=1e-6, abs=1e-6)


def kept(stability: float) -> float:
    days = FORMULAS.interval(stability, 0.8)
    return days / (1 + days / 120)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param({"minutes": 3}, {"minutes": 12}, id="the shorter of two alike"),
        pytest.param({"days": 60}, {"days": 5}, id="what is about to slip before what is safe"),
        pytest.param({"days": 60}, {"days": 2000}, id="and before what is nearly gone"),
        pytest.param({}, {"stability": None}, id="what was graded before what never was"),
    ],
)
def test_a_minute_goes_where_it_buys_more(
    better: dict[str, float | None], worse: dict[str, float | None]
) -> None:
    assert RULE.order([due(1, **worse), due(2, **better)], 0) == [2, 1]


def test_of_equals_the_lower_id_comes_first() -> None:
    assert RULE.order([due(3), due(1), due(2)], 0) == [1, 2, 3]
    assert RULE.order([due(3), due(1), due(2)], 1000) == [1, 2, 3]


def test_due_on_the_same_day_the_soonest_forgotten_comes_first_and_the_ungraded_last() -> None:
    alike = [due(1, stability=None), due(2, stability=9), due(3, stability=4)]
    assert RULE.order(alike, 1000) == [3, 2, 1]


def test_a_failure_that_is_likely_takes_its_minutes_when_a_day_is_filled() -> None:
    overdue = due(1, stability=1.0, days=1000)
    chance = FORMULAS.retrievability(1.0, 1000)
    assert RULE.minutes(overdue) == pytest.approx(4 * (chance + (1 - chance) * 2.8), abs=0.05)
    assert not RULE.fits([overdue], 4)
    assert RULE.fits([overdue], 4 * 2.8)


def test_own_failures_make_overdue_things_worth_less_than_fresher_ones() -> None:
    fresh, late = due(1, days=8, stability=6), due(2, days=60, stability=6)
    assert RULE.order([fresh, late], 0) == [2, 1]
    gone = Rule(FORMULAS, curve(buckets([(FORMULAS.retrievability(6, 60), False)] * 100)))
    assert gone.order([fresh, late], 0) == [1, 2]
