"""The session over a real library: what is stored at once, and what undo brings back."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.errors import BadInput, ChangedSince, RecallError
from recall.storage.tables.log import history, reviews, sittings
from recall.storage.tables.planning import plans
from recall.storage.tables.resources import by_id
from recall.usecases.changed import Changed
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources import changing, shelving
from recall.usecases.session.session import Session, SessionVisit, Stop
from testing.libraries.factories import TODAY, catalog, entries, make_library

TOMORROW = TODAY + timedelta(days=1)

Do = Callable[[Session, Context, SessionVisit], object]


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """A plan of two first readings (3 and 4, ten minutes each) and two revisits (1 and 2)."""
    made = make_library(sqlite_url, catalog(*entries(4, read=2, minutes=10)))
    with made.store:
        yield made


def ids(session: Session, context: Context) -> list[int]:
    return [one.visit.resource_id for one in session.left(context)]


def visit_of(session: Session, context: Context, number: int) -> SessionVisit:
    (planned,) = [one.visit for one in session.left(context) if one.visit.resource_id == number]
    return session.visit(context, planned)


def again(context: Context, number: int) -> Resource:
    found = by_id(context.store, number)
    assert found is not None
    return found


STEPS: dict[str, tuple[Do, int, list[int]]] = {
    "a grade": (lambda s, c, v: s.grade(c, v, Rating.GOOD, 3), 1, [3, 4, 2]),
    "a first reading": (lambda s, c, v: s.grade(c, v, Rating.EASY, None), 3, [4, 1, 2]),
    "a sitting": (lambda s, c, v: s.sit(c, v, 4), 3, [4, 1, 2]),
    "reading once": (lambda s, c, v: s.read_once(c, v, None), 3, [4, 1, 2]),
    "a question": (lambda s, c, v: s.ask(c, v, "Why?"), 1, [3, 4, 1, 2]),
    "postponing": (lambda s, c, v: s.postpone(c, v, TOMORROW), 1, [3, 4, 2]),
    "suspending": (lambda s, c, v: s.suspend(c, v), 4, [3, 1, 2]),
    "later": (lambda s, c, v: s.put_later(c, v), 3, [4, 1, 2, 3]),
    "not today": (lambda s, c, v: s.put_off(c, v), 1, [3, 4, 2]),
}
"""A step, the resource it is done to, and what is left after it."""


def test_it_goes_through_the_kept_plan_in_its_order(context: Context) -> None:
    assert ids(Session(context), context) == [3, 4, 1, 2]
    kept = plans.kept(context.store, TODAY)
    assert kept is not None
    assert [visit.resource_id for visit in kept.plan.visits] == [3, 4, 1, 2]


@pytest.mark.parametrize("name", STEPS)
def test_each_step_is_an_action_that_the_session_takes_back(context: Context, name: str) -> None:
    do, number, left = STEPS[name]
    session = Session(context)
    visit = visit_of(session, context, number)
    state, before = again(context, number), len(history(context.store, 100))
    do(session, context, visit)
    assert ids(session, context) == left
    assert len(history(context.store, 100)) == before + 1
    assert session.undo(context).visit == visit
    assert ids(session, context) == [3, 4, 1, 2]
    assert again(context, number) == state
    assert session.steps == []


def test_undo_goes_back_step_by_step_and_no_further_than_the_session(context: Context) -> None:
    changing.note(context, again(context, 1), "before the session")
    session = Session(context)
    for do, number, _ in STEPS.values():
        if number in ids(session, context):
            do(session, context, visit_of(session, context, number))
    for _ in list(session.steps):
        session.undo(context)
    assert ids(session, context) == [3, 4, 1, 2]
    with pytest.raises(RecallError, match="nothing was done in this session"):
        session.undo(context)
    assert again(context, 1).note == "before the session"


def test_a_grade_is_stored_at_once_with_its_minutes_and_the_note_that_waited(
    context: Context,
) -> None:
    session = Session(context)
    session.notes[1] = "the main point"
    session.grade(context, visit_of(session, context, 1), Rating.HARD, 7)
    (stored,) = reviews(context.store, 1)
    assert (stored.rating, stored.minutes, stored.note) == (Rating.HARD, 7, "the main point")
    assert (stored.source, stored.study_date) == ("grade", TODAY)
    assert again(context, 1).note == "the main point"
    assert session.notes == {}
    session.undo(context)
    assert session.notes == {1: "the main point"}, "it waits for the next grade"
    assert again(context, 1).note is None


def test_a_first_reading_is_graded_as_such_and_a_sitting_is_no_review(context: Context) -> None:
    session = Session(context)
    session.grade(context, visit_of(session, context, 3), Rating.GOOD, None)
    session.notes[4] = "half of it"
    session.sit(context, visit_of(session, context, 4), 4, Stop(stopped_at="page 9"))
    assert [(review.source, review.minutes) for review in reviews(context.store, 3)] == [
        ("read", None)
    ]
    assert reviews(context.store, 4) == []
    (sitting,) = sittings(context.store, 4)
    assert (sitting.minutes, sitting.note, sitting.stopped_at) == (4, "half of it", "page 9")
    assert again(context, 4).status == "reading"
    graded = session.graded(context)
    assert [(one.id, rating) for one, rating in graded] == [(3, Rating.GOOD)]


def test_undo_never_takes_back_what_was_done_elsewhere(context: Context) -> None:
    session = Session(context)
    session.grade(context, visit_of(session, context, 3), Rating.GOOD, 3)
    changing.note(context, again(context, 4), "from another terminal")
    with pytest.raises(RecallError, match="something else was done since"):
        session.undo(context)
    assert again(context, 4).note == "from another terminal"
    assert len(reviews(context.store, 3)) == len(session.steps) == 1


def test_what_is_done_elsewhere_at_the_same_moment_is_not_taken_for_the_step(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    suspend = shelving.suspend

    def together(context: Context, resource: Resource) -> Changed:
        done = suspend(context, resource)
        changing.note(context, again(context, 1), "from another terminal")
        return done

    monkeypatch.setattr(shelving, "suspend", together)
    session = Session(context)
    session.suspend(context, visit_of(session, context, 2))
    with pytest.raises(RecallError, match="something else was done since"):
        session.undo(context)
    assert again(context, 1).note == "from another terminal"


def test_what_is_done_elsewhere_is_not_asked_for_again(context: Context) -> None:
    session = Session(context)
    assert ids(session, context) == [3, 4, 1, 2]
    shelving.suspend(context, "3")
    shelving.postpone(context, "1", TOMORROW)
    assert ids(session, context) == [4, 2]


def test_what_cannot_be_done_leaves_the_visit_where_it_was(context: Context) -> None:
    session = Session(context)
    with pytest.raises(BadInput, match="only a revisit can be postponed"):
        session.postpone(context, visit_of(session, context, 3), TOMORROW)
    for number in (3, 4, 1):
        session.put_off(context, visit_of(session, context, number))
    with pytest.raises(BadInput, match="nothing else is left; z puts it off"):
        session.put_later(context, visit_of(session, context, 2))
    assert len(session.steps) == 3
    assert ids(session, context) == [2]


def test_notes_without_a_grade_are_kept_at_the_end(context: Context) -> None:
    session = Session(context)
    session.notes |= {1: "half a thought", 999: "of what is gone"}
    session.postpone(context, visit_of(session, context, 1), TOMORROW)
    assert [kept.note for kept in session.keep_notes(context)] == ["half a thought"]
    assert again(context, 1).note == "half a thought"
    assert session.keep_notes(context) == []


def test_what_was_done_elsewhere_to_a_visit_is_found_and_refuses_its_grade(
    context: Context,
) -> None:
    session = Session(context)
    visit = visit_of(session, context, 1)
    assert session.done_elsewhere(context, visit) is None
    grade(context, "1", Grade(Rating.HARD, TODAY))
    found = session.done_elsewhere(context, visit)
    assert found is not None
    assert found.kind == "grade"
    with pytest.raises(ChangedSince):
        session.grade(context, visit, Rating.GOOD, None)
    assert [review.rating for review in reviews(context.store, 1)] == [Rating.HARD]


def test_a_note_that_waits_does_not_take_the_place_of_a_newer_one(context: Context) -> None:
    session = Session(context)
    visit = visit_of(session, context, 3)
    session.notes[3] = "mine"
    changing.note(context, "3", "theirs")
    session.sit(context, visit, 4)
    assert again(context, 3).note == "theirs\n\nmine"
    session.undo(context)
    assert session.notes == {3: "mine"}
    session.keep_notes(context)
    assert again(context, 3).note == "theirs\n\nmine"
