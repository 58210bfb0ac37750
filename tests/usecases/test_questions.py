"""How much commands ask of the database: statements, all of them counted at the door.

Beside those counted here there are BEGIN and COMMIT, and on both connections the two PRAGMAs
that say whether this is a library of this program's revision.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from recall.domain.library.card import Rating
from recall.storage.database.connections import sqlite
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.personal import prepare
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit, note
from recall.usecases.resources.shelving import postpone
from recall.usecases.undoing import undo
from recall.views.day import NextView, day_view
from testing.libraries.factories import TODAY, at, titled

GOOD = Grade(Rating.GOOD, TODAY)


class Door:
    """What went through the door: each statement, and whether it was inside a transaction."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.statements: list[str] = []
        self.outside: list[str] = []
        self.transactions = 0
        self._is_inside = False
        for name in ("rows", "execute", "execute_many"):
            inner = getattr(sqlite.SqliteConnection, name)
            monkeypatch.setattr(sqlite.SqliteConnection, name, self._counting(inner))

    def _counting(self, inner: Callable[..., Any]) -> Callable[..., Any]:
        def run(connection: object, sql: str, *values: object) -> Any:
            self._note(sql)
            return inner(connection, sql, *values)

        return run

    def _note(self, sql: str) -> None:
        if sql.startswith("BEGIN"):
            self.transactions += 1
            self._is_inside = True
        elif sql == "COMMIT":
            self._is_inside = False
        else:
            self.statements.append(sql)
            if not self._is_inside:
                self.outside.append(sql)


@pytest.fixture
def library(sqlite_library: Context) -> Context:
    """The small library; one resource of it was graded twice, another one today."""
    grade(sqlite_library, titled(sqlite_library, "Resource 1"), GOOD)
    grade(sqlite_library, titled(sqlite_library, "Resource 2"), GOOD)
    return sqlite_library


@pytest.fixture
def door(library: Context, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    library.store.close()
    yield Door(monkeypatch)
    library.store.close()


def later(context: Context, days: int) -> Context:
    return at(context, context.now + timedelta(days=days))


def test_a_day_whose_plan_stands_asks_six_times_at_most(
    library: Context, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    today(library)
    library.store.close()
    for command in (lambda: day_view(library), lambda: NextView(day_view(library))):
        door.statements.clear()
        command()
        asked = [sql for sql in door.statements if not sql.startswith("PRAGMA")]
        assert 1 <= len(asked) <= 6, "\n".join(asked)


def test_the_first_command_of_a_day_writes_its_plan_in_one_transaction(
    library: Context, door: Door
) -> None:
    today(library)
    written = [sql.split()[2] for sql in door.statements if sql.startswith("INSERT")]
    assert written == ['"plan"', '"planned_visit"']
    assert door.transactions == 2, "one to read everything in the same state, one to write"


def prepared(context: Context, door: Door) -> None:
    """The mixture of the day is kept, as after `today`; without it a grade reads the log too."""
    prepare(context)
    context.store.close()
    door.statements.clear()
    door.transactions = 0
    door.outside.clear()


WAYS = {
    "by its ID": "3",
    "by a part of its title": "ource 3",
    "by its URL": "https://example.org/Resource-3",
}


@pytest.mark.parametrize("words", WAYS.values(), ids=WAYS)
def test_a_grade_asks_sixteen_times_at_most_in_one_transaction(
    library: Context, door: Door, words: str
) -> None:
    prepared(library, door)
    grade(library, words, GOOD)
    assert len(door.statements) <= 16
    assert (door.transactions, door.outside) == (1, [])


def test_a_revisit_asks_no_more(library: Context, door: Door) -> None:
    then = later(library, 9)
    prepared(then, door)
    grade(then, "1", Grade(Rating.HARD, then.today, minutes=4, note="kept"))
    assert len(door.statements) <= 15
    assert (door.transactions, door.outside) == (1, [])


def test_a_grade_in_place_of_todays_asks_once_more(library: Context, door: Door) -> None:
    prepared(library, door)
    grade(library, "1", Grade(Rating.AGAIN, TODAY))
    assert len(door.statements) <= 17
    assert (door.transactions, door.outside) == (1, [])


def test_what_is_graded_is_told_as_it_is_stored(library: Context) -> None:
    for number in ("1", "3", "5"):
        graded = grade(library, number, Grade(Rating.GOOD, TODAY, minutes=4, note="kept"))
        assert graded.resource == find(library.store, number)


OTHERS: dict[str, tuple[Callable[[Context], object], int]] = {
    "a sitting": (lambda context: sit(context, titled(context, "Resource 4"), GOOD), 14),
    "undo": (undo, 15),
    "edit": (lambda context: edit(context, "4", Edit(minutes=9, title="New")), 14),
    "note": (lambda context: note(context, "4", "a note"), 10),
    "postpone": (lambda context: postpone(context, "1", TODAY + timedelta(90)), 10),
}


@pytest.mark.parametrize("what", OTHERS)
def test_other_writes_ask_little(library: Context, door: Door, what: str) -> None:
    run, most = OTHERS[what]
    run(library)
    assert len(door.statements) <= most, "\n".join(door.statements)
    assert door.transactions == 1
