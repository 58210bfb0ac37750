"""All rows of all tables go out and come back, on both databases."""

from collections.abc import Iterator

import pytest

from recall.errors import StorageError
from recall.storage.actions import alone, begin
from recall.storage.database.columns import TABLES, names
from recall.storage.tables.whole import rows as whole
from recall.usecases.context import Context
from testing.libraries.exported import exported, lived_in
from testing.libraries.factories import NOW, TODAY, make_library

SEED = 5


@pytest.fixture
def anywhere(database_url: str) -> Iterator[Context]:
    """A library with nothing in it, on each kind of database."""
    context = make_library(database_url)
    with context.store:
        yield context


def test_every_column_of_every_row_goes_out(library: Context) -> None:
    found = whole.everything(library.store, NOW)
    assert found.tables.keys() == TABLES.keys()
    for table, rows in found.tables.items():
        assert all(tuple(row) == names(table) for row in rows)
    assert len(found.tables["resource"]) == 6


DERIVED: frozenset[str] = frozenset()
"""Tables that are not exported, because recall makes them of the others."""

OF_THE_DATABASE = {"alembic_version"}
"""Tables that hold nothing of a person."""


def test_every_table_is_exported_or_named_as_derived(library: Context) -> None:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    if library.store.location.path is None:
        sql = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    there = {str(name) for (name,) in library.store.rows(sql)} - OF_THE_DATABASE
    exported_tables = set(whole.everything(library.store, NOW).tables)
    assert there == exported_tables | DERIVED
    assert not exported_tables & DERIVED


def test_a_library_with_a_list_is_in_use(library: Context) -> None:
    assert whole.is_in_use(library.store)


def test_an_empty_library_is_not_in_use(anywhere: Context) -> None:
    assert not whole.is_in_use(anywhere.store)


def test_rows_come_back_the_same_and_no_id_is_given_again(anywhere: Context) -> None:
    with lived_in(SEED) as context:
        library = exported(context)
    with alone(anywhere.store) as connection:
        whole.bring_back(connection, library)
    assert whole.everything(anywhere.store, context.now) == library
    changes = library.tables["change"]
    named = [int(str(row["row_id"])) for row in changes if row["table_name"] == "prerequisite"]
    there = [int(str(row["id"])) for row in library.tables["prerequisite"]]
    row = {"resource_id": 1, "after_id": 2}
    with begin(anywhere.store, "edit", NOW, TODAY) as action:
        (number,) = action.insert("prerequisite", [row])
    assert number == max([0, *named, *there]) + 1


def test_ids_of_rows_that_are_gone_are_not_given_again(anywhere: Context) -> None:
    with begin(anywhere.store, "pause", NOW, TODAY) as action:
        action.insert("pause", [{"first": TODAY}])
    with begin(anywhere.store, "resume", NOW, TODAY) as action:
        action.delete("pause", [1])
    library = whole.everything(anywhere.store, NOW)
    with alone(anywhere.store) as connection:
        whole.bring_back(connection, library)
    with begin(anywhere.store, "pause", NOW, TODAY) as action:
        assert action.insert("pause", [{"first": TODAY}]) == [2]


def test_a_damaged_row_is_one_sentence(sqlite_library: Context) -> None:
    with alone(sqlite_library.store) as connection:
        connection.execute("UPDATE resource SET note = x'00' WHERE id = 2")
    with pytest.raises(StorageError, match="a row of resource cannot be read; 'recall doctor'"):
        whole.everything(sqlite_library.store, NOW)
