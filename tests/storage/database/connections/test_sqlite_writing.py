"""A transaction on a SQLite library that fails says why it failed, and not what came of it."""

import pytest

from recall.storage.database.connections.sqlite_writing import writing
from recall.storage.database.location import locate


def test_an_error_is_not_hidden_by_that_of_taking_it_back(sqlite_library_url: str) -> None:
    with pytest.raises(KeyError):
        fail_and_lose_the_file(sqlite_library_url)


def fail_and_lose_the_file(url: str) -> None:
    with writing(locate(url), timeout=1) as connection:
        connection.close()
        raise KeyError
