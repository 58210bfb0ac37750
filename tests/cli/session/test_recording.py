"""The time of a visit: recorded as it is, asked about, or left as planned."""

import pytest

from recall.domain.day.plan import PlannedVisit
from recall.domain.library.card import Rating
from recall.errors import StorageError
from recall.settings.table import Settings
from recall.storage.tables.log import reviews, sittings
from recall.usecases.context import Context
from recall.usecases.planning.today import progress_today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.session.session import Session
from recall.usecases.undoing import undo
from testing.commands.session import Meanwhile, Pass, play
from testing.libraries.factories import catalog, entries, entry, make_library, titled

REVISIT = "l "
"""Puts the reading last and shows the first revisit: two minutes on the clock, planned 5."""

THERE = Settings(time_zone="Asia/Shanghai")


@pytest.mark.parametrize(
    ("keys", "answers", "said", "minutes"),
    [
        ((REVISIT, "ooo3"), (), "good → ", 5),
        ((REVISIT, Pass(12), "3"), (), "· 14 min · u undoes", 14),
        (
            (REVISIT, Pass(57), "3"),
            ("",),
            "59 min on the clock, planned 5. Minutes? [59]",
            59,
        ),
        ((REVISIT, Pass(57), "3"), ("20",), "· 20 min · u undoes", 20),
        (
            (REVISIT, Pass(1, asleep=90), "3"),
            ("",),
            "3 min on the clock, and the computer slept 90 min, planned 5. Minutes? [3]",
            3,
        ),
        (
            (REVISIT, Pass(500), "3"),
            ("",),
            "502 min on the clock, planned 5. Minutes? [5]",
            5,
        ),
    ],
)
def test_the_time_of_a_revisit_is_recorded_and_asked_about_if_it_may_be_wrong(
    context: Context,
    keys: tuple[str | Pass, ...],
    answers: tuple[str, ...],
    said: str,
    minutes: int,
) -> None:
    assert said in " ".join(play(context, *keys, answers=answers).split())
    assert [review.minutes for review in reviews(context.store, 1)] == [minutes]


def test_a_grade_that_replaces_one_of_the_same_day_says_so(context: Context) -> None:
    replaced = "in place of today's earlier grade"
    visits = [PlannedVisit(1, "revisit", 5, "not due yet")]
    assert replaced not in play(context, " 3", visits=visits)
    said = play(context, " 2", visits=visits)  # or both at once, in two terminals
    assert replaced in " ".join(said.split())
    assert [review.rating.name for review in reviews(context.store, 1)][-1:] == ["HARD"]


def test_a_visit_graded_elsewhere_meanwhile_is_told_before_it_is_graded_again(
    context: Context,
) -> None:
    def graded_elsewhere() -> None:
        grade(context, "1", Grade(Rating.AGAIN, context.today, minutes=30))

    said = " ".join(play(context, REVISIT, Meanwhile(graded_elsewhere), "3").split())
    assert "Something was done to it elsewhere meanwhile: grade, again, next 2026-03-" in said
    assert "Nothing was recorded here. Press the key again if it still holds." in said
    assert [review.rating.name for review in reviews(context.store, 1)] == ["AGAIN"]
    undo(context)
    visits = [PlannedVisit(1, "revisit", 5, "due today")]
    said = " ".join(play(context, " ", Meanwhile(graded_elsewhere), "33", visits=visits).split())
    assert "in place of today's earlier grade" in said
    assert [review.rating.name for review in reviews(context.store, 1)] == ["GOOD"]


def test_what_was_undone_elsewhere_meanwhile_is_told_too(context: Context) -> None:
    visits = [PlannedVisit(1, "revisit", 5, "not due yet")]
    grade(context, "1", Grade(Rating.GOOD, context.today))
    said = play(context, " ", Meanwhile(lambda: undo(context)), "3", visits=visits)
    assert "elsewhere meanwhile: undo, grade: good" in " ".join(said.split())
    assert reviews(context.store, 1) == []


@pytest.mark.parametrize("answer", ["many", "0", "1441", "-5"])
def test_a_time_that_cannot_be_is_asked_for_again(context: Context, answer: str) -> None:
    said = play(context, REVISIT, Pass(57), "3", answers=(answer, "7"))
    assert f"minutes cannot be '{answer}'" in " ".join(said.split())
    (review,) = reviews(context.store, 1)
    assert (review.rating.name, review.minutes) == ("GOOD", 7)


def test_a_time_that_is_not_given_records_nothing(context: Context) -> None:
    play(context, REVISIT, Pass(57), "34", answers=(None, "7"))
    (review,) = reviews(context.store, 1)
    assert (review.rating.name, review.minutes) == ("EASY", 7)


@pytest.mark.parametrize(
    ("keys", "answers", "minutes"),
    [
        ((" 3",), (), None),
        (("d3",), (), None),
        ((" ", Pass(30), "3"), (), 32),
        ((" ", Pass(59), "3"), ("",), 61),
    ],
)
def test_a_reading_that_was_only_graded_counts_as_planned(
    context: Context,
    keys: tuple[str | Pass, ...],
    answers: tuple[str, ...],
    minutes: int | None,
) -> None:
    said = play(context, *keys, answers=answers)
    (review,) = reviews(context.store, 3)
    assert (review.minutes, review.planned_minutes) == (minutes, 20)
    assert ("no time recorded, 20 min as planned" in said) == (minutes is None)


