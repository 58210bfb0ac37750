"""The log as a fit reads it: without what is void, in the order it was written."""

import sqlite3
from contextlib import closing

import pytest

from recall.domain.library.card import Rating
from recall.domain.memory.rated_log import Rated
from recall.errors import RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables.results.ratings import ratings
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, titled


def test_the_ratings_that_count_are_read(library: Context) -> None:
    assert ratings(library.store) == []
    one, two = titled(library, "Resource 1"), titled(library, "Resource 2")
    grade(library, one, Grade(Rating.HARD, TODAY))
    grade(library, one, Grade(Rating.GOOD, TODAY))
    grade(library, two, Grade(Rating.AGAIN, TODAY))
    grade(library, two, Grade(Rating.EASY, TODAY))
    undo(library)
    assert ratings(library.store) == [
        Rated(one.id, TODAY, Rating.GOOD, None, None),
        Rated(two.id, TODAY, Rating.AGAIN, None, None),
    ]


@pytest.mark.parametrize("change", ["rating = 7", "study_date = 'soon'", "retrievability = 'much'"])
def test_an_unreadable_row_is_told_in_one_line(sqlite_library_url: str, change: str) -> None:
    path = sqlite_library_url.removeprefix("sqlite:///")
    with Store(sqlite_library_url) as store:
        context = Context(store, Settings(), NOW)
        grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, TODAY))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in connection.execute(names).fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(f"UPDATE review SET {change}")
    with Store(sqlite_library_url) as store, pytest.raises(RecallError, match="is damaged: it hol"):
        ratings(store)
