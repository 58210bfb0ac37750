"""Tables, indexes and columns that are missing are named."""

import pytest

from recall.storage.database.schema_check import make_again, remakable, schema_faults
from recall.usecases.context import Context

SPOILED = {
    "ALTER TABLE pause ADD COLUMN odd TEXT": "the table pause has not the columns that it had: odd",
    "DROP TABLE pause": "the table pause is missing",
    "DROP INDEX ix_review_day": "the index ix_review_day is missing",
    "DROP TRIGGER review_no_delete": "the trigger review_no_delete is missing",
}


@pytest.mark.parametrize("statement", SPOILED)
def test_what_is_missing_is_named(sqlite_library: Context, statement: str) -> None:
    with sqlite_library.store.transaction() as connection:
        assert list(schema_faults(connection)) == []
        connection.execute(statement)
        assert SPOILED[statement] in list(schema_faults(connection))
        make_again(connection, remakable(connection))
        holds_data = " TABLE " in statement
        assert bool(list(schema_faults(connection))) == holds_data
