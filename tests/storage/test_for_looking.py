"""A library that is opened to look at it refuses every change, on each kind of database."""

import pytest

from recall.errors import StorageError
from recall.usecases.context import Context


def test_a_library_that_is_looked_at_can_be_read_and_not_changed(library: Context) -> None:
    with library.store.for_looking() as looking:
        assert looking.rows("SELECT count(*) FROM resource") == [(6,)]
        with pytest.raises(StorageError, match="nothing was changed"), looking.transaction():
            pytest.fail("a transaction was begun")


def test_the_library_itself_can_still_be_changed(library: Context) -> None:
    library.store.for_looking().close()
    with library.store.transaction() as connection:
        assert connection.execute("UPDATE resource SET note = 'x' WHERE id = 1") == 1
