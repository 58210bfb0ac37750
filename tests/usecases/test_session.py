"""The session over a real library: the order, what is stored at once, and what undo brings back."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from recall.domain.day.visit import Visit
from recall.domain.library.card import Card, Rating
from recall.domain.library.resource import Planned, Resource
from recall.errors import BadInput, RecallError
from recall.settings.table import Settings
from recall.storage.tables.log import history, reviews, sittings
from recall.storage.tables.resources import by_id
from recall.usecases.context import Context
from recall.usecases.resources import changing, shelving
from recall.usecases.session import Session, ahead, measured
from testing.factories import NOW, TODAY, ZONE, at, catalog, entries, entry, make_library

TOMORROW = TODAY + timedelta(days=1)
MINUTE = 60


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Two revisits due (Resource 1 and 2) and two first readings (3 and 4), ten minutes each."""
    made = make_library(sqlite_url, catalog(*entries(4, read=2, minutes=10)))
    with made.store:
        yield made


def titles(session: Session, context: Context) -> list[str]:
    return [visit.resource.title[-1] for visit in session.waiting(context)]


def first(session: Session, context: Context) -> Visit:
    return session.waiting(context)[0]


def again(context: Context, visit: Visit) -> Resource:
    found = by_id(context.store, visit.resource.id)
    assert found is not None
    return found


def test_revisits_come_first_and_then_the_first_readings(context: Context) -> None:
    assert titles(Session(context), context) == ["1", "2", "3", "4"]


def test_a_grade_is_stored_at_once_with_its_minutes_and_the_note_that_waited(
    context: Context,
) -> None:
    session = Session(context)
    visit = first(session, context)
    session.notes[visit.resource.id] = "the main point"
    session.grade(context, visit, Rating.HARD, 7)
    (stored,) = reviews(context.store, visit.resource.id)
    assert (stored.rating, stored.minutes, stored.note) == (Rating.HARD, 7, "the main point")
    assert (stored.source, stored.study_date) == ("grade", TODAY)
    assert again(context, visit).note == "the main point"
    assert session.notes == {}
    assert titles(session, context) == ["2", "3", "4"]


def test_a_first_reading_is_graded_as_one(context: Context) -> None:
    session = Session(context)
    visit = session.waiting(context)[2]
    session.grade(context, visit, Rating.GOOD, None)
    (stored,) = reviews(context.store, visit.resource.id)
    assert (stored.source, stored.minutes) == ("read", None)
    assert session.steps[-1].minutes == visit.minutes, "what is not recorded counts as planned"


def test_a_sitting_is_no_review_and_does_not_come_again_in_the_session(context: Context) -> None:
    session = Session(context)
    visit = session.waiting(context)[2]
    read = session.sit(context, visit, 4)
    assert (read.status, read.minutes_read) == ("reading", 4)
    assert reviews(context.store, read.id) == []
    assert titles(session, context) == ["1", "2", "4"]
    session.undo(context)
    assert sittings(context.store, read.id) == []
    assert again(context, visit).status == "unread"


def test_a_skip_leaves_no_record_and_undo_brings_it_back(context: Context) -> None:
    session = Session(context)
    before = history(context.store, 10)
    session.skip(session.waiting(context)[2])
    assert titles(session, context) == ["1", "2", "4"]
    session.undo(context)
    assert titles(session, context) == ["3", "1", "2", "4"]
    assert history(context.store, 10) == before


def test_undo_brings_the_resource_and_its_note_back_as_the_current_one(context: Context) -> None:
    session = Session(context)
    visit = first(session, context)
    session.notes[visit.resource.id] = "typed"
    session.grade(context, visit, Rating.EASY, 3)
    session.undo(context)
    assert titles(session, context) == ["1", "2", "3", "4"]
    back = first(session, context)
    assert (back.minutes, back.resource.card) == (visit.minutes, visit.resource.card)
    assert reviews(context.store, visit.resource.id) == []
    assert session.notes == {visit.resource.id: "typed"}
    session.grade(context, first(session, context), Rating.HARD, 3)
    assert titles(session, context) == ["2", "3", "4"]
    assert [step.rating for step in session.steps] == [Rating.HARD]


def test_undo_goes_back_step_by_step_and_no_further_than_the_session(context: Context) -> None:
    session = Session(context)
    one = first(session, context)
    session.postpone(context, one, TOMORROW)
    two = first(session, context)
    session.suspend(context, two)
    assert titles(session, context) == ["3", "4"]
    session.undo(context)
    assert again(context, two).status == "read"
    session.undo(context)
    assert again(context, one).card.due == TODAY
    with pytest.raises(RecallError, match="nothing was done in this session"):
        session.undo(context)


