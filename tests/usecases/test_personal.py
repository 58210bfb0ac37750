"""The mixture of a day is the same if it is made again, after any actions and their undoing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.memory import mixture as mixtures
from recall.domain.memory.mixture import AVERAGE, Mixture, to_text
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
from recall.errors import RecallError, StorageError
from recall.storage import actions
from recall.storage.tables import day_mixture, log
from recall.usecases.context import Context
from recall.usecases.memory.rescheduling import plan, reschedule
from recall.usecases.personal import mixture_from_log, mixture_of, person_today, prepare
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.joining import join
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library, titled
from testing.libraries.other_parameters import adopt


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a person be known from the first revisit on; the logs here are short."""
    monkeypatch.setattr(mixtures, "LEAST_REVISITS", 1)


@pytest.fixture
def context(database_url: str) -> Iterator[Context]:
    """Six resources, of which the first three are graded on the first day and six days later."""
    made = make_library(database_url, catalog(*entries(6)))
    with made.store:
        for days in (0, 6):
            for number in (1, 2, 3):
                graded(made, number, days, Rating.GOOD)
        yield made


def graded(context: Context, number: int, days: int, rating: Rating) -> None:
    day = later(context, days)
    grade(day, titled(day, f"Resource {number}"), Grade(rating, day.today))


def later(context: Context, days: int) -> Context:
    return at(context, NOW + timedelta(days=days))


def agrees(context: Context) -> Mixture:
    """What a grade of today would use is what the log before today makes."""
    made = mixture_from_log(context.store, context.today, DEFAULT_WEIGHTS)
    assert mixture_of(context.store, context.today, DEFAULT_WEIGHTS) == made
    return made


def test_a_day_knows_the_days_before_it_and_not_itself(context: Context) -> None:
    assert agrees(later(context, 6)) == AVERAGE
    known = agrees(later(context, 7))
    assert known.quick > known.slow > 0
    graded(context, 1, 7, Rating.AGAIN)
    assert agrees(later(context, 7)) == known
    assert agrees(later(context, 8)).quick < known.quick


def test_it_is_kept_once_a_day_and_read_by_grades(context: Context) -> None:
    day = later(context, 9)
    assert day_mixture.kept(day.store, day.today) is None
    prepare(day)
    known = day_mixture.kept(day.store, day.today)
    assert known == agrees(day)
    rows = day.store.rows("SELECT id, action_id FROM day_mixture")
    graded(context, 1, 9, Rating.HARD)
    prepare(day)
    assert day.store.rows("SELECT id, action_id FROM day_mixture") == rows
    review = log.reviews(day.store, titled(day, "Resource 1").id)[-1]
    assert review.mixture == to_text(known or AVERAGE)
    prepare(later(context, 10))
    assert len(day.store.rows("SELECT id FROM day_mixture")) == 1
    assert doctor(day) == []


def test_a_kept_one_that_is_damaged_is_made_again(context: Context) -> None:
    day = later(context, 9)
    prepare(day)
    known = agrees(day)
    for text in ("nan 0 0 0 0", "1 2 3", "x"):
        with day.store.transaction() as connection:
            connection.execute(f"UPDATE day_mixture SET mixture = '{text}'")
        assert agrees(day) == known


def test_other_parameters_have_a_mixture_of_their_own(context: Context) -> None:
    day = later(context, 9)
    prepare(day)
    assert adopt(day) == 2
    assert day_mixture.kept(day.store, day.today) is None
    undo(day)
    assert day_mixture.kept(day.store, day.today) == agrees(day)


def test_a_damaged_log_leaves_grades_to_the_average(context: Context) -> None:
    path = context.store.location.path
    if path is None:
        pytest.skip("its triggers are SQLite's")
    with closing(sqlite3.connect(str(path))) as connection, connection:
        connection.execute("DROP TRIGGER review_no_update")
        connection.execute("UPDATE review SET retrievability = NULL")
    day = later(context, 9)
    assert agrees(day) == AVERAGE
    assert person_today(day) is None
    graded(context, 4, 9, Rating.GOOD)


def test_a_library_that_is_written_to_keeps_nothing_and_says_nothing(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise StorageError("the library is busy")

    monkeypatch.setattr(actions, "alone", busy)
    prepare(later(context, 9))
    assert context.store.rows("SELECT * FROM day_mixture") == []


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("grade"), st.integers(1, 6), st.integers(0, 3), st.sampled_from(Rating)),
        st.tuples(st.just("undo"), st.integers(1, 3), st.just(0), st.just(Rating.GOOD)),
        st.tuples(st.just("join"), st.integers(1, 6), st.integers(1, 6), st.just(Rating.GOOD)),
        st.tuples(st.just("prepare"), st.just(0), st.just(0), st.just(Rating.GOOD)),
        st.tuples(st.just("day"), st.just(0), st.integers(1, 5), st.just(Rating.GOOD)),
    ),
    max_size=14,
)


def act(context: Context, one: tuple[str, int, int, Rating]) -> Context:
    """Do something; return the context, on a later day if that is what was done."""
    what, number, other, rating = one
    try:
        if what == "grade":
            day = context.today - timedelta(other)
            grade(context, str(number), Grade(rating, max(day, TODAY)))
        elif what == "undo":
            for _ in range(number):
                undo(context)
        elif what == "join":
            join(context, str(number), str(other))
        elif what == "prepare":
            prepare(context)
        else:
            return context._replace(now=context.now + timedelta(days=other))
    except RecallError:
        pass
    return context


@given(ACTS)
@settings(max_examples=25, deadline=None)
def test_whatever_is_done_and_undone_every_way_to_it_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int, int, Rating]]
) -> None:
    path = tmp_path_factory.mktemp("acts") / "library.db"
    made = make_library(f"sqlite:///{path}", catalog(*entries(6)))
    with made.store:
        day = made
        for number in (1, 2, 3):
            graded(made, number, 0, Rating.GOOD)
        for one in acts:
            day = act(day, one)
            agrees(day)
        assert doctor(day) == []


def test_dates_that_stand_move_only_by_rescheduling(context: Context) -> None:
    for days in range(12, 60, 6):
        for number in (1, 2, 3):
            graded(context, number, days, Rating.GOOD)
    day = later(context, 60)
    before = {number: titled(day, f"Resource {number}").card for number in (1, 2, 3)}
    graded(context, 4, 60, Rating.GOOD)
    prepare(day)
    assert {n: titled(day, f"Resource {n}").card for n in (1, 2, 3)} == before
    shown = plan(day)
    moved = {move.resource.id for move in shown.moves}
    assert shown.memories.keys() == moved
    reschedule(day, shown)
    assert doctor(day) == []
    assert plan(day).moves == ()
    undo(day)
    assert {n: titled(day, f"Resource {n}").card for n in (1, 2, 3)} == before


def test_the_moment_of_a_kept_mixture_is_an_action(context: Context) -> None:
    prepare(later(context, 9))
    ((seen,),) = context.store.rows("SELECT action_id FROM day_mixture")
    assert seen == day_mixture.last_action(context.store)
