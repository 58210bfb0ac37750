"""The return from a pause: everything that waited is spread over days within their minutes."""

import sqlite3
from collections.abc import Callable, Iterator
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
from recall.domain.calendar.pauses import Pause
from recall.domain.library.card import Rating
from recall.domain.library.resource import PRIORITIES
from recall.errors import RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables import day as of_day
from recall.storage.tables.due_load import planned
from recall.storage.tables.log import all_reviews
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.returning import Return, come_back, plan_return
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, postpone
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.factories import NOW, TODAY, catalog, entries, everything, make_library, titled
from testing.planned_days import revisits
from testing.tables import Dump, dump, living

HISTORY = ("action", "change", "pause")
"""Tables in which a return leaves something."""


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Thirty resources are read; their first revisits, 10 minutes each, are over weeks to come."""
    made = make_library(sqlite_url, catalog(*entries(30, read=30, minutes=40)))
    with made.store:
        yield made._replace(settings=made.settings._replace(daily_minutes=40))


def later(context: Context, number: int) -> Context:
    return context._replace(now=context.now + days(number))


def taken_up(context: Context) -> Return:
    """What is planned, carried out."""
    shown = plan_return(context)
    come_back(context, shown)
    return shown


@pytest.mark.slow
def test_on_return_what_waits_is_spread_within_the_minutes(context: Context) -> None:
    grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, TODAY))
    log = all_reviews(context.store)
    pause(context, None, None)
    back = later(context, 60)
    waiting = {one.resource.id for one in plan_return(back).moves}
    assert len(waiting) == 30

    done = taken_up(back)

    assert {one.resource.id for one in done.moves} == waiting
    assert all(minutes <= 40 for _, minutes in done.days().values())
    assert min(done.days()) == back.today
    assert today(back).pause is None
    assert revisits(today(back))
    assert all_reviews(context.store) == log
    assert not doctor(back)
    seen: set[int] = set()
    for day in range(len(done.days())):
        on = later(back, day)
        for number in revisits(today(on)):
            seen.add(number)
            grade(on, str(number), Grade(Rating.EASY, on.today))
    assert seen == waiting


def test_what_is_spent_already_counts_for_the_day_of_the_return(context: Context) -> None:
    back = later(context, 60)
    assert plan_return(back).days()[back.today] == (4, 40)
    for number in revisits(today(back))[:2]:
        grade(back, str(number), Grade(Rating.EASY, back.today, minutes=15))
    assert plan_return(back).days()[back.today] == (1, 10)


def test_on_return_the_plan_is_what_is_done_then_what_is_to_do_then_what_moved(
    context: Context,
) -> None:
    back = later(context, 30)
    before = [one.visit.resource_id for one in today(back).progress.visits]
    postpone(back, str(before[0]), back.today + days(1))
    grade(back, str(before[1]), Grade(Rating.GOOD, back.today, 10))
    come_back(back, plan_return(back))
    states = [one.state for one in today(back).progress.visits]
    assert states == ["done", "left", "left", "left", "struck"]


def test_on_return_what_comes_first_on_a_full_day_comes_first(context: Context) -> None:
    last = titled(context, "Resource 30")
    edit(context, last, Edit(priority="high"))
    edit(context, titled(context, "Resource 1"), Edit(priority="low"))
    edit(context, titled(context, "Resource 2"), Edit(minutes=20))
    back = later(context, 60)
    order = [one.resource.title for one in plan_return(back).moves]
    assert order[:2] == ["Resource 30", "Resource 2"], "then what costs least"
    assert order[-1] == "Resource 1"
    assert taken_up(back).moves[0].due == back.today


def test_a_revisit_that_is_longer_than_any_day_has_one_to_itself_within_a_week(
    context: Context,
) -> None:
    long = titled(context, "Resource 1")
    edit(context, long, Edit(minutes=400, priority="high"))
    back = later(context._replace(settings=context.settings._replace(daily_minutes=25)), 60)
    assert taken_up(back).moves[0].due == back.today
    assert [revisits(today(later(back, day))) == [long.id] for day in range(8)] == [
        *[False] * 6,
        *(True, False),
    ]


def test_the_return_leaves_half_the_day_to_readings_only_where_there_are_any(
    sqlite_url: str,
) -> None:
    made = make_library(sqlite_url, catalog(*entries(31, read=30, minutes=40)))
    with made.store:
        back = later(made._replace(settings=made.settings._replace(daily_minutes=40)), 60)
        pause(back, None, None)
        assert max(taken for _, taken in plan_return(back).days().values()) == 20
        archive(back, titled(back, "Resource 31"))
        assert max(taken for _, taken in plan_return(back).days().values()) == 40


def test_the_plan_is_what_is_kept_and_undoing_brings_everything_back(context: Context) -> None:
    pause(context, None, None)
    back = later(context, 60)
    before = dump(context.store)
    plan = plan_return(back)
    assert dump(context.store) == before
    come_back(back, plan)
    undo(back)
    assert living(dump(context.store)) == living(before)
    assert dump(context.store)["pause"] == before["pause"]
    undo(back)
    assert dump(context.store)["pause"] == {}


def graded(context: Context) -> None:
    grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, context.today))


def longer(context: Context) -> None:
    edit(context, titled(context, "Resource 1"), Edit(minutes=120))


def paused_otherwise(context: Context) -> None:
    pause(context, None, context.today + days(3))


def resumed(context: Context) -> None:
    taken_up(context)


@pytest.mark.parametrize("meanwhile", [graded, longer, paused_otherwise, resumed])
def test_a_plan_of_a_library_that_has_changed_since_it_was_shown_is_not_kept(
    context: Context, meanwhile: Callable[[Context], None]
) -> None:
    pause(context, None, None)
    back = later(context, 60)
    shown = plan_return(back)
    meanwhile(back)
    before = dump(context.store)
    with pytest.raises(RecallError, match="changed meanwhile; 'recall resume' makes a new plan"):
        come_back(back, shown)
    assert dump(context.store) == before


def test_the_return_leaves_planned_pauses_and_spreads_around_them(context: Context) -> None:
    back = later(context, 60)
    pause(context, None, None)
    pause(context, back.today + days(2), back.today + days(9))
    set_date_minutes(context, back.today + days(1), 0)
    plan = taken_up(back)
    assert plan.pause == Pause(TODAY, None, 1)
    assert sorted(plan.days()) == [back.today, *(back.today + days(9 + day) for day in range(7))]
    assert open_days(back.store, back).pauses == (
        Pause(back.today + days(2), back.today + days(9), 2),
    )


def test_a_return_to_a_day_that_holds_everything_moves_nothing(context: Context) -> None:
    roomy = context._replace(settings=context.settings._replace(daily_minutes=1000))
    pause(roomy, None, None)
    done = taken_up(later(roomy, 60))
    assert done.pause
    assert not done.moves
    assert len(revisits(today(later(roomy, 60)))) == 30


def test_without_a_pause_a_backlog_can_be_spread_too(context: Context) -> None:
    assert taken_up(later(context, 60)).moves


def test_without_a_pause_or_a_backlog_nothing_happens(context: Context) -> None:
    before = dump(context.store)
    assert taken_up(context).moves == ()
    assert dump(context.store) == before


READ = 12


class Away(NamedTuple):
    """What somebody leaves for so many days: cards, minutes a day, and something to read or not.

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
        moved = {one.resource.id: one.due for one in plan.moves}
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
        assert sorted(one.resource.id for one in plan.moves) == due
        assert all(one.due >= back.today for one in plan.moves)
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
        ranks = [PRIORITIES.index(one.resource.priority) for one in moves]
        assert ranks == sorted(ranks)
        for minutes in {one.resource.revisit_minutes for one in moves}:
            dues = [one.due for one in moves if one.resource.revisit_minutes == minutes]
            assert dues == sorted(dues)
