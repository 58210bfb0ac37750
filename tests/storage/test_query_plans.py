"""No question of a study day may walk through the whole library, whatever its size."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.timing.pace import Pace
from recall.storage.database.connections.connection import Row, Values
from recall.storage.database.connections.sqlite import SqliteConnection
from recall.storage.store import Store
from recall.storage.tables import day, due_load, lists, log, reminders, resources
from recall.storage.tables.changes import places
from recall.storage.tables.planning import plans
from recall.storage.tables.planning.day_counts import counts
from recall.storage.tables.planning.due_rows import due_rows
from recall.storage.tables.planning.neglected import neglected
from recall.storage.tables.reminders import Claim
from recall.storage.tables.results import statistics
from recall.storage.tables.section_rules import earlier_parts, sections, unread_in
from recall.usecases.lists.in_library import in_library
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, catalog, entry, make_library, titled


class Planning:
    """Asks SQLite how it would answer, instead of for the answer, or before it."""

    def __init__(self, store: Store, *, answers: bool = False) -> None:
        self._store = store
        self._answers = answers
        self.steps: list[str] = []

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        self.steps += [row[3] for row in self._store.rows(f"EXPLAIN QUERY PLAN {sql}", params)]
        if self._answers:
            return self._store.rows(sql, params)
        return [(0, 0)] if "count(*)" in sql and "GROUP BY" not in sql else []


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Store]:
    with make_library(f"sqlite:///{tmp_path / 'library.db'}").store as store:
        yield store


@pytest.fixture
def planning(library: Store) -> Planning:
    return Planning(library)


def test_today_looks_everything_up_in_an_index(library: Store) -> None:
    planning = Planning(library, answers=True)
    plans.kept(planning, TODAY)
    plans.done(planning, TODAY)
    counts(planning, TODAY)
    assert len(planning.steps) >= 10
    # The one header that was found, and what was done on the day, are walked through.
    assert {step for step in planning.steps if step.startswith("SCAN")} == {"SCAN n", "SCAN d"}


def test_so_does_the_first_command_of_a_day_which_makes_the_plan(library: Store) -> None:
    planning = Planning(library, answers=True)
    day.due(planning, TODAY, 10)
    day.to_read(planning, 10)
    day.has_rules(planning)
    day.freed(planning, [1])
    day.last_book(planning, TODAY, 180)
    day.days_with_readings(planning, TODAY - timedelta(9), TODAY)
    plans.states_of(planning, [1, 2])
    resources.places_of(planning, [1, 2])
    assert len(planning.steps) >= 15
    scanned = {step for step in planning.steps if step.startswith("SCAN")}
    assert scanned == {"SCAN d", "SCAN prerequisite"}, "the days found, the prerequisites there are"


def test_so_it_does_where_sections_have_turns_and_things_wait(planning: Planning) -> None:
    parts = [day.Sections(["A", "B"]), day.Sections(["A", "B"], others=True)]
    day.to_read(planning, 10, parts)
    day.waits(planning, [1, 2])
    unread_in(planning, [("A",), ("B",)])
    assert len(planning.steps) >= 20
    # What was looked up of a section is walked through, and nothing else.
    assert {step for step in planning.steps if step.startswith("SCAN")} <= {"SCAN p"}


def test_sections_in_progress_are_those_of_the_next_due_dates(planning: Planning) -> None:
    day.sections_in_progress(planning)
    assert "ix_resource_due" in " ".join(planning.steps)
    # Of everything read the next 2,000 are walked through.
    assert {step for step in planning.steps if step.startswith("SCAN")} <= {
        "SCAN d",
        "SCAN f",
        "SCAN r",
    }


def test_what_is_due_is_read_from_an_index_however_much_it_is(planning: Planning) -> None:
    due_rows(planning, TODAY)
    (step,) = planning.steps
    assert "ix_resource_due" in step


def test_what_a_deadline_waits_for_is_looked_up_from_what_is_laid_down(planning: Planning) -> None:
    day.waits(planning)
    earlier_parts(planning, [1, 2])
    searched = [step for step in planning.steps if step.startswith("SEARCH")]
    series = "ix_resource_series (series=? AND list_id=?)"
    indices = ["INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY", series]
    assert [index in step for index, step in zip(indices, searched, strict=True)] == [True] * 3
    # The prerequisites there are, and the series that were looked up.
    scanned = [step for step in planning.steps if step.startswith("SCAN")]
    assert scanned == ["SCAN q", "SCAN s"]


def test_the_sections_there_are_are_read_from_an_index_alone(planning: Planning) -> None:
    sections(planning)
    assert [step for step in planning.steps if "COVERING INDEX" not in step] == []


def test_what_was_left_out_is_looked_up_from_the_last_plans(library: Store) -> None:
    planning = Planning(library, answers=True)
    neglected(planning, TODAY, 5)
    searched = " ".join(step for step in planning.steps if step.startswith("SEARCH"))
    for index in ("ix_resource_due", "autoindex_plan_1 (study_date", "ix_planned_visit_plan"):
        assert index in searched, "\n".join(planning.steps)


def test_what_is_counted_is_counted_from_an_index(library: Store) -> None:
    planning = Planning(library, answers=True)
    counts(planning, TODAY)
    due_load.next_due(planning, TODAY)
    assert len(planning.steps) >= 5
    assert [step for step in planning.steps if step.startswith("SCAN r")] == []


def test_so_are_the_days_among_which_a_due_date_is_chosen_where_very_much_is_due(
    planning: Planning, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due_load, "MANY_DUE", -1)
    spans = [(TODAY, TODAY + timedelta(days=365)), (TODAY, TODAY + timedelta(days=9))]
    due_load.about(planning, spans, Pace(), besides=1)
    searched = [step for step in planning.steps if "SEARCH" in step]
    assert ["COVERING INDEX ix_resource_due" in step for step in searched] == [True] * 2
    assert [step for step in planning.steps if step.startswith("SCAN")] == []


def test_one_resource_and_its_log_are_looked_up(planning: Planning) -> None:
    resources.by_id(planning, 1)
    log.reviews(planning, 1)
    assert [step for step in planning.steps if step.startswith("SCAN")] == []


def test_what_the_reminders_ask_each_minute_is_looked_up(planning: Planning) -> None:
    reminders.delivered(planning, TODAY)
    reminders.delivered(planning, TODAY, "desk")
    reminders.last_snooze(planning, NOW)
    assert {step.split()[1] for step in planning.steps if "SEARCH" in step} == {
        "reminder",
        "snooze",
    }
    assert [step for step in planning.steps if step.startswith("SCAN")] == []


def test_what_was_unlocked_is_looked_up_from_the_readings_of_the_last_days(
    tmp_path: Path,
) -> None:
    """Not from what is still unread, which is nearly all: that took half a second a minute."""
    listed = catalog(*(entry(f"Part {part}", series="S", part=part) for part in (1, 2)))
    library = make_library(f"sqlite:///{tmp_path / 'series.db'}", listed)
    with library.store as store:
        grade(library, titled(library, "Part 1"), Grade(Rating.GOOD, TODAY))
        planning = Planning(store, answers=True)
        assert len(day.unlocked(planning, TODAY)) == 1
    indices = ["ix_review_day", "INTEGER PRIMARY KEY"]
    indices += ["ix_sitting_day", "INTEGER PRIMARY KEY", "ix_resource_series"]
    searched = [step for step in planning.steps if step.startswith("SEARCH")]
    assert [index in step for index, step in zip(indices, searched, strict=True)] == [True] * 5
    assert [step for step in planning.steps if step.startswith("SCAN")] == []


def test_what_was_sent_last_walks_through_what_was_sent_alone(planning: Planning) -> None:
    reminders.last_sent(planning, NOW)
    assert [step for step in planning.steps if step.startswith("SCAN")] == ["SCAN reminder"]


def test_a_list_is_compared_with_what_it_names_and_not_with_the_whole_library(
    library: Store,
) -> None:
    planning = Planning(library, answers=True)
    in_library(planning, 1, [entry("New"), entry("Two", "https://example.org/Resource-2")])
    lists.numbers(planning, ["https://example.org/Resource-2"])
    lists.identities(planning, 1)
    lists.ticked_elsewhere(planning, 1, [1, 2])
    places.moved(planning, 1)
    assert len(planning.steps) >= 15
    # What is edited by hand is walked through, and nothing else.
    scanned = {step for step in planning.steps if step.startswith("SCAN")}
    assert scanned == {"SCAN resource USING INDEX ix_resource_edited"}


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Values | None]]:
    """The statements that write, as they are carried out."""
    told: list[tuple[str, Values | None]] = []
    execute = SqliteConnection.execute

    def tell(connection: SqliteConnection, sql: str, values: Values | None = None) -> int:
        told.append((sql, values))
        return execute(connection, sql, values)

    monkeypatch.setattr(SqliteConnection, "execute", tell)
    return told


def steps_of(library: Store, writes: list[tuple[str, Values | None]]) -> list[str]:
    with closing(sqlite3.connect(str(library.location.path))) as light:
        plans = [light.execute(f"EXPLAIN QUERY PLAN {sql}", values or {}) for sql, values in writes]
        return [row[3] for plan in plans for row in plan]


def test_what_the_reminders_write_is_looked_up_first(
    library: Store, written: list[tuple[str, Values | None]]
) -> None:
    slot = Claim("digest", "2026-03-02@09:00")
    reminders.claim(library, slot, "me", NOW)
    reminders.release(library, slot, "me")
    reminders.mark_sent(library, slot, "me", "dbus", NOW)
    reminders.snooze(library, NOW, NOW)
    writes = [one for one in written if one[0].startswith(("INSERT", "DELETE"))]
    assert len(writes) == 4
    assert [step.split()[0] for step in steps_of(library, writes)] == ["SEARCH"]


def test_undo_looks_the_reviews_of_an_action_up_and_walks_through_no_log(
    tmp_path: Path, written: list[tuple[str, Values | None]]
) -> None:
    library = make_library(f"sqlite:///{tmp_path / 'one.db'}", catalog(entry("A")))
    with library.store as store:
        grade(library, titled(library, "A"), Grade(Rating.GOOD, TODAY))
        written.clear()
        undo(library)
        steps = steps_of(store, [one for one in written if one[0].startswith("UPDATE review")])
    indices = ["ix_review_void (void_by=?)", "ix_review_action (action_id=?)"]
    assert [index in step for index, step in zip(indices, steps, strict=True)] == [True, True]


def test_a_walk_through_the_library_would_be_seen(planning: Planning) -> None:
    resources.listed(planning, resources.Filter(text="a title"))
    assert [step for step in planning.steps if step.startswith("SCAN")] != []


def test_what_waited_on_past_days_is_looked_up_day_by_day_and_no_log_is_walked_through(
    planning: Planning,
) -> None:
    statistics.overdue(planning, TODAY, [3])
    searched = [step for step in planning.steps if step.startswith("SEARCH")]
    assert searched
    assert [step for step in searched if "ix_review_late" not in step] == []
    # The days that were found are walked through, and nothing else.
    assert {step for step in planning.steps if step.startswith("SCAN")} == {"SCAN days"}
