"""The planner: readings first, revisits that fit, and what happens when they do not."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.day.plan import PlannedVisit
from recall.domain.day.planner import DayFacts, choose_again, plan_more, plan_visits
from recall.domain.day.reading_order import Reading
from recall.domain.library.resource import Planned
from testing.libraries.shelf import TODAY, day, reading, revisit


def planned(visits: list[PlannedVisit]) -> list[tuple[str, int, int]]:
    return [(visit.task, visit.resource_id, visit.minutes) for visit in visits]


def test_readings_stand_before_revisits() -> None:
    facts = day([revisit(1), revisit(2)], [reading(10)])
    assert planned(plan_visits(facts)) == [("read", 10, 15), ("revisit", 1, 4), ("revisit", 2, 4)]


def test_what_revisits_leave_goes_to_reading() -> None:
    readings = [reading(number) for number in range(10, 15)]
    assert [task for task, _, _ in planned(plan_visits(day([], readings)))] == ["read"] * 3
    full = [revisit(number) for number in range(1, 8)]
    assert planned(plan_visits(day(full, readings)))[:2] == [("read", 10, 15), ("revisit", 1, 4)]


@pytest.mark.parametrize(
    ("minutes", "whole", "expected"),
    [
        (45, 28, ("read", 28)),  # 18 minutes for reading, and 10 more for the first
        (45, 29, ("sitting", 15)),  # 18 minutes, in a round number
        (25, 20, ("read", 20)),  # at least 10 minutes for reading, and 10 more
        (25, 21, ("sitting", 10)),
        (100, 600, ("sitting", 40)),
        (30, 600, ("sitting", 10)),
        (15, 600, ("sitting", 10)),
    ],
)
def test_a_reading_that_does_not_fit_its_share_gets_a_sitting(
    minutes: int, whole: int, expected: tuple[str, int]
) -> None:
    many = [revisit(number) for number in range(1, 10 + minutes // 4)]
    first, *_ = plan_visits(day(many, [reading(100, whole)], minutes))
    assert (first.task, first.minutes) == expected


@pytest.mark.parametrize(
    ("due", "share", "expected"),
    [
        (33, 0.4, ("read", 28)),  # 132 of 135 minutes: three days' worth
        (34, 0.4, ("sitting", 10)),
        (34, 1.0, ("read", 28)),  # half of the day and 10 minutes
        (34, 0.0, ("revisit", 4)),
    ],
)
def test_readings_get_half_while_revisits_of_more_than_three_days_wait(
    due: int, share: float, expected: tuple[str, int]
) -> None:
    many = [revisit(number) for number in range(1, due + 1)]
    first, *_ = plan_visits(day(many, [reading(100, 28)], new_share=share))
    assert (first.task, first.minutes) == expected


def test_only_the_first_reading_may_exceed_its_share() -> None:
    many = [revisit(number) for number in range(1, 50)]
    visits = plan_visits(day(many, [reading(100, 10), reading(101, 15)]))
    assert [visit.resource_id for visit in visits if visit.task == "read"] == [100]


def test_without_a_share_reading_gets_what_revisits_leave() -> None:
    facts = day([revisit(1, 30)], [reading(10)], new_share=0.0)
    assert planned(plan_visits(facts)) == [("read", 10, 15), ("revisit", 1, 30)]
    facts = day([revisit(number) for number in range(1, 12)], [reading(100)], new_share=0.0)
    assert {task for task, _, _ in planned(plan_visits(facts))} == {"revisit"}


def test_a_reading_leaves_room_for_the_revisit_that_is_overdue_longest() -> None:
    facts = day([revisit(1, 20, overdue=2), revisit(2, 3)], [reading(10, 30)], minutes=25)
    assert planned(plan_visits(facts)) == [("revisit", 1, 20), ("revisit", 2, 3)]
    facts = day([revisit(1, 12, overdue=9)], [reading(10, 30)], minutes=25)
    assert planned(plan_visits(facts)) == [("sitting", 10, 10), ("revisit", 1, 12)]


def test_a_book_comes_every_third_day_unless_there_is_nothing_else() -> None:
    book, paper = Reading(reading(10, 600), is_book=True), Reading(reading(11, 60))
    assert plan_visits(day([], [book, paper]))[0].resource_id == 10
    assert plan_visits(day([], [book, paper], book_may_come=False))[0].resource_id == 11
    assert plan_visits(day([], [book], book_may_come=False))[0].resource_id == 10


@pytest.mark.parametrize(
    ("overdue", "alone"), [(0, True), (1, False), (6, False), (7, True), (14, True)]
)
def test_a_revisit_longer_than_the_day_has_it_to_itself_when_due_and_once_a_week(
    overdue: int, *, alone: bool
) -> None:
    facts = day([revisit(1, 30, overdue), revisit(2)], [reading(10)], minutes=20)
    visits = plan_visits(facts)
    assert ([visit.resource_id for visit in visits] == [1]) is alone
    assert any("longer than the day" in visit.reason for visit in visits) is alone


@pytest.mark.parametrize(("minutes", "planned"), [(4, 0), (5, 1)])
def test_a_day_of_hardly_any_minutes_is_not_given_to_a_revisit(minutes: int, planned: int) -> None:
    assert len(plan_visits(day([revisit(1, 30)], minutes=minutes))) == planned


@pytest.mark.parametrize("minutes", [0, 1, 15])
def test_a_day_that_is_short_for_once_holds_no_more_than_its_minutes(minutes: int) -> None:
    facts = day([revisit(1, 30, overdue=7)], minutes=minutes, longest_day=45)
    assert plan_visits(facts) == []


@pytest.mark.parametrize(("minutes", "sitting"), [(9, [9]), (5, [5]), (4, [])])
def test_a_day_of_a_few_minutes_can_have_a_sitting_of_as_many(
    minutes: int, sitting: list[int]
) -> None:
    visits = plan_visits(day([], [reading(10, 60)], minutes))
    assert [visit.minutes for visit in visits] == sitting


def test_a_day_without_minutes_has_no_visits() -> None:
    facts = day([revisit(1, overdue=7)], [reading(10)], minutes=0)
    assert plan_visits(facts) == []


def test_more_has_what_was_set_free_then_what_is_due_then_readings() -> None:
    facts = day([revisit(1), revisit(2)], [reading(10, 10), reading(11, 10)], minutes=30)
    assert [visit.resource_id for visit in plan_more(facts, {11})] == [11, 1, 2, 10]
    assert [visit.resource_id for visit in plan_more(facts)] == [1, 2, 10, 11]


def test_readings_are_chosen_again_for_the_same_minutes() -> None:
    facts = day([revisit(1)], [reading(10, 12), reading(11, 60)], minutes=25)
    assert planned(choose_again(facts)) == [("read", 10, 12), ("sitting", 11, 10)]


resources = st.lists(
    st.tuples(st.integers(1, 40), st.integers(0, 40), st.one_of(st.none(), st.floats(0.1, 400.0))),
    max_size=30,
)
lengths = st.lists(st.integers(5, 700), max_size=12)
days = st.builds(
    lambda due, readings, minutes, share, book: day(
        [revisit(n, each, late, known) for n, (each, late, known) in enumerate(due, 1)],
        [Reading(reading(100 + n, each), is_book=each > 180) for n, each in enumerate(readings)],
        minutes,
        new_share=share,
        book_may_come=book,
    ),
    resources,
    lengths,
    st.integers(0, 1440),
    st.floats(0, 1),
    st.booleans(),
)


@pytest.mark.slow
@given(days)
@settings(max_examples=200)
def test_a_plan_fits_its_day_and_names_each_resource_once(facts: DayFacts) -> None:
    visits = plan_visits(facts)
    used = sum(visit.minutes for visit in visits)
    assert used <= facts.minutes or [visit.reason[-18:] for visit in visits] == [
        "longer than the day"[-18:]
    ]
    assert len({visit.resource_id for visit in visits}) == len(visits)
    assert all(visit.minutes > 0 and visit.reason for visit in visits)
    tasks = [visit.task == "revisit" for visit in visits]
    assert tasks == sorted(tasks)


@given(days)
def test_all_that_is_due_is_planned_if_it_fits_beside_the_readings_share(facts: DayFacts) -> None:
    due = sum(one.revisit_minutes for one in facts.due)
    share = max(10, facts.new_share * facts.minutes) + 10
    if due + share <= facts.minutes:
        planned_ids = {visit.resource_id for visit in plan_visits(facts)}
        assert planned_ids >= {one.id for one in facts.due}


@given(days, st.sets(st.integers(100, 111)))
def test_more_never_exceeds_its_minutes(facts: DayFacts, freed: set[int]) -> None:
    visits = plan_more(facts, freed)
    assert sum(visit.minutes for visit in visits) <= facts.minutes
    assert len({visit.resource_id for visit in visits}) == len(visits)


@given(days)
def test_the_revisit_that_waits_longest_is_planned_once_it_is_neglected(facts: DayFacts) -> None:
    fitting = [one for one in facts.due if one.revisit_minutes <= facts.minutes]
    neglected = [one for one in fitting if _overdue(one) > 3]
    if neglected and len(fitting) == len(facts.due):
        first = min(neglected, key=lambda one: (one.card.due, _stability(one), one.id))
        assert first.id in {visit.resource_id for visit in plan_visits(facts)}


def _overdue(one: Planned) -> int:
    assert one.card.due is not None
    return (TODAY - one.card.due) // timedelta(days=1)


def _stability(one: Planned) -> float:
    return 1e9 if one.card.memory is None else one.card.memory.stability
