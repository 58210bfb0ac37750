"""The whole log, and how resources stood on past days, on each kind of database."""

from datetime import timedelta

import pytest

from recall.domain.calendar.pauses import Pause
from recall.domain.library.card import Rating
from recall.domain.statistics.streak import Stood
from recall.domain.statistics.summary import Sat
from recall.storage.actions import begin
from recall.storage.database import schema
from recall.storage.tables import log, statistics
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.shelving import postpone, resume, suspend
from recall.usecases.undoing import undo
from testing.factories import NOW, TODAY, at, titled

TOMORROW = TODAY + timedelta(1)


def rate(context: Context, number: int, rating: Rating, days: int = 0, **given: int) -> None:
    """Grade a resource so many days from now."""
    later = at(context, NOW + timedelta(days))
    grade(later, titled(later, f"Resource {number}"), Grade(rating, later.today, **given))


def test_a_review_is_told_with_what_was_expected_of_it(library: Context) -> None:
    rate(library, 3, Rating.GOOD, minutes=12)
    rate(library, 3, Rating.AGAIN, days=4)
    first, second = statistics.past(library.store).graded
    assert first[:2] == (3, TODAY)
    assert first[3:] == (True, 12, 20, None, None, False, None)
    assert first.is_first_reading
    assert second.on == TODAY + timedelta(4)
    assert (second.passed, second.minutes, second.elapsed) == (False, None, 4)
    assert second.has_memory
    assert second.due_before == log.reviews(library.store, 3)[0].due
    assert second.predicted == pytest.approx(0.85, abs=0.05)
    assert first.action < second.action


@pytest.mark.parametrize("rating", Rating)
def test_hard_is_a_pass(library: Context, rating: Rating) -> None:
    rate(library, 3, rating)
    assert [one.passed for one in statistics.past(library.store).graded] == [rating != Rating.AGAIN]


def test_the_first_rating_of_what_was_imported_as_read_is_no_first_reading(
    library: Context,
) -> None:
    rate(library, 1, Rating.GOOD)
    (one,) = statistics.past(library.store).graded
    assert (one.has_memory, one.due_before, one.is_first_reading) == (False, TODAY, False)


def test_what_is_void_never_counts(library: Context) -> None:
    rate(library, 3, Rating.GOOD)
    rate(library, 3, Rating.AGAIN)  # takes its place
    rate(library, 4, Rating.GOOD)
    undo(library)
    sit(library, titled(library, "Resource 5"), Grade(Rating.GOOD, TODAY, minutes=7))
    sit(library, titled(library, "Resource 6"), Grade(Rating.GOOD, TODAY, minutes=9))
    undo(library)
    past = statistics.past(library.store)
    assert [(one.resource_id, one.passed) for one in past.graded] == [(3, False)]
    assert past.sat == [Sat(5, TODAY, 7)]


def test_nothing_was_done_in_a_library_without_a_log(library: Context) -> None:
    assert statistics.past(library.store) == ([], [])
    assert statistics.moved(library.store) == []
    assert statistics.pauses(library.store) == []


def test_a_resource_has_its_kind_and_its_first_section(library: Context) -> None:
    row = {"resource_id": 2, "list_id": 1, "ordinal": 99, "section": "Else", "title": "x"}
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.insert(schema.place, [row])
        action.update(schema.resource, 2, {"kind": "paper"})
    assert statistics.kinds(library.store)[2] == "paper"
    assert statistics.sections(library.store) == dict.fromkeys(range(1, 7), ("Section",))


def test_how_a_revisit_stood_before_it_was_put_off_is_remembered(library: Context) -> None:
    one = titled(library, "Resource 1")
    postpone(library, one, TOMORROW)
    suspend(library, one)
    resume(at(library, NOW + timedelta(3)), one)
    assert [stood._replace(action=0) for stood in statistics.moved(library.store)] == [
        Stood(1, TODAY, 0, TODAY, "read", "postpone"),
        Stood(1, TODAY, 0, TOMORROW, "read", "suspend"),
        Stood(1, TODAY + timedelta(3), 0, TOMORROW, "suspended", "resume"),
    ]


def test_what_is_undone_or_told_by_the_log_or_never_due_is_left_out(library: Context) -> None:
    postpone(library, titled(library, "Resource 1"), TOMORROW)
    undo(library)
    rate(library, 1, Rating.GOOD)
    suspend(library, titled(library, "Resource 3"))  # unread
    assert statistics.moved(library.store) == []


def test_how_revisits_stand_now_holds_to_the_end_of_today(library: Context) -> None:
    postpone(library, titled(library, "Resource 2"), TOMORROW)
    (one,) = statistics.stand(library.store, TODAY)
    assert (one.resource_id, one.on, one.due, one.status) == (1, TOMORROW, TODAY, "read")
    assert len(statistics.stand(library.store, TOMORROW)) == 2


def test_every_pause_is_read(library: Context) -> None:
    rows = [{"first": TODAY, "until": TOMORROW}, {"first": TOMORROW, "until": None}]
    with begin(library.store, "pause", NOW, TODAY) as action:
        action.insert(schema.pause, rows)
    assert statistics.pauses(library.store) == [Pause(TODAY, TOMORROW), Pause(TOMORROW, None)]
