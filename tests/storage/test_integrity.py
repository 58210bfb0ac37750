"""Damage to the file, and rows that contradict each other, are told in sentences."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.storage import integrity
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, sit
from recall.usecases.resources.changing import Edit, edit
from testing.databases import postgres
from testing.libraries.factories import TODAY, titled

CONTRADICTIONS: dict[str, str | tuple[str, ...]] = {
    "DELETE FROM place WHERE id < 3": "resource 1, status: it stands in no list",
    "UPDATE resource SET due = NULL WHERE id = 1": "resource 1, due: it is read, but never due",
    "UPDATE resource SET due = '2026-01-01' WHERE id = 3": "resource 3, due: it is unread, but due",
    "UPDATE resource SET stability = 1 WHERE id = 3": "resource 3, stability: its mem",
    "UPDATE resource SET difficulty = 1 WHERE id = 3": "resource 3, stability: its mem",
    "UPDATE resource SET once = true WHERE id < 4": (
        "resource 1, due: it is to have no revisits, but is due",
        "resource 3, once: it is to have no revisits, but is not read",
    ),
    "UPDATE resource SET minutes_read = 9 WHERE id = 3": (
        "resource 3, minutes_read: its minutes read are not those of its sittings"
    ),
    "UPDATE resource SET joined_into = 99 WHERE id = 3": (
        "resource 3, joined_into: there is no resource 99"
    ),
    "UPDATE resource SET priority = 'urgent' WHERE id < 3": "resource 1, priority: 'urgent' ",
    "UPDATE place SET mark = 'done' WHERE id < 3": "place 1, mark: 'done' is not one",
    "INSERT INTO section_rule (section, turn) VALUES ('A', 'soon')": (
        "section_rule 1, turn: 'soon' is not one of first, normal, later, hold"
    ),
    "INSERT INTO link_check (resource_id, url, checked_at, outcome, reason, failures) "
    "VALUES (1, 'https://a.example', '2026-03-02T01:30:00Z', 'dead', '', 0)": (
        "link_check 1, outcome: 'dead' is not one of "
    ),
    "INSERT INTO link_check (resource_id, url, checked_at, outcome, reason, failures) "
    "VALUES (1, 'https://a.example', '2026-03-02T01:30:00Z', 'gone', '', 2)": (
        "link_check 1, outcome: it is gone after too few failures"
    ),
}


def problems(store: Store) -> list[str]:
    return [fault.sentence for fault in integrity.faults(store, TODAY)]


def test_a_new_library_is_sound(library: Context) -> None:
    assert problems(library.store) == []


@pytest.mark.parametrize(("sql", "sentence"), CONTRADICTIONS.items())
def test_a_contradiction_is_told_with_its_row(
    library: Context, sql: str, sentence: str | tuple[str, ...]
) -> None:
    with library.store.transaction() as connection:
        connection.execute(sql)
    told = problems(library.store)
    for one in [sentence] if isinstance(sentence, str) else sentence:
        assert any(said.startswith(one) for said in told), told


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
        "prerequisite 1, after_id: there is no resource 99"
    ),
    "INSERT INTO place (resource_id, list_id, ordinal, section, title) VALUES (99, 1, 1, '', '')": (
        "place 7, resource_id: there is no resource 99"
    ),
    "UPDATE action SET undone_by = 77": "action 1, undone_by: there is no action 77",
    "UPDATE change SET action_id = 77 WHERE id = 1": "change 1, action_id: there is no action 77",
}


@pytest.mark.parametrize("sql", ORPHANS)
def test_a_row_that_points_nowhere_is_told(
    sqlite_library_url: str, postgres_library_url: str, sql: str
) -> None:
    with closing(sqlite3.connect(sqlite_library_url.removeprefix("sqlite:///"))) as connection:
        connection.execute(sql)
        connection.commit()
    postgres.run(postgres_library_url, f"SET session_replication_role = replica; {sql}")
    for url in (sqlite_library_url, postgres_library_url):
        with Store(url) as store:
            assert problems(store) == [ORPHANS[sql]]


UNREADABLE = {
    "UPDATE resource SET stability = 'much' WHERE id = 1": "resource 1, stability: 'much' is not",
    "UPDATE resource SET stability = 9e999 WHERE id = 1": "resource 1, stability: ",
    "UPDATE resource SET due = 'soon' WHERE id = 1": "resource 1, due: 'soon' is not what belongs",
    "UPDATE resource SET due = '2026-02-30' WHERE id = 1": "resource 1, due: '2026-02-30'",
    "UPDATE resource SET due = 20260302 WHERE id = 1": "resource 1, due: '20260302'",
    "UPDATE resource SET reviews = 'two' WHERE id = 1": "resource 1, reviews: 'two'",
    "UPDATE resource SET minutes = 2.5 WHERE id = 1": "resource 1, minutes: 2.5",
    "UPDATE resource SET gone = 'no' WHERE id = 1": "resource 1, gone: 'no'",
    "UPDATE resource SET title = x'00ff' WHERE id = 1": "resource 1, title: ",
    "UPDATE resource SET title = CAST(x'61ff' AS TEXT) WHERE id = 1": (
        "resource 1, title: 'a\ufffd' holds bytes that are not text"
    ),
    "UPDATE parameters SET log_loss = 'low'": "parameters 1, log_loss: 'low'",
    "UPDATE resource SET kind = ''": "resource 1, kind: '' is not one of article, paper",
}


@pytest.mark.parametrize("sql", UNREADABLE)
def test_a_value_that_its_column_may_not_have_is_told(sqlite_library_url: str, sql: str) -> None:
    """PostgreSQL refuses to store most of them."""
    with closing(sqlite3.connect(sqlite_library_url.removeprefix("sqlite:///"))) as connection:
        connection.execute(sql)
        connection.commit()
    with Store(sqlite_library_url) as store:
        assert problems(store)[0].startswith(UNREADABLE[sql])


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
        found = integrity.problems(store)
    assert found
    assert all(one.startswith("the file is damaged: ") for one in found)


def test_a_file_of_another_version_of_sqlite_is_told(sqlite_library_url: str) -> None:
    path = Path(sqlite_library_url.removeprefix("sqlite:///"))
    data = path.read_bytes()
    path.write_bytes(data[:18] + b"\x09" + data[19:])
    with Store(sqlite_library_url) as store:
        (told,) = integrity.file_damage(store)
    assert told == "the file is damaged: its header says that it has version 9 of the format"


def test_a_second_name_of_the_file_is_told(sqlite_library_url: str) -> None:
    path = Path(sqlite_library_url.removeprefix("sqlite:///"))
    with Store(sqlite_library_url) as store:
        assert integrity.second_names(store) == []
        second = path.with_name(f"{path.stem}-2026-03-02.db")
        second.hardlink_to(path)
        (told,) = integrity.second_names(store)
    assert told.startswith(f"its file has a second name, {second}, ")


def test_a_library_on_a_server_has_no_file(postgres_library: Context) -> None:
    assert integrity.second_names(postgres_library.store) == []
    assert integrity.remade(postgres_library.store) == []


def test_others_may_write_between_two_tables(
    postgres_library: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On SQLite they wait for the reader."""
    store, read = postgres_library.store, postgres_library.store.rows

    def meanwhile(sql: str, values: object = None) -> list[tuple[object, ...]]:
        found = read(sql, values)  # type: ignore[arg-type]
        if 'FROM "action"' in sql:
            with Store(str(store.location.url).replace("+psycopg", "")) as other:
                edit(postgres_library._replace(store=other), "1", Edit(title="Another"))
        return found

    monkeypatch.setattr(store, "rows", meanwhile)
    assert problems(store) == []
