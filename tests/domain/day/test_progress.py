"""How a kept plan stands: derived from the log and the state of the resources alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.day.progress import DayProgress, Done, ResourceState, progress

TODAY = date(2026, 3, 2)
TOMORROW = TODAY + timedelta(days=1)

DUE = ResourceState("read", TODAY)
UNREAD = ResourceState("unread")

PLAN = Plan(
    TODAY,
    45,
    (
        PlannedVisit(1, "read", 15, "next"),
        PlannedVisit(2, "sitting", 10, "next"),
        PlannedVisit(3, "revisit", 10, "due today"),
        PlannedVisit(4, "revisit", 10, "due today"),
    ),
    1,
)
STATES = {1: UNREAD, 2: ResourceState("reading"), 3: DUE, 4: DUE}


def stands(*done: Done, **states: ResourceState) -> DayProgress:
    changed = {int(name[1:]): state for name, state in states.items()}
    return progress(PLAN, done, STATES | changed)


def test_what_is_done_is_struck_off_with_what_it_took_and_the_rest_stays() -> None:
    now = stands(Done(3, 12, is_revisit=True), s3=ResourceState("read", TOMORROW))
    assert [visit.state for visit in now.visits] == ["left", "left", "done", "left"]
    assert [one.visit.resource_id for one in now.left] == [1, 2, 4]
    assert (now.visits[2].spent, now.spent_minutes, now.free_minutes) == (12, 12, 0)


def test_what_was_not_planned_counts_and_changes_nothing_else() -> None:
    now = stands(Done(9, 20, is_revisit=True))
    assert [visit.state for visit in now.visits] == ["left"] * 4
    assert (len(now.unplanned), now.spent_minutes) == (1, 20)
    assert [visit.beyond for visit in now.visits] == [False, False, True, True]


def test_what_no_longer_fits_is_beyond_and_comes_last() -> None:
    now = stands(Done(1, 31, is_revisit=False), s1=ResourceState("read", TOMORROW))
    assert [(visit.state, visit.beyond) for visit in now.visits] == [
        ("done", False),
        ("left", False),
        ("left", True),
        ("left", True),
    ]
    assert now.left_minutes == 10


def test_several_visits_of_a_resource_add_up() -> None:
    sat = [Done(2, 10, is_revisit=False, is_sitting=True), Done(2, 5, is_revisit=False)]
    assert stands(*sat).visits[1].spent == 15


def test_a_plan_of_which_nothing_is_done_is_whole() -> None:
    long = Plan(TODAY, 20, (PlannedVisit(3, "revisit", 30, "longer than the day"),))
    (one,) = progress(long, (), STATES).visits
    assert not one.beyond


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (1, ResourceState("read", TOMORROW)),
        (1, ResourceState("suspended")),
        (1, ResourceState("unread", gone=True)),
        (2, ResourceState("archived")),
        (3, ResourceState("read", TOMORROW)),
        (3, ResourceState("read", None)),
        (3, ResourceState("suspended", TODAY)),
    ],
)
def test_a_visit_that_is_wanted_no_more_is_struck(number: int, state: ResourceState) -> None:
    now = progress(PLAN, (), STATES | {number: state})
    assert [visit.visit.resource_id for visit in now.visits if visit.state == "struck"] == [number]


def test_a_resource_that_is_in_the_library_no_more_is_struck() -> None:
    states = {number: state for number, state in STATES.items() if number != 3}
    assert progress(PLAN, (), states).visits[2].state == "struck"


def test_a_visit_that_was_put_off_is_neither_left_nor_struck() -> None:
    off = [visit._replace(put_off=visit.resource_id == 3) for visit in PLAN.visits]
    now = progress(PLAN._replace(visits=off), (), STATES)
    assert [visit.state for visit in now.visits] == ["left", "left", "put off", "left"]


def test_the_next_revision_keeps_the_later_of_two_visits_of_a_resource() -> None:
    again = PlannedVisit(1, "read", 5, "again")
    after = PLAN.with_visits([*PLAN.visits, again], 60)
    assert [visit.resource_id for visit in after.visits] == [2, 3, 4, 1]
    assert (after.minutes, after.revision, after.study_date) == (60, 2, TODAY)


done_today = st.lists(
    st.builds(Done, st.integers(1, 6), st.integers(1, 60), is_revisit=st.booleans()), max_size=6
)


@given(done_today, done_today)
def test_doing_more_strikes_things_off_and_brings_nothing_in(
    before: list[Done], later: list[Done]
) -> None:
    one, two = progress(PLAN, before, STATES), progress(PLAN, [*before, *later], STATES)
    ids = [visit.visit.resource_id for visit in one.visits if visit.state == "left"]
    after = [visit.visit.resource_id for visit in two.visits if visit.state == "left"]
    assert after == [number for number in ids if number in after]
    assert set(ids) - set(after) <= {done.resource_id for done in later}
    assert {visit.visit.resource_id for visit in two.left} == set(after)
    assert two.spent_minutes == sum(done.minutes for done in (*before, *later))
