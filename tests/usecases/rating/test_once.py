"""What is read once has no revisits, whatever happens, until the person grades it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Card, Rating
from recall.domain.library.resource import Resource
from recall.errors import BadInput
from recall.storage.tables import day as days_of
from recall.storage.tables import log
from recall.usecases.changed import Changed
from recall.usecases.context import Context
from recall.usecases.memory.rescheduling import plan as rescheduling
from recall.usecases.memory.statistics import statistics
from recall.usecases.rating.grading import Grade, grade, read, sit
from recall.usecases.rating.once import ReadOnce, read_once
from recall.usecases.rating.preview import preview_dates
from recall.usecases.resources import shelving
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library, titled

GOOD = Grade(Rating.GOOD, TODAY)


@pytest.fixture
def context(database_url: str) -> Iterator[Context]:
    """Resource 1 is read and due today, the others are unread."""
    made = make_library(database_url, catalog(*entries(3, read=1)))
    with made.store:
        yield made


def once(
    context: Context, title: str = "Resource 2", given: Grade = GOOD, *, is_rated: bool = False
) -> ReadOnce:
    return read_once(context, titled(context, title), given, is_rated=is_rated)


def offered(context: Context) -> list[str]:
    due, unread = days_of.due(context.store, context.today), days_of.to_read(context.store, 99)
    return [one.title for one in (*due, *unread)]


def test_it_is_read_without_a_review_and_its_time_counts(context: Context) -> None:
    before = shown(context)
    done = once(context, given=GOOD._replace(minutes=12, note="seen"))
    resource = titled(context, "Resource 2")
    assert done == (resource, None, done.action_id, False)
    assert (resource.status, resource.once, resource.card) == ("read", True, Card())
    assert (resource.minutes_read, resource.note) == (12, "seen")
    (sitting,) = log.sittings(context.store, 2)
    assert (sitting.minutes, sitting.note, sitting.study_date) == (12, "seen", TODAY)
    assert log.reviews(context.store, 2) == []
    total = statistics(context, 1).total
    assert (total.first_readings, total.minutes) == (1, 12)
    assert doctor(context) == []
    undo(context)
    assert shown(context) == before
    assert statistics(context, 1).total.first_readings == 0


def test_without_minutes_the_planned_ones_count(context: Context) -> None:
    once(context)
    sit(context, titled(context, "Resource 3"), GOOD._replace(minutes=8))
    once(context, "Resource 3")
    taken = [
        sitting.minutes for number in (2, 3) for sitting in log.sittings(context.store, number)
    ]
    assert taken == [20, 8, 12]


def test_a_rating_that_is_given_is_kept(context: Context) -> None:
    before = shown(context)
    done = once(context, given=Grade(Rating.HARD, TODAY, 9), is_rated=True)
    assert done.review is not None
    assert log.reviews(context.store, 2) == [done.review]
    card = done.resource.card
    assert (done.resource.once, card.due, card.reviews) == (True, None, 1)
    assert card.memory is not None
    assert statistics(context, 1).total.first_readings == 1
    assert doctor(context) == []
    undo(context)
    assert shown(context) == before


def test_a_rating_with_it_ends_the_revisits_of_what_was_read_before(context: Context) -> None:
    assert once(context, "Resource 1", is_rated=True).resource.card.due is None
    assert doctor(context) == []


@pytest.mark.parametrize("is_rated", [False, True])
def test_nothing_brings_it_back(context: Context, is_rated: bool) -> None:
    once(context, is_rated=is_rated)
    for days in (0, 1, 400):
        assert offered(at(context, NOW + timedelta(days))) == ["Resource 1", "Resource 3"]
    far = at(context, NOW + timedelta(400))
    assert rescheduling(far).moves == ()
    for change in (
        lambda: shelving.postpone(context, "2", TODAY + timedelta(9)),
        lambda: shelving.keep(context, "2"),
        lambda: once(context),
        lambda: read(context, "2", GOOD, is_rated=False),
    ):
        with pytest.raises(BadInput, match=r"2 (has no revisits|is read already)"):
            change()


@pytest.mark.parametrize("is_rated", [False, True])
def test_a_grade_begins_its_revisits_and_is_no_first_reading(
    context: Context, is_rated: bool
) -> None:
    once(context, is_rated=is_rated)
    later = at(context, NOW + timedelta(9))
    before, promised = shown(later), preview_dates(later, titled(later, "Resource 2"), later.today)
    graded = grade(later, "2", Grade(Rating.GOOD, later.today, minutes=3))
    assert (graded.resource.once, graded.resource.status) == (False, "read")
    assert graded.resource == titled(later, "Resource 2")
    assert graded.resource.card.due == promised[Rating.GOOD]
    assert (graded.review.due_before, graded.review.planned_minutes) == (later.today, 5)
    total = statistics(later, 9).total
    assert (total.first_readings, total.revisits) == (1, int(is_rated))
    assert doctor(later) == []
    undo(later)
    assert shown(later) == before
    assert doctor(later) == []


@pytest.mark.parametrize("put_aside", [shelving.suspend, shelving.archive])
def test_what_is_put_aside_stays_so_and_is_read_afterwards(
    context: Context, put_aside: Callable[[Context, Resource], Changed]
) -> None:
    put_aside(context, titled(context, "Resource 2"))
    assert once(context).resource.status in ("suspended", "archived")
    back = shelving.resume(context, "2").resource
    assert (back.status, back.once, back.card.due) == ("read", True, None)
    assert doctor(context) == []


def test_what_has_revisits_is_read_once_only_with_a_rating(context: Context) -> None:
    with pytest.raises(BadInput, match="'recall edit 1 --once' ends its revisits"):
        once(context, "Resource 1")
