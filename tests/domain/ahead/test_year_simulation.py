"""A year at each desired retention: what it costs and what it keeps."""

from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from math import isfinite
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.ahead import year_simulation
from recall.domain.ahead.year_simulation import (
    LIVES,
    RETENTIONS,
    YEAR_DAYS,
    SimulatedCard,
    Student,
    Workload,
    starts,
    workload,
)
from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.mixture import AVERAGE, Mixture
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

TODAY = date(2026, 3, 2)
STUDENT = Student(Formulas(DEFAULT_WEIGHTS), 365)


NEVER_READ = Card()

few_lives = patch.object(year_simulation, "LIVES", 20)
"""For what holds of every simulated life: the thousand of them would say no more."""


def resource(number: int, minutes: int = 20, card: Card = NEVER_READ) -> Planned:
    return Planned(
        number, f"Resource {number}", None, None, "article", "en", minutes, 0, None, None,
        "unread" if card.due is None else "read", gone=False, note=None, card=card,
        order=(1, number),
    )  # fmt: skip


def read(number: int, stability: float | None = 10.0, ago: int = 5) -> Planned:
    memory = None if stability is None else Memory(stability, 5.0, TODAY - timedelta(ago))
    return resource(number, card=Card(TODAY + timedelta(3), memory))


def table(cards: list[SimulatedCard]) -> list[Workload]:
    return [workload(cards, retention, STUDENT) for retention in RETENTIONS]


def test_an_empty_library_costs_nothing_and_keeps_nothing() -> None:
    assert workload([], 0.9, STUDENT) == Workload(0.9, 0.0, 0.0, None, None)


def test_more_recall_takes_more_revisits_and_keeps_more() -> None:
    cards = starts([read(number, number / 2) for number in range(1, 60)], [], [], TODAY)
    found = table(cards)
    assert all(a.revisits < b.revisits for a, b in pairwise(found))
    assert all((a.remembered or 0) < (b.remembered or 0) for a, b in pairwise(found))
    for one in found:
        assert one.failed == pytest.approx(1 - one.desired_retention, abs=0.07)
        assert one.remembered is not None
        assert one.desired_retention < one.remembered < 1


def test_a_failure_costs_more_than_a_pass() -> None:
    found = workload(starts([read(1)], [], [], TODAY), 0.7, STUDENT)
    assert found.failed is not None
    passed = 5 * found.revisits * (1 - found.failed)
    failed = 14 * found.revisits * found.failed
    assert found.minutes == pytest.approx(passed + failed)


def test_what_has_never_been_graded_begins_when_it_is_due() -> None:
    assert starts([read(1, None)], [], [], TODAY) == [SimulatedCard(read(1, None), 3)]
    overdue = read(1, None)._replace(card=Card(TODAY - timedelta(9)))
    assert starts([overdue], [], [], TODAY) == [SimulatedCard(overdue, 0)]


def test_a_memory_counts_from_its_last_review() -> None:
    (found,) = starts([read(1, ago=5)], [], [], TODAY)
    assert found == SimulatedCard(read(1, ago=5), -5, read(1, ago=5).card.memory)
    (ahead,) = starts([read(1, ago=-2)], [], [], TODAY)
    assert ahead.day == 0, "a clock that was ahead is no reason to wait"


def test_new_things_are_read_as_the_minutes_allow() -> None:
    line = [resource(1, 20), resource(2, 40), resource(3, 10), resource(4, 10)]
    found = starts([], line, [20] * 3 + [0] * 5 + [20], TODAY)
    assert [(one.resource.id, one.day) for one in found] == [(1, 0), (2, 2), (3, 8), (4, 8)]


def test_what_the_year_has_no_minutes_for_is_not_read() -> None:
    assert starts([], [resource(1, 20)], [1] * 10, TODAY) == []
    assert starts([], [resource(1, 20)], [0] * YEAR_DAYS, TODAY) == []


def test_a_revisit_due_on_the_last_day_counts_and_the_day_after_it_is_next_year() -> None:
    first = [SimulatedCard(resource(1), YEAR_DAYS - 4), SimulatedCard(resource(1), YEAR_DAYS - 3)]
    within, beyond = (workload([one], 0.9, STUDENT) for one in first)
    assert within.revisits == pytest.approx(1 / YEAR_DAYS)
    assert (beyond.revisits, beyond.failed) == (0, None)
    assert beyond.remembered == pytest.approx(0.94, abs=0.02)


def test_what_is_remembered_is_the_mean_of_the_days() -> None:
    """Without a revisit in the year it is the forgetting curve, day by day."""
    memory = Memory(4000.0, 5.0, TODAY - timedelta(30))
    card = resource(1, card=Card(TODAY + timedelta(3), memory))
    found = workload(starts([card], [], [], TODAY), 0.7, Student(STUDENT.formulas, 36500))
    recalls = [STUDENT.formulas.retrievability(4000.0, 30.5 + day) for day in range(YEAR_DAYS)]
    assert found.revisits == 0
    assert found.remembered == pytest.approx(sum(recalls) / YEAR_DAYS, rel=1e-6)