def test_undo_never_takes_back_what_was_done_elsewhere(context: Context) -> None:
    session = Session(context)
    visit = first(session, context)
    session.grade(context, visit, Rating.GOOD, 3)
    other = session.waiting(context)[1]
    changing.note(context, other.resource, "from another terminal")
    with pytest.raises(RecallError, match="something else was done since"):
        session.undo(context)
    assert again(context, other).note == "from another terminal"
    assert len(reviews(context.store, visit.resource.id)) == 1
    assert titles(session, context)[0] == "2"


def test_what_is_done_elsewhere_at_the_same_moment_is_not_taken_for_the_step(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(context)
    visit, other = session.waiting(context)[:2]
    suspend = shelving.suspend

    def together(context: Context, resource: Resource) -> Resource:
        done = suspend(context, resource)
        changing.note(context, other.resource, "from another terminal")
        return done

    monkeypatch.setattr(shelving, "suspend", together)
    session.suspend(context, visit)
    with pytest.raises(RecallError, match="something else was done since"):
        session.undo(context)
    assert again(context, other).note == "from another terminal"


def test_what_cannot_be_done_leaves_the_visit_where_it_was(context: Context) -> None:
    session = Session(context)
    reading = session.waiting(context)[2]
    with pytest.raises(BadInput, match="only a revisit can be postponed"):
        session.postpone(context, reading, TOMORROW)
    assert session.steps == []


def test_notes_without_a_grade_are_kept_at_the_end(context: Context) -> None:
    session = Session(context)
    visit = first(session, context)
    session.notes[visit.resource.id] = "half a thought"
    session.postpone(context, visit, TOMORROW)
    assert [kept.note for kept in session.keep_notes(context)] == ["half a thought"]
    assert again(context, visit).note == "half a thought"
    assert session.keep_notes(context) == []


def test_past_four_in_the_morning_grades_count_for_the_new_day_and_the_list_stays(
    context: Context,
) -> None:
    shelving.postpone(context, Session(context).waiting(context)[1].resource, TOMORROW)
    evening = at(context, datetime(2026, 3, 3, 3, 50, tzinfo=ZONE))
    morning = at(context, datetime(2026, 3, 3, 4, 10, tzinfo=ZONE))
    session = Session(evening)
    visit = first(session, evening)
    session.grade(morning, visit, Rating.GOOD, 3)
    session.sit(morning, first(session, morning), 5)
    assert [one.study_date for one in reviews(context.store, visit.resource.id)] == [TOMORROW]
    assert titles(session, morning) == ["4"], "what is due on the new day is not added"


@pytest.mark.parametrize(
    ("seconds", "due", "recorded"),
    [
        (5, True, 1),
        (3 * MINUTE, True, 3),
        (9 * MINUTE, True, 9),
        (10 * MINUTE, True, None),
        (9 * 60 * MINUTE, True, None),
        (5, False, None),
        (3 * MINUTE, False, None),
        (4 * MINUTE, False, 4),
        (30 * MINUTE, False, 30),
        (31 * MINUTE, False, None),
    ],
)
def test_the_clock_is_believed_only_when_it_can_be_right(
    seconds: float, due: bool, recorded: int | None
) -> None:
    card = Card(TODAY if due else None)
    resource = Planned(
        1, "A", None, None, "page", "en", 10, 0, None, None, "read", False, None, card
    )
    planned = resource.next_minutes
    assert planned == (3 if due else 10)
    assert measured(seconds, Visit(resource, planned, "why")) == recorded


def test_what_lies_ahead_is_tomorrow_or_the_next_day_with_revisits(sqlite_url: str) -> None:
    with make_library(sqlite_url, catalog(entry("A", read=True, minutes=40))).store as store:
        context = Context(store, Settings(), NOW)
        session = Session(context)
        due_today = ahead(context)
        assert due_today is not None
        assert (due_today.day, due_today.revisits, due_today.minutes) == (TOMORROW, 1, 10)
        graded = session.grade(context, first(session, context), Rating.EASY, 3)
        later = ahead(context)
        assert later is not None
        assert later.day == graded.card.due
        session.suspend(context, Visit(graded, 3, "why"))
        assert ahead(context) is None
