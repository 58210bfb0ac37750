"""An export of an older revision comes in as its library would have been brought up."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from recall.domain.library.export import ExportProblem, LibraryRows, Value
from recall.storage.database import migrate
from recall.storage.database.columns import TABLES
from recall.storage.database.version import HEAD
from recall.storage.tables.whole.faults import check
from recall.storage.tables.whole.older import brought_up
from testing.libraries.exported import changed, exported, lived_in

SEED = 5
OLD = 6
"""A revision without `joined_into`."""

Columns = dict[str, set[str]]
"""The columns of a revision, by table."""


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> Columns:
    path = tmp_path_factory.mktemp("old") / "library.db"
    migrate.create(f"sqlite:///{path}", lambda _: None, f"{OLD:04d}")
    with closing(sqlite3.connect(path)) as made:
        return {
            name: {row[1] for row in made.execute(f'PRAGMA table_info("{name}")')}
            for name in TABLES
        }


def only(library: LibraryRows, columns: Columns) -> dict[str, list[dict[str, Value]]]:
    """Return the rows with these columns, of tables that have any."""
    return {
        name: [{key: one for key, one in row.items() if key in columns[name]} for row in rows]
        for name, rows in library.tables.items()
        if columns[name]
    }


@pytest.fixture(scope="module")
def library() -> LibraryRows:
    with lived_in(SEED) as context:
        return exported(context)


@pytest.fixture(scope="module")
def old(library: LibraryRows, columns: Columns) -> LibraryRows:
    return library._replace(revision=OLD, tables=only(library, columns))


def test_what_is_of_the_present_revision_stays(library: LibraryRows) -> None:
    assert brought_up(library) is library


def test_what_is_of_an_older_one_goes_through_the_migrations(
    old: LibraryRows, columns: Columns
) -> None:
    found = brought_up(old)
    assert only(found, columns) == old.tables
    assert (found.revision, found.at) == (HEAD, old.at)
    check(found)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("tables.zoo", [], "tables: unknown key 'zoo'"),
        (
            "tables.resource.2.titel",
            "x",
            r"tables.resource\[2\]: its keys are not right at 'titel'",
        ),
        ("tables.resource.2.title", "gone", r"tables.resource\[2\]: its keys are not right at"),
        ("tables.resource.2.title", [], "tables: they are not those of revision 6"),
        ("tables.resource.2.id", 1, "tables: they are not those of revision 6"),
    ],
)
def test_what_is_damaged_is_named(old: LibraryRows, path: str, value: Any, said: str) -> None:
    with pytest.raises(ExportProblem, match=said):
        brought_up(changed(old, path, value))
