"""The plan of a day is made once and found again, by whom and however often it is asked for."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.library.card import Rating
from recall.settings.table import Settings
from recall.storage.actions import alone
from recall.storage.store import Store
from recall.storage.tables.planning import plans
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.keeping import plan_of_today
from recall.usecases.planning.revising import set_minutes
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.resources.shelving import suspend
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import (
    NOW,
    TODAY,
    at,
    catalog,
    entries,
    entry,
    everything,
    make_library,
    titled,
)
from testing.libraries.planned_days import left, left_today, stands
from testing.permissions import unprivileged

MORNING = [
    PlannedVisit(3, "read", 20, "next on the list"),
    PlannedVisit(4, "sitting", 10, "next on the list"),
    PlannedVisit(1, "revisit", 5, "first revisit"),
    PlannedVisit(2, "revisit", 5, "first revisit"),
]
"""The plan of the small library."""


def stored(context: Context) -> list[tuple[str, int]]:
    """Return the date and the revision of every plan that is kept, in the order of making."""
    return [
        (str(row["study_date"]), row["revision"]) for row in dump(context.store)["plan"].values()
    ]


def test_the_first_command_of_a_day_makes_the_plan_and_the_next_ones_find_it(
    library: Context,
) -> None:
    assert left(today(library)) == MORNING
    rows = dump(library.store)
    for hours in (1, 12, 18):
        assert left(today(at(library, NOW + timedelta(hours=hours)))) == MORNING
    assert dump(library.store) == rows
    assert len(rows["plan"]) == 1


def test_the_plan_is_no_action_and_undo_does_not_take_it_back(library: Context) -> None:
    today(library)
    grade(library, "1", Grade(Rating.GOOD, TODAY))
    undo(library)
    assert left(today(library)) == MORNING
    actions = sorted(dump(library.store)["action"].items())
    assert [row["kind"] for _, row in actions][-2:] == ["grade", "undo"]


def test_at_four_in_the_morning_there_is_a_new_plan(library: Context) -> None:
    today(library)
    night = NOW.replace(day=3, hour=3, minute=59)
    assert left(today(at(library, night))) == MORNING
    next_day = today(at(library, night + timedelta(minutes=1)))
    assert all(visit.reason.startswith("first revisit") for visit in left(next_day)[-2:])
    assert stored(library) == [("2026-03-02", 1), ("2026-03-03", 1)]


def at_once(url: str, barrier: Barrier) -> Plan:
    with Store(url) as store:
        context = Context(store, Settings(), NOW)
        assert plans.kept(store, TODAY) is None
        barrier.wait()
        return plan_of_today(context).plan


def test_many_machines_that_ask_at_once_see_one_plan(library_url: str) -> None:
    barrier = Barrier(4)
    with ThreadPoolExecutor(4) as pool:
        found = [pool.submit(at_once, library_url, barrier) for _ in range(4)]
        seen = [one.result() for one in found]
    assert [list(plan.visits) for plan in seen] == [MORNING] * 4
    with Store(library_url) as store:
        rows = dump(store)
    assert (len(rows["plan"]), len(rows["planned_visit"])) == (1, 4)


def test_while_another_process_writes_the_plan_is_shown_and_not_kept(
    library: Context, library_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recall.usecases.planning.keeping.LOCK_SECONDS", 0.01)
    with Store(library_url) as other, alone(other):
        assert left(today(library)) == MORNING
    assert stored(library) == []
    assert left(today(library)) == MORNING
    assert len(stored(library)) == 1


def test_in_a_library_that_cannot_be_written_the_plan_is_shown_and_not_kept(
    sqlite_library_url: str, open_folder: Path
) -> None:
    path = Path(shutil.copy(sqlite_library_url.removeprefix("sqlite:///"), open_folder))
    with unprivileged(path, open_folder), Store(f"sqlite:///{path}") as store:
        path.chmod(0o444)
        context = Context(store, Settings(), NOW)
        assert left(today(context)) == MORNING
        assert left(today(context)) == MORNING
        assert stored(context) == []


def test_what_was_done_before_the_plan_was_made_is_no_part_of_it(library: Context) -> None:
    grade(library, "1", Grade(Rating.GOOD, TODAY, minutes=12))
    sit(library, titled(library, "Resource 3"), Grade(Rating.GOOD, TODAY, minutes=10))
    study = today(library)
    assert left(study) == [
        PlannedVisit(4, "sitting", 10, "next on the list"),
        PlannedVisit(2, "revisit", 5, "first revisit"),
    ]
    assert (study.progress.plan.minutes, study.progress.spent_minutes) == (45, 22)
    assert sorted(one.resource_id for one in study.progress.unplanned) == [1, 3]


def test_a_day_that_is_used_up_before_it_is_planned_stays_empty(library: Context) -> None:
    grade(library, "3", Grade(Rating.GOOD, TODAY, minutes=45))
    assert left(today(library)) == []
    assert stored(library) == []


@pytest.fixture
def empty_or_not(database_url: str) -> Iterator[Context]:
    context = make_library(database_url)
    with context.store:
        yield context


def test_an_empty_plan_is_not_kept_so_what_is_imported_later_comes_in(
    empty_or_not: Context,
) -> None:
    assert left(today(empty_or_not)) == []
    assert stored(empty_or_not) == []
    import_catalog(empty_or_not, Source(catalog(*entries(6, read=2)), "list.md"))
    assert left_today(empty_or_not) == [3, 4, 1, 2]


def test_minutes_that_were_given_to_an_empty_day_stay(empty_or_not: Context) -> None:
    set_minutes(empty_or_not, 15)
    assert today(empty_or_not).progress.plan.minutes == 15
    import_catalog(empty_or_not, Source(catalog(*entries(6, read=2)), "list.md"))
    study = today(empty_or_not)
    assert (study.progress.plan.minutes, study.usual_minutes) == (15, 45)
    assert left(study)
    assert sum(visit.minutes for visit in left(study)) <= 15
    assert left(today(empty_or_not)) == left(study)


def test_a_plan_whose_resources_were_all_removed_is_made_anew(empty_or_not: Context) -> None:
    """As after the import of a wrong file."""
    wrong = catalog(*(entry(f"Wrong {number}", read=True) for number in range(3)), name="wrong")
    import_catalog(empty_or_not, Source(wrong, "wrong.md"))
    assert len(left_today(empty_or_not)) == 3
    undo(empty_or_not)
    assert left_today(empty_or_not) == []
    import_catalog(empty_or_not, Source(catalog(*entries(6, read=2)), "list.md"))
    found = {one.title: one.id for one in everything(empty_or_not)}
    names = ("Resource 3", "Resource 4", "Resource 1", "Resource 2")
    assert left_today(empty_or_not) == [found[name] for name in names]
    assert stored(empty_or_not) == [("2026-03-02", 1), ("2026-03-02", 2)]


def test_what_is_added_or_imported_does_not_enter_a_plan(library: Context) -> None:
    today(library)
    more = [*entries(6, read=2), entry("Due", read=True), entry("New", minutes=5)]
    import_catalog(library, Source(catalog(*more), "list.md"))
    add(library, "https://example.org/added", "Added", ("Section",), Edit(priority="high"))
    assert left(today(library)) == MORNING


def test_nothing_takes_the_place_of_what_is_put_aside(library: Context) -> None:
    today(library)
    for number in ("3", "1"):
        suspend(library, number)
    study = today(library)
    assert stands(study) == [
        (3, "struck", False),
        (4, "left", False),
        (1, "struck", False),
        (2, "left", False),
    ]
    undo(library)
    undo(library)
    assert left(today(library)) == MORNING


def test_a_library_in_which_all_is_suspended_has_an_empty_day(library: Context) -> None:
    for one in everything(library):
        suspend(library, one)
    study = today(library)
    assert (left(study), study.counts.due, study.unread) == ([], 0, 0)
    assert stored(library) == []


@pytest.mark.parametrize(("minutes", "planned"), [(0, 0), (1, 0), (5, 1), (1440, 6)])
def test_a_day_of_any_length_holds_what_fits_it(
    library: Context, minutes: int, planned: int
) -> None:
    short = library._replace(settings=Settings(daily_minutes=minutes))
    visits = left(today(short))
    assert len(visits) == planned
    assert sum(visit.minutes for visit in visits) <= minutes
    assert len(stored(library)) == bool(planned)