@pytest.mark.parametrize("days", [YEAR_DAYS, YEAR_DAYS + 1, 400, 2000])
def test_a_first_revisit_after_the_year_is_no_part_of_it(days: int) -> None:
    later = read(1, None)._replace(card=Card(TODAY + timedelta(days)))
    alone = workload(starts([later], [], [], TODAY), 0.9, STUDENT)
    assert alone == Workload(0.9, 0.0, 0.0, None, None)
    others = [read(number) for number in range(2, 9)]
    without, beside = (
        workload(starts(some, [], [], TODAY), 0.9, STUDENT) for some in (others, [later, *others])
    )
    assert beside.remembered == pytest.approx(without.remembered, abs=0.01)


@few_lives
@given(days=st.lists(st.integers(0, 2000), min_size=1, max_size=4), retention=st.floats(0.7, 0.97))
def test_whenever_the_first_revisits_are_the_numbers_are_numbers(
    days: list[int], retention: float
) -> None:
    cards = [
        read(number, None)._replace(card=Card(TODAY + timedelta(day)))
        for number, day in enumerate(days, 1)
    ]
    found = workload(starts(cards, [], [], TODAY), retention, STUDENT)
    assert isfinite(found.minutes)
    assert found.minutes >= 0
    assert found.revisits >= 0
    assert (found.remembered is None) == (min(days) >= YEAR_DAYS)
    assert all(share is None or 0 <= share <= 1 for share in (found.failed, found.remembered))


class Hopeless(Formulas):
    """Somebody who never recalls anything."""

    def retrievability(self, stability: float, days: float) -> float:
        return 0.0


@few_lives
def test_what_is_forgotten_may_come_back_the_next_day_and_costs_a_reading() -> None:
    card = resource(1, card=Card(TODAY, Memory(1.0, 10.0, TODAY - timedelta(1))))
    student = Student(Hopeless(DEFAULT_WEIGHTS), 365)
    found = workload(starts([card], [], [], TODAY), 0.97, student)
    assert found.revisits > 0.9
    assert found.failed == 1
    assert found.minutes == pytest.approx(14 * found.revisits)


def test_low_priority_is_revisited_less_and_high_more() -> None:
    def minutes(priority: str) -> float:
        cards = [read(number)._replace(priority=priority) for number in range(1, 30)]
        return workload(starts(cards, [], [], TODAY), 0.9, STUDENT).minutes

    assert minutes("low") < minutes("normal") < minutes("high")


def test_of_a_large_library_a_part_is_simulated_and_stands_for_all() -> None:
    cards = starts([read(number) for number in range(1, 4 * LIVES + 1)], [], [], TODAY)
    large, small = (workload(some, 0.9, STUDENT) for some in (cards, cards[:LIVES]))
    assert large.minutes == pytest.approx(4 * small.minutes, rel=0.1)
    assert large.remembered == pytest.approx(small.remembered, abs=0.02)


@few_lives
@given(
    stabilities=st.lists(st.none() | st.floats(0.01, 3000), max_size=4),
    ago=st.integers(-9, 900),
    retention=st.floats(0.7, 0.97),
)
def test_any_library_has_its_year_and_always_the_same(
    stabilities: list[float | None], ago: int, retention: float
) -> None:
    cards = starts(
        [read(number, one, ago) for number, one in enumerate(stabilities, 1)], [], [], TODAY
    )
    found = workload(cards, retention, STUDENT)
    assert found == workload(cards, retention, STUDENT)
    assert found.minutes >= 0
    assert found.remembered is None if not cards else 0 < (found.remembered or 0) <= 1


LONG = Mixture(slow=0.9, quick=1.2, quick_score=1.0)
"""Somebody who remembers much longer than the average person."""


def test_a_personal_memory_takes_fewer_revisits_for_the_same_recall() -> None:
    cards = starts([read(number, number / 2) for number in range(1, 60)], [], [], TODAY)
    own, average = (workload(cards, 0.9, STUDENT._replace(mixture=m)) for m in (LONG, AVERAGE))
    assert own.revisits < 0.8 * average.revisits
    assert own.failed == pytest.approx(0.1, abs=0.04)
    assert own.remembered == pytest.approx(average.remembered, abs=0.03)


def test_the_days_known_of_a_personal_memory_are_the_sum_of_its_daily_recall() -> None:
    barely = STUDENT._replace(mixture=Mixture(slow=1e-12))
    known = partial(year_simulation._known, stability=20.0, begin=0.0, end=40.0)
    assert known(barely) == pytest.approx(known(STUDENT), rel=1e-3)
    daily = [LONG.recall(STUDENT.formulas.retrievability(20.0, day + 0.5)) for day in range(40)]
    assert known(STUDENT._replace(mixture=LONG)) == pytest.approx(sum(daily), rel=1e-3)
