"""Damage to the file, and rows that contradict each other, are told in sentences."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.storage.integrity import problems
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, sit
from recall.usecases.resources.changing import Edit, edit
from testing.databases import postgres
from testing.libraries.factories import TODAY, titled

CONTRADICTIONS: dict[str, str | tuple[str, ...]] = {
    "DELETE FROM place WHERE id < 3": "a resource that stands in no list: 2",
    "UPDATE resource SET due = NULL WHERE id = 1": "a resource read but never due: 1",
    "UPDATE resource SET due = '2026-01-01' WHERE id = 3": "a resource unread but due: 1",
    "UPDATE resource SET stability = 1 WHERE id = 3": "a memory that is only half there: 1",
    "UPDATE resource SET difficulty = 1 WHERE id = 3": "a memory that is only half there: 1",
    "UPDATE resource SET once = true WHERE id < 4": (
        "a resource that is to have no revisits, but is due: 2",
        "a resource that is to have no revisits, but is not read: 1",
    ),
    "UPDATE resource SET minutes_read = 9 WHERE id = 3": (
        "a resource whose minutes read are not those of its sittings: 1"
    ),
    "UPDATE resource SET joined_into = 99 WHERE id = 3": (
        "a resource that was joined into one that there is not: 1"
    ),
    "UPDATE resource SET priority = 'urgent' WHERE id < 3": "a priority that there is not: 2",
    "UPDATE place SET mark = 'done' WHERE id < 3": "a mark of a box that there is not: 2",
    "INSERT INTO section_rule (section, turn) VALUES ('A', 'soon')": (
        "a turn of a section that there is not: 1"
    ),
    "INSERT INTO link_check (resource_id, url, checked_at, outcome, reason, failures) "
    "VALUES (1, 'https://a.example', '2026-03-02T01:30:00Z', 'dead', '', 0)": (
        "an outcome of a link check that there is not: 1"
    ),
    "INSERT INTO link_check (resource_id, url, checked_at, outcome, reason, failures) "
    "VALUES (1, 'https://a.example', '2026-03-02T01:30:00Z', 'gone', '', 2)": (
        "a link that is gone after too few failures: 1"
    ),
    "INSERT INTO review (resource_id, action_id, parameters_id, rating, study_date, reviewed_at, "
    "planned_minutes, stability, difficulty, interval, due, desired_retention, maximum_interval, "
    "source) SELECT 1, 1, 1, 3, '2026-01-01', '', 1, 1, 1, 1, '2026-01-02', 0.9, 9, 'x' "
    "FROM resource WHERE id < 3": "two valid reviews of one resource on one study day: 1",
}


def test_a_new_library_is_sound(library: Context) -> None:
    assert problems(library.store) == []


@pytest.mark.parametrize(("sql", "sentence"), CONTRADICTIONS.items())
def test_a_contradiction_is_told_and_counted(
    library: Context, sql: str, sentence: str | tuple[str, ...]
) -> None:
    with library.store.transaction() as connection:
        connection.execute(sql)
    assert problems(library.store) == ([sentence] if isinstance(sentence, str) else [*sentence])


def test_sittings_count_with_what_they_covered(library: Context) -> None:
    given = Grade(Rating.GOOD, TODAY, 7)
    sit(library, titled(library, "Resource 3"), given)
    sit(library, titled(library, "Resource 3"), given, percent=90)
    assert problems(library.store) == []


def test_what_is_read_once_is_sound_without_a_due_date(library: Context) -> None:
    edit(library, "1", Edit(once=True))
    assert problems(library.store) == []


ORPHANS = {
    "INSERT INTO prerequisite (resource_id, after_id) VALUES (3, 99)": (
        "a prerequisite of no resource: 1",
        "prerequisite",
        "resource",
    ),
    "INSERT INTO place (resource_id, list_id, ordinal, section, title) VALUES (99, 1, 1, '', '')": (
        "a place of no resource: 1",
        "place",
        "resource",
    ),
    "INSERT INTO review (resource_id, action_id, parameters_id, rating, study_date, reviewed_at, "
    "planned_minutes, stability, difficulty, interval, due, desired_retention, maximum_interval, "
    "source) VALUES (99, 1, 1, 3, '2026-01-01', '', 1, 1, 1, 1, '2026-01-02', 0.9, 9, 'x')": (
        "a review of no resource: 1",
        "review",
        "resource",
    ),
    "INSERT INTO kept_text (resource_id, kept_at, text) VALUES (99, '', 'x')": (
        "a kept text of no resource: 1",
        "kept_text",
        "resource",
    ),
}


@pytest.mark.parametrize("sql", ORPHANS)
def test_a_row_that_points_nowhere_is_told(
    sqlite_library_url: str, postgres_library_url: str, sql: str
) -> None:
    sentence, table, missing = ORPHANS[sql]
    with closing(sqlite3.connect(sqlite_library_url.removeprefix("sqlite:///"))) as connection:
        connection.execute(sql)
        connection.commit()
    postgres.run(postgres_library_url, f"SET session_replication_role = replica; {sql}")
    with Store(sqlite_library_url) as store:
        assert problems(store) == [f"a row of {table} points at a missing row of {missing}"]
    with Store(postgres_library_url) as store:
        assert problems(store) == [sentence]


UNREADABLE = {
    "UPDATE resource SET stability = 'much' WHERE id < 3": ("resource.stability", 2),
    "UPDATE resource SET stability = 9e999 WHERE id = 1": ("resource.stability", 1),
    "UPDATE resource SET due = 'soon' WHERE id = 1": ("resource.due", 1),
    "UPDATE resource SET due = '2026-02-30' WHERE id = 1": ("resource.due", 1),
    "UPDATE resource SET due = 20260302 WHERE id = 1": ("resource.due", 1),
    "UPDATE resource SET reviews = 'two' WHERE id = 1": ("resource.reviews", 1),
    "UPDATE resource SET minutes = 2.5 WHERE id = 1": ("resource.minutes", 1),
    "UPDATE resource SET gone = 'no' WHERE id = 1": ("resource.gone", 1),
    "UPDATE resource SET title = x'00ff' WHERE id = 1": ("resource.title", 1),
    "UPDATE parameters SET log_loss = 'low'": ("parameters.log_loss", 1),
    "INSERT INTO kept_text (resource_id, kept_at, text) VALUES (1, '', 'x')": ("kept_text.text", 1),
}


@pytest.mark.parametrize("sql", UNREADABLE)
def test_a_value_of_another_type_is_told(sqlite_library_url: str, sql: str) -> None:
    """PostgreSQL refuses to store it."""
    with closing(sqlite3.connect(sqlite_library_url.removeprefix("sqlite:///"))) as connection:
        connection.execute(sql)
        connection.commit()
    where, rows = UNREADABLE[sql]
    with Store(sqlite_library_url) as store:
        assert problems(store) == [f"{where} holds what cannot be read; rows: {rows}"]


def test_a_damaged_file_is_told_and_nothing_more(sqlite_library_url: str) -> None:
    path = Path(sqlite_library_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_place_resource'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute("DELETE FROM place")
        connection.commit()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = bytes([10]) + bytes(size - 1)
    path.write_bytes(data)
    with Store(sqlite_library_url) as store:
        found = problems(store)
    assert found
    assert all(one.startswith("the file is damaged: ") for one in found)
