"""Plans that no command makes are found and taken out, on both databases."""

from datetime import timedelta

import pytest

from recall.domain.day.plan import Plan, PlannedVisit
from recall.storage.actions import begin
from recall.storage.tables.faults.plan_faults import PlanFaults, plan_faults, take_out
from recall.storage.tables.planning import plans
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY

TOMORROW = TODAY + timedelta(1)
VISITS = tuple(PlannedVisit(number, "revisit", 5, "due today") for number in (1, 2))


def written(context: Context, *plans_made: Plan) -> None:
    for plan in plans_made:
        plans.add(context.store, plan, NOW, 1)


def test_a_library_whose_plans_are_sound_has_no_faults(library: Context) -> None:
    plan = Plan(TODAY, 45, VISITS, 1)
    written(library, plan, plan._replace(study_date=TOMORROW))
    with begin(library.store, "more", NOW, TODAY) as action:
        plans.revise(action, plan._replace(revision=2), NOW)
    found = plan_faults(library.store, TOMORROW)
    assert found == PlanFaults([], [], [], [], [])
    assert found.counted() == {}


def test_plans_of_days_to_come_are_taken_out_and_undo_brings_them_back(library: Context) -> None:
    days = [Plan(TODAY + timedelta(number), 45, VISITS, 1) for number in (0, 2, 400)]
    written(library, *days)
    before = {name: dump(library.store)[name] for name in ("plan", "planned_visit")}
    found = plan_faults(library.store, TOMORROW)
    assert found == PlanFaults([], [], [], [], [2, 3])
    assert found.counted() == {"a plan of a day to come": 2}
    with begin(library.store, "mend", NOW, TODAY) as action:
        take_out(action, found)
    assert plan_faults(library.store, TOMORROW) == PlanFaults([], [], [], [], [])
    assert dump(library.store)["plan"].keys() == {1}
    assert dump(library.store)["planned_visit"].keys() == {1, 2}
    undo(library)
    assert {name: dump(library.store)[name] for name in before} == before


def test_undo_leaves_the_plan_that_a_day_has_got_since_and_brings_back_the_others(
    library: Context,
) -> None:
    first, second = (Plan(TODAY + timedelta(number), 45, VISITS, 1) for number in (2, 3))
    written(library, first, second)
    with begin(library.store, "mend", NOW, TODAY) as action:
        take_out(action, plan_faults(library.store, TOMORROW))
    plans.add(library.store, first._replace(visits=VISITS[:1]), NOW + timedelta(days=2), 1)
    undo(library)
    for plan, number in ((first, 1), (second, 2)):
        kept = plans.kept(library.store, plan.study_date)
        assert kept is not None
        assert len(kept.plan.visits) == number


DAMAGE = {
    "a planned visit that cannot be": (
        "UPDATE planned_visit SET task = 'dance' WHERE id = 1",
        "UPDATE planned_visit SET minutes = -5 WHERE id = 1",
        "UPDATE planned_visit SET resource_id = 1 WHERE id = 2",
    ),
    "a plan with minutes that no day has": ("UPDATE plan SET minutes = 99999 WHERE id = 1",),
}


@pytest.mark.parametrize(
    ("words", "damage"), [(words, one) for words, every in DAMAGE.items() for one in every]
)
def test_what_no_plan_can_have_is_named_left_out_and_taken_out(
    library: Context, words: str, damage: str
) -> None:
    written(library, Plan(TODAY, 45, VISITS, 1))
    with library.store.transaction() as connection:
        connection.execute(damage)
    found = plan_faults(library.store, TOMORROW)
    assert found.counted() == {words: 1}
    kept = plans.kept(library.store, TODAY)
    shown = [] if kept is None else kept.plan.visits
    assert all(one.task == "revisit" and one.minutes == 5 for one in shown)
    assert len(shown) < 2
    with begin(library.store, "mend", NOW, TODAY) as action:
        take_out(action, found)
    assert plan_faults(library.store, TOMORROW).counted() == {}
