"""Reading the logs and the history."""

from datetime import timedelta

from recall.domain.library.card import Rating
from recall.domain.library.review import Sitting
from recall.storage.tables.log import (
    all_reviews,
    done_since,
    has_action,
    history,
    last_action,
    last_sittings,
    reviews,
    sittings,
)
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, titled

TOMORROW = TODAY + timedelta(1)


def give(context: Context, title: str, rating: Rating, days: int = 0) -> None:
    later = at(context, NOW + timedelta(days))
    grade(later, titled(context, title), Grade(rating, TODAY + timedelta(days), 4, "a note"))


def test_a_review_is_read_with_the_state_before_and_after(library: Context) -> None:
    give(library, "Resource 1", Rating.GOOD)
    give(library, "Resource 1", Rating.AGAIN, days=1)
    first, second = reviews(library.store, 1)
    assert (first.id, first.resource_id, first.parameters_id) == (1, 1, 1)
    assert first.rating is Rating.GOOD
    assert (first.study_date, first.reviewed_at) == (TODAY, "2026-03-02T01:30:00Z")
    assert (first.minutes, first.planned_minutes, first.note) == (4, 5, "a note")
    assert (first.elapsed, first.retrievability, first.stability_before) == (None, None, None)
    assert (second.stability_before, second.difficulty_before) == (
        first.stability,
        first.difficulty,
    )
    assert (second.elapsed, second.due_before) == (1, first.due)
    assert (first.desired_retention, first.maximum_interval, first.source) == (0.9, 365, "grade")


def test_a_void_review_is_left_out(library: Context) -> None:
    give(library, "Resource 1", Rating.GOOD)
    give(library, "Resource 1", Rating.EASY)
    assert [review.rating for review in reviews(library.store, 1)] == [Rating.EASY]
    assert [review.rating for review in all_reviews(library.store)[1]] == [Rating.EASY]


def test_the_whole_log_is_read_by_resource(library: Context) -> None:
    give(library, "Resource 1", Rating.GOOD)
    give(library, "Resource 2", Rating.GOOD)
    give(library, "Resource 1", Rating.HARD, days=1)
    give(library, "Resource 2", Rating.EASY)
    log = all_reviews(library.store)
    assert [one.rating for one in log[1]] == [Rating.GOOD, Rating.HARD]
    assert [one.rating for one in log[2]] == [Rating.EASY]
    assert set(log) == {1, 2}


def test_sittings_are_read_without_those_taken_back(library: Context) -> None:
    for minutes in (7, 9):
        sit(library, titled(library, "Resource 3"), Grade(Rating.GOOD, TODAY, minutes, "half"))
    assert sittings(library.store, 3) == [
        Sitting(1, 3, TODAY, 7, "half"),
        Sitting(2, 3, TODAY, 9, "half"),
    ]
    undo(library)
    assert [sitting.minutes for sitting in sittings(library.store, 3)] == [7]
    assert sittings(library.store, 1) == []


def test_a_sitting_is_read_with_its_place_and_how_far_it_came(library: Context) -> None:
    given = Grade(Rating.GOOD, TODAY, 7)
    sit(library, titled(library, "Resource 3"), given, stopped_at="page 9", percent=50)
    (found,) = sittings(library.store, 3)
    assert found == Sitting(1, 3, TODAY, 7, None, progress=10, stopped_at="page 9")


def test_the_last_sitting_of_each_is_read_without_those_taken_back(library: Context) -> None:
    for title, on, minutes in (
        ("Resource 3", TOMORROW, 5),
        ("Resource 3", TODAY, 6),
        ("Resource 4", TODAY, 7),
        ("Resource 4", TODAY, 8),
        ("Resource 4", TOMORROW, 9),
        ("Resource 5", TODAY, 9),
    ):
        sit(library, titled(library, title), Grade(Rating.GOOD, on, minutes))
    undo(library)
    undo(library)
    last = last_sittings(library.store, [1, 3, 4, 5])
    assert {number: one.minutes for number, one in last.items()} == {3: 5, 4: 8}
    assert last_sittings(library.store, []) == {}


def test_the_history_has_the_newest_first(library: Context) -> None:
    give(library, "Resource 1", Rating.GOOD)
    give(library, "Resource 2", Rating.GOOD)
    undo(library)
    kinds = [(one.kind, one.resource_id, one.undone) for one in history(library.store, 3)]
    assert kinds == [("undo", 2, False), ("grade", 2, True), ("grade", 1, False)]
    assert len(history(library.store, 1)) == 1


def test_the_last_action_is_the_newest_that_is_not_taken_back(library: Context) -> None:
    assert last_action(library.store) is None
    give(library, "Resource 1", Rating.GOOD)
    give(library, "Resource 2", Rating.GOOD)
    undo(library)
    last = last_action(library.store)
    assert last is not None
    assert (last.resource_id, last.study_date) == (1, TODAY)


def test_what_was_done_to_a_resource_since_an_action_is_found(library: Context) -> None:
    give(library, "Resource 1", Rating.GOOD)
    (before,) = history(library.store, 1)
    assert done_since(library.store, 1, before.id) is None
    give(library, "Resource 2", Rating.GOOD)
    assert done_since(library.store, 1, before.id) is None
    give(library, "Resource 1", Rating.AGAIN)
    found = done_since(library.store, 1, before.id)
    assert found is not None
    assert (found.kind, found.summary[:5]) == ("grade", "again")
    undo(library)
    found = done_since(library.store, 1, before.id)
    assert found is not None
    assert found.kind == "undo"


def test_an_action_is_found_by_its_moment_kind_and_resource(library: Context) -> None:
    give(library, "Resource 1", Rating.GOOD)
    kinds = ("read", "grade")
    assert has_action(library.store, 1, kinds, NOW)
    assert not has_action(library.store, 1, kinds, NOW + timedelta(seconds=1))
    assert not has_action(library.store, 1, ("later",), NOW)
    assert not has_action(library.store, 2, kinds, NOW)
    undo(library)
    assert has_action(library.store, 1, kinds, NOW)
