"""What a session goes through past the end of its day, and in an order of its own."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from recall.domain.day.plan import PlannedVisit
from recall.domain.library.card import Rating
from recall.storage.tables.log import history, reviews, sittings
from recall.storage.tables.planning import plans
from recall.usecases.breaks import pausing
from recall.usecases.context import Context
from recall.usecases.resources import shelving
from recall.usecases.session.session import Session, SessionVisit
from testing.libraries.factories import TODAY, ZONE, at, catalog, entries, make_library

TOMORROW = TODAY + timedelta(days=1)
EVENING = datetime(2026, 3, 3, 3, 50, tzinfo=ZONE)
MORNING = datetime(2026, 3, 3, 4, 10, tzinfo=ZONE)
OWN = (PlannedVisit(2, "revisit", 3, "asked for"), PlannedVisit(4, "read", 10, "asked for"))


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """A plan of two first readings (3 and 4) and two revisits (1 and 2), ten minutes to four."""
    made = make_library(sqlite_url, catalog(*entries(4, read=2, minutes=10)))
    with made.store:
        yield at(made, EVENING)


def ids(session: Session, context: Context) -> list[int]:
    return [one.visit.resource_id for one in session.left(context)]


def first(session: Session, context: Context) -> SessionVisit:
    return session.visit(context, session.left(context)[0].visit)


def test_past_four_grades_count_for_the_new_day_and_the_plan_stays(context: Context) -> None:
    session, morning = Session(context), at(context, MORNING)
    session.grade(context, first(session, context), Rating.GOOD, 3)
    session.sit(morning, first(session, morning), 5)
    assert ids(session, morning) == [1, 2], "a sitting of the new day does not bring it back"
    session.grade(morning, first(session, morning), Rating.GOOD, 3)
    assert ids(session, morning) == [2]
    days = [reviews(context.store, number)[0].study_date for number in (3, 1)]
    assert days == [TODAY, TOMORROW]
    assert [sitting.study_date for sitting in sittings(context.store, 4)] == [TOMORROW]
    for _ in range(3):
        session.undo(morning)
    assert ids(session, morning) == [3, 4, 1, 2]


@pytest.mark.parametrize("put", [Session.put_later, Session.put_off])
def test_past_four_the_new_day_is_not_changed_by_the_old_one(
    context: Context, put: Callable[[Session, Context, SessionVisit], None]
) -> None:
    session, morning = Session(context), at(context, MORNING)
    visit = first(session, context)
    before = history(context.store, 10)
    put(session, morning, visit)
    assert ids(session, morning) == [4, 1, 2, 3][: 4 if put is Session.put_later else 3]
    session.undo(morning)
    assert ids(session, morning) == [3, 4, 1, 2]
    assert history(context.store, 10) == before
    assert plans.kept(context.store, TOMORROW) is None


def test_a_plan_that_was_never_kept_leaves_nothing_past_four(context: Context) -> None:
    assert ids(Session(context), at(context, MORNING)) == []


def test_there_is_nothing_to_do_in_a_pause(context: Context) -> None:
    pausing.pause(context, None, None)
    assert ids(Session(context), context) == []


def test_an_order_of_its_own_is_no_action_and_leaves_the_plan_alone(context: Context) -> None:
    session, before = Session(context, OWN), history(context.store, 10)
    session.put_later(context, first(session, context))
    assert ids(session, context) == [4, 2]
    session.put_off(context, first(session, context))
    assert ids(session, context) == [2]
    session.undo(context)
    session.undo(context)
    assert ids(session, context) == [2, 4]
    assert history(context.store, 10) == before
    assert plans.kept(context.store, TODAY) is None


def test_what_no_longer_fits_is_left_out_of_an_own_order(context: Context) -> None:
    session = Session(context, [*OWN, PlannedVisit(999, "read", 10, "was removed")])
    assert ids(session, context) == [2, 4]
    session.grade(context, first(session, context), Rating.GOOD, 3)
    shelving.suspend(context, "4")
    assert ids(session, context) == []