@pytest.mark.parametrize(
    ("passed", "answer", "question", "minutes"),
    [
        (Pass(0), "", "Minutes of this sitting? [20]", 20),
        (Pass(10), "", "Minutes of this sitting? [11]", 11),
        (Pass(10), "25", "Minutes of this sitting? [11]", 25),
        (Pass(80), "", "81 min on the clock, planned 20. Minutes? [81]", 81),
    ],
)
def test_a_sitting_is_always_asked_about(
    context: Context, passed: Pass, answer: str, question: str, minutes: int
) -> None:
    said = play(context, passed, "b", answers=(answer, ""))
    assert question in said
    assert f"one sitting · {minutes} min · u undoes" in said
    (sitting,) = sittings(context.store, 3)
    assert (sitting.minutes, sitting.stopped_at, sitting.progress) == (minutes, None, None)


@pytest.mark.parametrize(
    ("place", "stopped_at", "progress"),
    [
        ("chapter 3", "chapter 3", None),
        ("40", "40", None),
        ("40%", None, 8),
        ("４０ ％", None, 8),
        ("about 40%", "about 40%", None),
    ],
)
def test_a_sitting_keeps_where_it_stopped(
    context: Context, place: str, stopped_at: str | None, progress: int | None
) -> None:
    play(context, "b", answers=("", place))
    (sitting,) = sittings(context.store, 3)
    assert (sitting.stopped_at, sitting.progress) == (stopped_at, progress)


@pytest.mark.parametrize(
    ("minutes", "keys", "graded"),
    [
        (100, "d3", 0),
        (100, "d33", 1),
        (100, "d3?4", 1),
        (100, "d3b", 0),
        (100, "x", 0),
        (45, "d3", 1),
    ],
)
def test_a_grade_asks_once_more_if_a_sitting_is_only_a_small_part_of_what_is_left(
    sqlite_url: str, minutes: int, keys: str, graded: int
) -> None:
    context = make_library(sqlite_url, catalog(entry("Long", minutes=minutes)), settings=THERE)
    with context.store:
        said = " ".join(play(context, keys, answers=("5", "")).split())
        assert len(reviews(context.store, 1)) == graded
    asked = "a grade says that all of it is read; 100 min are left. Press it again, or b"
    assert (asked in said) == (minutes == 100 and "3" in keys)


def test_what_comes_back_after_later_asks_once_more_again(sqlite_url: str) -> None:
    listed = catalog(entry("Long", minutes=100), *entries(1, read=1))
    context = make_library(sqlite_url, listed, settings=THERE)
    with context.store:
        said = " ".join(play(context, "d3lzd3").split())
        assert said.count("a grade says that all of it is read") == 2
        assert reviews(context.store, 1) == []


def test_a_reading_that_was_finished_elsewhere_takes_no_longer_than_its_sitting(
    sqlite_url: str,
) -> None:
    context = make_library(sqlite_url, catalog(entry("Long", minutes=100)), settings=THERE)
    with context.store:
        sitting = progress_today(context).left[0].visit.minutes
        said = play(context, "d33")
        assert f"no time recorded, {sitting} min as planned" in " ".join(said.split())
        assert progress_today(context).spent_minutes == sitting


def test_what_is_read_once_takes_no_longer_than_its_sitting(sqlite_url: str) -> None:
    context = make_library(sqlite_url, catalog(entry("Long", minutes=100)), settings=THERE)
    with context.store:
        sitting = progress_today(context).left[0].visit.minutes
        said = play(context, "x")
        assert f"no time recorded, {sitting} min as planned" in " ".join(said.split())
        assert [one.minutes for one in sittings(context.store, 1)] == [sitting]


@pytest.mark.parametrize("place", [None, "100%", "900%"])
def test_a_sitting_without_an_answer_or_to_the_end_is_not_recorded(
    context: Context, place: str | None
) -> None:
    said = play(context, "b", answers=("", place))
    assert ("nothing was recorded" if place is None else "it is finished") in said
    assert sittings(context.store, 3) == []


@pytest.mark.parametrize(
    ("keys", "answers", "minutes"),
    [(("x",), (), 20), ((" ", Pass(10), "x"), (), 12), ((Pass(60), "x"), ("9",), 9)],
)
def test_a_reading_can_be_read_once_without_revisits(
    context: Context, keys: tuple[str | Pass, ...], answers: tuple[str, ...], minutes: int
) -> None:
    said = play(context, *keys, answers=answers)
    assert "3 Resource 3: read, no revisits" in said
    after = titled(context, "Resource 3")
    assert (after.status, after.once, after.card.due) == ("read", True, None)
    assert [sitting.minutes for sitting in sittings(context.store, 3)] == [minutes]
    assert [one.visit.resource_id for one in progress_today(context).left] == [1, 2]


def test_a_revisit_cannot_be_read_once(context: Context) -> None:
    assert "it is read already; 'recall edit 1 --once'" in play(context, "lx")


def test_time_goes_on_where_it_was_when_a_resource_is_brought_back(context: Context) -> None:
    play(context, REVISIT, "y3yyyu2")
    assert [review.minutes for review in reviews(context.store, 1)] == [4], (
        "nothing of the other one"
    )


def test_a_database_error_is_told_and_the_grade_can_be_given_again(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    grade, tried = Session.grade, []

    def busy_at_first(*arguments: object, **named: object) -> object:
        tried.append(arguments)
        if len(tried) == 1:
            raise StorageError("the library is busy; try again")
        # They are passed on as they came.
        return grade(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "grade", busy_at_first)
    assert "the library is busy" in play(context, REVISIT, "33")
    assert len(reviews(context.store, 1)) == 1
