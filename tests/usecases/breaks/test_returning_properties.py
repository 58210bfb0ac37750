"""After any break, a return loses nothing, fits the days, and keeps the priorities."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.calendar.budget import write_weekdays
from recall.domain.library.card import Rating
from recall.domain.library.resource import PRIORITIES
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables import day as of_day
from recall.storage.tables.due_load import planned
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.returning import plan_return
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.undoing import undo
from testing.databases.tables import Dump, dump, living
from testing.libraries.factories import (
    NOW,
    TODAY,
    catalog,
    entries,
    everything,
    make_library,
    titled,
)
from testing.libraries.planned_days import revisits
from testing.libraries.returning import later, taken_up

HISTORY = ("action", "change", "pause")
"""Tables in which a return leaves something."""

READ = 12


def days(number: int) -> timedelta:
    return timedelta(days=number)


class Away(NamedTuple):
    """A library left alone for a number of days: cards, minutes a day, and perhaps a reading.

    Of each card: the days from TODAY to when it is due, its priority, and minutes to read it.
    """

    cards: list[tuple[int, str, int]]
    usual: int
    weekdays: dict[int, int]
    days: int
    has_unread: bool


CARD = st.tuples(st.integers(-20, 150), st.sampled_from(PRIORITIES), st.integers(1, 200))
AWAY = st.builds(
    Away,
    st.lists(CARD, min_size=READ, max_size=READ),
    st.integers(0, 40),
    st.dictionaries(st.integers(0, 6), st.integers(0, 30)),
    st.integers(1, 90),
    st.booleans(),
)


@pytest.fixture(scope="module")
def away_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve resources are read, four of them graded with their times; it is copied, not used."""
    path = tmp_path_factory.mktemp("away") / "library.db"
    made = make_library(f"sqlite:///{path}", catalog(*entries(READ + 1, read=READ)))
    with made.store:
        for number, rating in enumerate(Rating, 1):
            given = Grade(rating, TODAY, minutes=4 * number)
            grade(made, titled(made, f"Resource {number}"), given)
    return path


@contextmanager
def left(away_file: Path, away: Away) -> Iterator[Context]:
    """The library, paused, on the day of the return."""
    with TemporaryDirectory() as folder:
        path = copy(away_file, Path(folder) / "library.db")
        with closing(sqlite3.connect(path)) as database, database:
            for number, (due, priority, minutes) in enumerate(away.cards, 1):
                day = (TODAY + days(due)).isoformat()
                database.execute(
                    "UPDATE resource SET due = ?, priority = ?, minutes = ? WHERE id = ?",
                    (day, priority, minutes, number),
                )
            if not away.has_unread:
                database.execute("UPDATE resource SET status = 'archived' WHERE status = 'unread'")
        weekdays = write_weekdays(away.weekdays)
        minutes_a_day = Settings(daily_minutes=away.usual, weekday_minutes=weekdays)
        with Store(f"sqlite:///{path}") as store:
            leaving = Context(store, minutes_a_day, NOW)
            pause(leaving, None, None)
            yield later(leaving, away.days)


def unmoved(state: Dump) -> Dump:
    """All but the history and what a return is to change: pauses, and where revisits stand."""
    kept = {name: table for name, table in state.items() if name not in HISTORY}
    moved = {"due": None, "postponed_from": None}
    kept["resource"] = {number: row | moved for number, row in state["resource"].items()}
    return kept


@pytest.mark.slow
@given(AWAY)
@settings(max_examples=25)
def test_a_return_loses_nothing_and_undo_brings_every_row_back(away_file: Path, away: Away) -> None:
    with left(away_file, away) as back:
        before = dump(back.store)
        plan = taken_up(back)
        after = dump(back.store)
        assert unmoved(after) == unmoved(before), "memories and the log are as they were"
        moved = {move.resource.id: move.due for move in plan.moves}
        for number, was in before["resource"].items():
            row = after["resource"][number]
            stands = row["due"], row["postponed_from"]
            if number in moved:
                assert stands == (moved[number].isoformat(), was["due"])
            else:
                assert stands == (was["due"], None)
        assert not moved or {moved[number] for number in revisits(today(back))} <= {back.today}
        undo(back)
        assert living(dump(back.store)) == living(before)
        assert dump(back.store)["pause"] == before["pause"]


@pytest.mark.slow
@given(AWAY)
@settings(max_examples=25)
def test_a_return_gives_all_that_waits_a_day_that_holds_it(away_file: Path, away: Away) -> None:
    with left(away_file, away) as back:
        due = [one.id for one in everything(back) if one.card.due and one.card.due <= back.today]
        pace, horizon = pace_of(back.store, back.today), back.today + days(1000)
        load = planned(back.store, back.today + days(1), horizon, pace)
        plan = plan_return(back)
        if not plan.moves:
            waiting = [
                pace.planned(one).revisit_minutes for one in of_day.due(back.store, back.today)
            ]
            assert sum(waiting) <= back.week.on(back.today)
            return
        assert sorted(move.resource.id for move in plan.moves) == due
        assert all(move.due >= back.today for move in plan.moves)
        for on, (number, minutes) in plan.days().items():
            alone = number == 1 and (on not in load or not back.week.has_minutes)
            assert alone or load.get(on, 0) + minutes <= back.week.on(on)
            assert back.week.on(on) or not back.week.has_minutes


@pytest.mark.slow
@given(AWAY)
@settings(max_examples=25)
def test_on_return_what_has_priority_waits_for_nothing_that_has_less_and_takes_as_long(
    away_file: Path, away: Away
) -> None:
    with left(away_file, away) as back:
        moves = plan_return(back).moves
        ranks = [PRIORITIES.index(move.resource.priority) for move in moves]
        assert ranks == sorted(ranks)
        for minutes in {move.resource.revisit_minutes for move in moves}:
            dues = [move.due for move in moves if move.resource.revisit_minutes == minutes]
            assert dues == sorted(dues)
