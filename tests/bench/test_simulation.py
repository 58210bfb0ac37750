"""The simulated people remember as they are said to, and live the same year every time."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bench.simulation import year
from bench.simulation.contest import POLICIES, TASKS, Case, live
from bench.simulation.measures import interval
from bench.simulation.person import DAYS, Person
from bench.simulation.truths import TRUTHS, WEIGHTS_OF_MANY, FsrsMind
from bench.simulation.year import Day, Task, Year
from recall.domain.library.card import Rating
from recall.domain.memory.scheduling import Model, replay
from recall.domain.memory.weights import Weights

pytestmark = pytest.mark.slow

START = date(2026, 1, 1)


SHORT = 150
"""Days: until just before the long break."""


class Always:
    """Revisits everything every day until the day is full; counts what it is told."""

    def __init__(self) -> None:
        self.known: list[int] = []

    def read(self, resource: int, day: int) -> None:
        self.known.append(resource)

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        assert resource in self.known

    def plan(self, day: Day) -> Iterator[int | None]:
        yield from list(self.known)
        yield None


def test_the_mind_made_of_fsrs_forgets_as_py_fsrs_says() -> None:
    mind = FsrsMind(WEIGHTS_OF_MANY, (1.0,))
    mind.read(0, 0)
    told = [(0, True), (3, True), (12, False), (13, True), (30, True)]
    for day, recalled in told[1:]:
        mind.revisit(0, day, recalled=recalled)
    ratings = [
        (START + timedelta(days=day), Rating.GOOD if ok else Rating.AGAIN) for day, ok in told
    ]
    stability = replay(ratings, Model(Weights(*WEIGHTS_OF_MANY)))[-1].memory.stability
    curve = 0.9 ** (-1 / WEIGHTS_OF_MANY[20]) - 1
    assert mind.recall(0, 50) == pytest.approx((1 + curve * 20 / stability) ** -WEIGHTS_OF_MANY[20])


@pytest.mark.parametrize("truth", TRUTHS)
def test_what_is_not_revisited_is_forgotten_and_a_recall_slows_that(truth: str) -> None:
    mind = TRUTHS[truth](1)
    mind.read(0, 0)
    chances = [mind.recall(0, day) for day in (0, 1, 5, 20)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == 1
    mind.revisit(0, 5, recalled=True)
    assert mind.recall(0, 10) > chances[2]


def test_a_person_is_the_same_whoever_asks_in_whatever_order() -> None:
    one, other = Person(7, 20), Person(7, 20)
    late = [one.visit(3, nth) for nth in (5, 0, 2)]
    assert late == [other.visit(3, nth) for nth in (5, 0, 2)]
    assert one.minutes == other.minutes
    assert all(5 <= minutes <= 90 for minutes in one.minutes)
    assert sum(one.away(day) for day in range(DAYS)) == 30


@pytest.mark.parametrize("pays", [True, False])
def test_a_day_stops_with_the_item_that_passes_its_minutes(pays: bool) -> None:
    task = Task(minutes=10, resources=30, pays_for_reading=pays)
    diary = Year(task, Person(1, 30), TRUTHS["exponential"](1), Always()).live()
    assert diary.past_item_in_hand == 0
    assert max(diary.minutes) > 10
    assert len(diary.kept) == len(diary.recall) == 90


def test_every_policy_lives_the_same_days_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(year, "DAYS", SHORT)
    case = Case("keep-scarce", "fsrs-perturbed", 2)
    years = live(case)
    assert list(years) == list(POLICIES)
    assert live(case) == years


def test_with_ten_minutes_a_day_recall_keeps_more_than_fixed_steps_or_due_dates() -> None:
    years = live(Case("keep-scarce", "exponential", 1))
    assert years["recall"].kept > 1.3 * years["ladder"].kept
    assert years["recall"].kept > 1.12 * years["fsrs-due"].kept


def test_readings_take_minutes_only_where_they_are_paid_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(year, "DAYS", SHORT)
    assert {name for name, task in TASKS.items() if task.pays_for_reading} == {"mix"}
    years = live(Case("mix", "fsrs-fitted", 1))
    assert years["none"].hours == 0
    assert years["none"].first_readings > years["recall"].first_readings


def test_an_interval_is_wider_for_few() -> None:
    few, many = interval([1, 2, 3]), interval([1, 2, 3] * 10)
    assert few.mean == many.mean == 2
    assert few.high - few.low > many.high - many.low
