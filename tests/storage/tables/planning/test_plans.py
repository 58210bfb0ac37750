"""A plan is stored as a header and its rows, and found again with the resources of its visits."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from threading import Barrier

import pytest

from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.day.progress import Done, ResourceState
from recall.domain.library.card import Rating
from recall.errors import StorageError
from recall.storage.actions import alone, begin
from recall.storage.store import Store
from recall.storage.tables.planning import plans
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY, titled

TOMORROW = TODAY + timedelta(1)
VISITS = (
    PlannedVisit(3, "read", 20, "next on the list"),
    PlannedVisit(1, "revisit", 5, "first revisit", put_off=True),
    PlannedVisit(2, "revisit", 5, "first revisit"),
)
PLAN = Plan(TODAY, 45, VISITS, 1)


def revised(context: Context, plan: Plan) -> None:
    with begin(context.store, "more", NOW, TODAY) as action:
        plans.revise(action, plan, NOW)


def found(context: Context) -> Plan | None:
    kept = plans.kept(context.store, TODAY)
    return kept and kept.plan


def test_a_plan_is_found_as_it_was_stored_with_how_its_resources_stand(library: Context) -> None:
    assert plans.kept(library.store, TODAY) is None
    plans.add(library.store, PLAN, NOW, 1)
    kept = plans.kept(library.store, TODAY)
    assert kept is not None
    assert kept.plan == PLAN
    url = "https://example.org/Resource-1"
    assert kept.states[1] == ResourceState(
        "read", TODAY, title="Resource 1", url=url, section=("Section",)
    )
    assert (kept.states[3].status, kept.states[3].due) == ("unread", None)
    assert plans.kept(library.store, TOMORROW) is None
    assert plans.states_of(library.store, [1, 3]) == {n: kept.states[n] for n in (1, 3)}
    assert plans.states_of(library.store, []) == {}


def test_a_plan_without_visits_is_a_plan(library: Context) -> None:
    plans.add(library.store, PLAN._replace(visits=()), NOW, 1)
    assert found(library) == PLAN._replace(visits=())


def test_storing_a_plan_is_no_action_and_a_second_one_changes_nothing(library: Context) -> None:
    actions = dump(library.store)["action"]
    plans.add(library.store, PLAN, NOW, 1)
    plans.add(library.store, PLAN._replace(minutes=10, visits=VISITS[:1]), NOW, 1)
    assert found(library) == PLAN
    assert dump(library.store)["action"] == actions
    plans.add(library.store, PLAN._replace(revision=2, minutes=10), NOW, 1)
    assert found(library) == PLAN._replace(revision=2, minutes=10)


def test_the_highest_revision_counts_until_its_action_is_undone(library: Context) -> None:
    plans.add(library.store, PLAN, NOW, 1)
    second, third = (PLAN.with_visits(VISITS[:n])._replace(revision=4 - n) for n in (2, 1))
    for plan in (second, third):
        revised(library, plan)
        assert plans.was_revised(library.store, TODAY)
        assert not plans.was_revised(library.store, TOMORROW)
    for plan in (third, second, PLAN):
        assert found(library) == plan
        if plan is not PLAN:
            undo(library)
    assert not plans.was_revised(library.store, TODAY)
    assert dump(library.store)["planned_visit"].keys() == {1, 2, 3}


def test_a_resource_that_was_removed_has_no_state(library: Context) -> None:
    added = add(library, "https://example.org/added", "Added", ("Section",), Edit())
    plan = PLAN._replace(visits=(*VISITS, PlannedVisit(added.id, "read", 9, "")))
    plans.add(library.store, plan, NOW, 1)
    undo(library)
    kept = plans.kept(library.store, TODAY)
    assert kept is not None
    assert kept.plan == plan
    assert kept.states.keys() == {1, 2, 3}
    assert plans.states_of(library.store, [added.id]) == {}


def test_a_visit_whose_resource_was_deleted_by_hand_is_left_out(
    sqlite_library: Context, sqlite_library_url: str
) -> None:
    plans.add(sqlite_library.store, PLAN, NOW, 1)
    delete(sqlite_library_url, "DELETE FROM resource WHERE id = 3")
    assert found(sqlite_library) == PLAN._replace(visits=VISITS[1:])


def delete(url: str, sql: str) -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        connection.execute(sql)


def test_of_two_plans_with_one_revision_the_later_counts(
    sqlite_library: Context, sqlite_library_url: str
) -> None:
    delete(sqlite_library_url, "DROP TABLE plan")
    delete(
        sqlite_library_url,
        "CREATE TABLE plan (id INTEGER PRIMARY KEY, study_date, revision, minutes, made_at)",
    )
    revised(sqlite_library, PLAN)
    revised(sqlite_library, PLAN._replace(minutes=10, visits=VISITS[:1]))
    assert found(sqlite_library) == PLAN._replace(minutes=10, visits=VISITS[:1])


def test_what_is_done_is_told_in_order_with_its_minutes(library: Context) -> None:
    sit(library, titled(library, "Resource 3"), Grade(Rating.GOOD, TODAY, minutes=7))
    grade(library, titled(library, "Resource 4"), Grade(Rating.GOOD, TODAY))
    later = library._replace(now=NOW + timedelta(minutes=1))
    grade(later, titled(library, "Resource 1"), Grade(Rating.GOOD, TODAY, minutes=12))
    done = plans.done(library.store, TODAY)
    assert done.done == [
        Done(4, 20, is_revisit=False),
        Done(3, 7, is_revisit=False, is_sitting=True),
        Done(1, 12, is_revisit=True),
    ]
    assert {number: state.status for number, state in done.states.items()} == {
        4: "read",
        3: "reading",
        1: "read",
    }
    assert plans.done(library.store, TOMORROW) == plans.DoneOnDay([], {})


def test_what_is_void_or_undone_is_not_done(library: Context) -> None:
    for rating in (Rating.GOOD, Rating.EASY):
        grade(library, titled(library, "Resource 1"), Grade(rating, TODAY))
    assert len(plans.done(library.store, TODAY).done) == 1
    sit(library, titled(library, "Resource 3"), Grade(Rating.GOOD, TODAY))
    undo(library)
    undo(library)
    undo(library)
    assert plans.done(library.store, TODAY).done == []


def test_what_was_removed_is_not_done(library: Context) -> None:
    grade(library, titled(library, "Resource 1"), Grade(Rating.GOOD, TODAY))
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update("resource", 1, {"status": "removed"})
    assert plans.done(library.store, TODAY) == plans.DoneOnDay([], {})


def test_of_many_that_make_a_plan_at_once_one_is_kept(library_url: str) -> None:
    barrier, minutes = Barrier(4), range(41, 45)
    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(lambda one: planned_at_once(library_url, barrier, one), minutes))
    assert len(set(seen)) == 1
    with Store(library_url) as store:
        rows = dump(store)
        assert [row["minutes"] for row in rows["plan"].values()] == [seen[0].minutes]
        assert len(rows["planned_visit"]) == len(VISITS)


def planned_at_once(url: str, barrier: Barrier, minutes: int) -> Plan:
    """Store a plan together with others; return the plan that is there afterwards."""
    with Store(url) as store:
        assert plans.kept(store, TODAY) is None
        barrier.wait()
        plans.add(store, PLAN._replace(minutes=minutes), NOW, 9)
        kept = plans.kept(store, TODAY)
        assert kept is not None
        return kept.plan


def test_a_plan_waits_no_longer_for_an_action_than_it_is_told(library_url: str) -> None:
    with Store(library_url) as store, Store(library_url) as other:
        with alone(other), pytest.raises(StorageError, match="in use by another process"):
            plans.add(store, PLAN, NOW, 0.01)
        assert plans.kept(store, TODAY) is None
        plans.add(store, PLAN, NOW, 0.01)
        assert plans.kept(store, TODAY) is not None
