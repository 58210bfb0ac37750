"""Rows whose resource was deleted by hand are found by table, and taken out."""

import sqlite3
from contextlib import closing

from recall.storage.actions import begin
from recall.storage.store import Store
from recall.storage.tables.faults.lost_rows import counted, drop, lost_rows
from testing.databases import postgres
from testing.libraries.factories import NOW, TODAY

BY_HAND = (
    "INSERT INTO prerequisite (resource_id, after_id) VALUES (3, 99)",
    "INSERT INTO prerequisite (resource_id, after_id) VALUES (99, 3)",
    "INSERT INTO place (resource_id, list_id, ordinal, section, title) VALUES (99, 1, 1, '', '')",
)


def test_lost_rows_are_counted_and_taken_out(
    sqlite_library_url: str, postgres_library_url: str
) -> None:
    with closing(sqlite3.connect(sqlite_library_url.removeprefix("sqlite:///"))) as connection:
        connection.executescript(";".join(BY_HAND))
    postgres.run(
        postgres_library_url, f"SET session_replication_role = replica; {'; '.join(BY_HAND)}"
    )
    for url in (sqlite_library_url, postgres_library_url):
        with Store(url) as store:
            lost = lost_rows(store)
            assert counted(lost) == {
                "a place of no resource": 1,
                "a prerequisite of no resource": 2,
            }
            with begin(store, "mend", NOW, TODAY) as action:
                drop(action, lost)
            assert lost_rows(store) == {}
