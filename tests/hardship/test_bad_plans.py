"""Plans damaged by hand: today shows what it can, and doctor names and mends them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime

import pytest

from recall.storage.database.columns import names
from testing.commands.command_line import CommandLine


@contextmanager
def by_hand(recall: CommandLine) -> Iterator[sqlite3.Connection]:
    """Change the file without its rules."""
    with closing(sqlite3.connect(recall.library)) as database, database:
        yield database


def resource_deleted(recall: CommandLine) -> None:
    with by_hand(recall) as database:
        database.execute("DELETE FROM place WHERE resource_id = 2")
        database.execute("DELETE FROM resource WHERE id = 2")


def resource_alone_deleted(recall: CommandLine) -> None:
    with by_hand(recall) as database:
        database.execute("DELETE FROM resource WHERE id IN (2, 4)")


def plan_deleted(recall: CommandLine) -> None:
    with by_hand(recall) as database:
        database.execute("DELETE FROM plan")


def plan_of_a_coming_day(recall: CommandLine) -> None:
    with by_hand(recall) as database:
        copy_plan(database, "'2031-01-01'")


def second_plan_of_today(recall: CommandLine) -> None:
    """A table without its unique index, as another tool may have copied it."""
    columns = ", ".join(names("plan"))
    with by_hand(recall) as database:
        database.execute(f"CREATE TABLE bare (id INTEGER PRIMARY KEY, {columns[4:]})")
        database.execute(f"INSERT INTO bare ({columns}) SELECT {columns} FROM plan")
        database.execute("DROP TABLE plan")
        database.execute("ALTER TABLE bare RENAME TO plan")
        copy_plan(database, "study_date")


def copy_plan(database: sqlite3.Connection, day: str) -> None:
    """Copy the plan that is there, with the first of its visits."""
    database.execute(
        "INSERT INTO plan (study_date, revision, minutes, made_at) "
        f"SELECT {day}, revision, 20, made_at FROM plan"
    )
    database.execute(
        "INSERT INTO planned_visit (plan_id, place, resource_id, task, minutes, reason, put_off) "
        "SELECT (SELECT max(id) FROM plan), place, resource_id, task, minutes, reason, put_off "
        "FROM planned_visit WHERE id = 1"
    )


DAMAGE = {
    resource_deleted: ("planned_visit 2, resource_id: there is no resource 2", [15, 3, 4, 5, 6]),
    plan_deleted: ("planned_visit 1, plan_id: there is no plan 1", [15, 2, 3, 4, 5, 6]),
    plan_of_a_coming_day: ("plan 2, study_date: it is of a day to come", [15, 2, 3, 4, 5, 6]),
    second_plan_of_today: ("plan 1: the same study_date and revision as plan 2", [15]),
}


@pytest.fixture
def planned(shipped: CommandLine) -> CommandLine:
    """A day whose plan stands."""
    assert len(shipped.ok("today", "--json").json["plan"]) == 6
    return shipped


@pytest.mark.parametrize("damage", DAMAGE)
def test_today_shows_what_it_can_and_doctor_names_and_mends_the_fault(
    planned: CommandLine, damage: Callable[[CommandLine], None]
) -> None:
    fault, shown = DAMAGE[damage]
    damage(planned)
    sick = planned("doctor")
    assert sick.code == 1
    assert fault in sick.out
    assert "can be mended; 'recall doctor --repair' shows how, and asks\n" in sick.out
    assert [one["id"] for one in planned.ok("today", "--json").json["plan"]] == shown
    mended = planned("doctor", "--repair", "--yes", "--json").json
    assert sum(mended["mended"].values()) > 0
    assert not any(one.startswith("plan") for one in mended["problems"])
    left = [one["id"] for one in planned.ok("today", "--json").json["plan"]]
    assert left == shown


@pytest.mark.parametrize("damage", [plan_of_a_coming_day, second_plan_of_today])
def test_what_was_mended_is_one_action_and_comes_back_with_undo(
    planned: CommandLine, damage: object
) -> None:
    assert callable(damage)
    damage(planned)
    sick = planned("doctor").out
    said = planned.ok("doctor", "--repair", "--yes").out
    fault = sick.splitlines()[0]
    assert said.startswith(f"{fault}; it is taken out\nmended; 'recall undo' takes it back\n")
    assert planned.ok("history", "--limit", "1").out.split()[1] == "repair"
    assert planned.ok("undo").out.startswith("undone: repair (")
    assert planned("doctor").out == sick


def test_a_resource_that_was_deleted_by_hand_is_forgotten_wholly(planned: CommandLine) -> None:
    planned.ok("edit", "5", "--after", "4")
    resource_alone_deleted(planned)
    assert [one["id"] for one in planned.ok("today", "--json").json["plan"]] == [15, 3, 5, 6]
    mended = planned.ok("doctor", "--repair", "--yes", "--json").json
    assert mended["mended"] == {
        "place resource_id": 2,
        "planned_visit resource_id": 2,
        "prerequisite after_id": 1,
    }
    assert mended["healthy"]
    assert [one["id"] for one in planned.ok("today", "--json").json["plan"]] == [15, 3, 5, 6]
    planned.ok("undo")
    assert planned.ok("doctor").out.endswith("every card follows from its log\n")


def test_undo_of_a_mending_goes_past_visits_that_point_at_nothing(planned: CommandLine) -> None:
    planned.ok("grade", "3", "good")
    resource_deleted(planned)
    planned.ok("doctor", "--repair", "--yes")
    planned.ok("undo")
    assert planned.ok("undo").out.startswith("undone: grade")
    assert planned.ok("doctor").out.endswith("every card follows from its log\n")


def test_undo_of_a_mending_leaves_the_plan_that_the_day_has_got_since(
    planned: CommandLine,
) -> None:
    planned.ok("grade", "3", "good")
    plan_of_a_coming_day(planned)
    planned.ok("doctor", "--repair", "--yes")
    planned.now = datetime(2031, 1, 1, 9, tzinfo=planned.now.tzinfo)
    shown = planned.ok("today").out
    assert planned.ok("undo").out.startswith("undone: repair (")
    assert planned.ok("today").out == shown
    assert planned.ok("undo").out.startswith("undone: grade")
    assert planned.ok("doctor").out.endswith("every card follows from its log\n")


def test_a_sound_library_is_not_written_by_mending(planned: CommandLine) -> None:
    before = planned.state()
    assert "is healthy" in planned.ok("doctor", "--repair", "--yes").out
    assert planned.state() == before


def test_the_plan_of_a_coming_day_does_not_disturb_the_days_before(planned: CommandLine) -> None:
    plan_of_a_coming_day(planned)
    before = planned.ok("today").out
    assert planned.ok("today", "--on", "tomorrow").out != before
    planned.ok("more")
    planned.ok("undo")
    assert planned.ok("today").out == before
