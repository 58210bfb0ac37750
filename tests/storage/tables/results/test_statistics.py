"""The whole log, and how resources stood on past days, on each kind of database."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.memory.mixture import AVERAGE, Mixture
from recall.domain.statistics.streak import Stood
from recall.domain.statistics.summary import Tally, summed
from recall.storage.actions import begin
from recall.storage.tables import log
from recall.storage.tables.results import statistics
from recall.usecases.context import Context
from recall.usecases.rating import preview
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.once import read_once
from recall.usecases.resources.shelving import postpone, resume, suspend
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, titled

TOMORROW = TODAY + timedelta(1)


def rate(context: Context, number: int, rating: Rating, days: int = 0, **given: int) -> None:
    """Grade a resource so many days from now."""
    later = at(context, NOW + timedelta(days))
    grade(later, titled(later, f"Resource {number}"), Grade(rating, later.today, **given))


EVER = (TODAY - timedelta(9), TODAY + timedelta(99))


def counted(context: Context) -> Tally:
    """All that was ever done, which is the same however it is split."""
    whole = summed(statistics.by_day(context.store, *EVER).values())
    assert summed(statistics.by_kind(context.store, *EVER).values()) == whole
    assert summed(statistics.by_section(context.store, *EVER).values()) == whole
    return whole


def test_a_first_reading_and_a_revisit_are_told_apart(library: Context) -> None:
    rate(library, 3, Rating.GOOD, minutes=12)
    rate(library, 3, Rating.AGAIN, days=4)
    days = statistics.by_day(library.store, *EVER)
    assert days[TODAY] == Tally(0, 0, 1, 12, 0)
    planned = log.reviews(library.store, 3)[1].planned_minutes
    assert days[TODAY + timedelta(4)] == Tally(1, 0, 0, planned, planned)
    assert counted(library).revisits == 1


def test_what_is_read_once_is_a_first_reading_however_it_was_done(library: Context) -> None:
    given = Grade(Rating.GOOD, TODAY, minutes=12)
    sit(library, titled(library, "Resource 3"), given)
    read_once(library, "3", given, is_rated=False)
    read_once(library, "4", given, is_rated=True)
    assert counted(library) == Tally(0, 0, 2, 36, 0)
    rate(library, 3, Rating.GOOD, days=4, minutes=5)
    assert counted(library) == Tally(0, 0, 2, 41, 0)
    undo(library)
    undo(library)
    undo(library)
    assert counted(library) == Tally(0, 0, 0, 12, 0)


def test_a_prediction_is_judged_by_what_came_of_it(library: Context) -> None:
    rate(library, 3, Rating.GOOD)
    rate(library, 3, Rating.AGAIN, days=4)
    ((predicted, passed),) = statistics.judged(library.store, *EVER)
    assert predicted == pytest.approx(0.85, abs=0.05)
    assert not passed
    assert statistics.judged(library.store, TODAY, TODAY) == []


def test_the_prediction_is_the_personal_one_of_its_day(
    library: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    rate(library, 3, Rating.GOOD)
    rate(library, 3, Rating.GOOD, days=4)
    ((plain, _),) = statistics.judged(library.store, *EVER)
    known = Mixture(slow=0.5, quick=0.9)
    monkeypatch.setattr(preview, "mixture_of", lambda *_: known)
    rate(library, 3, Rating.GOOD, days=4)
    ((own, _),) = statistics.judged(library.store, *EVER)
    assert own == pytest.approx(known.recall(plain))


@pytest.mark.parametrize("text", ["", "x", "nan 0 0 0 0"])
def test_of_a_damaged_mixture_the_prediction_is_the_average_persons(text: str) -> None:
    assert statistics.as_kept(text) == AVERAGE


@pytest.mark.parametrize("rating", Rating)
def test_hard_is_a_pass(library: Context, rating: Rating) -> None:
    rate(library, 3, Rating.GOOD)
    rate(library, 3, rating, days=9)
    assert counted(library).passed == (rating != Rating.AGAIN)


@pytest.mark.parametrize("rating", [Rating.GOOD, Rating.AGAIN])
def test_the_first_rating_of_what_was_imported_as_read_is_no_reading_and_no_revisit(
    library: Context, rating: Rating
) -> None:
    rate(library, 1, rating, minutes=3)
    assert counted(library) == Tally(minutes=3)
    assert statistics.judged(library.store, *EVER) == []


def test_minutes_are_the_planned_ones_where_none_were_recorded(library: Context) -> None:
    rate(library, 3, Rating.GOOD)
    sit(library, titled(library, "Resource 5"), Grade(Rating.GOOD, TODAY, minutes=7))
    assert counted(library)[3:] == (20 + 7, 20)


def test_days_count_from_the_first_to_the_last(library: Context) -> None:
    for number in range(5):
        rate(library, 3, Rating.GOOD, days=4 * number, minutes=1)
    first, last = TODAY + timedelta(4), TODAY + timedelta(12)
    assert list(statistics.by_day(library.store, first, last)) == [
        first,
        TODAY + timedelta(8),
        last,
    ]
    assert statistics.days_done(library.store) == {TODAY + timedelta(4 * n) for n in range(5)}


def test_what_is_void_never_counts(library: Context) -> None:
    assert not statistics.has_begun(library.store)
    rate(library, 4, Rating.GOOD, days=3)
    undo(library)
    sit(library, titled(library, "Resource 6"), Grade(Rating.GOOD, TODAY, minutes=9))
    undo(library)
    assert not statistics.has_begun(library.store)
    assert statistics.days_done(library.store) == set()
    rate(library, 3, Rating.GOOD, minutes=1)
    rate(library, 3, Rating.AGAIN, minutes=2)  # takes its place
    sit(library, titled(library, "Resource 5"), Grade(Rating.GOOD, TODAY, minutes=7))
    assert statistics.has_begun(library.store)
    assert counted(library) == Tally(0, 0, 1, 9, 0)
    assert statistics.days_done(library.store) == {TODAY}


def test_nothing_was_done_in_a_library_without_a_log(library: Context) -> None:
    assert counted(library) == Tally()
    assert statistics.moved(library.store) == []


def test_a_visit_counts_for_the_present_kind_and_the_first_section(library: Context) -> None:
    row = {"resource_id": 3, "list_id": 1, "ordinal": 99, "section": "Else", "title": "x"}
    rate(library, 3, Rating.GOOD, minutes=5)
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.insert("place", [row])
        action.update("resource", 3, {"kind": "paper"})
    assert statistics.by_kind(library.store, *EVER) == {"paper": Tally(0, 0, 1, 5, 0)}
    assert statistics.by_section(library.store, *EVER) == {("Section",): Tally(0, 0, 1, 5, 0)}


def test_a_visit_to_what_stands_in_no_section_is_counted_too(library: Context) -> None:
    rate(library, 3, Rating.GOOD, minutes=5)
    with begin(library.store, "edit", NOW, TODAY) as action:
        ids = [row[0] for row in action.rows("SELECT id FROM place WHERE resource_id = 3")]
        action.delete("place", ids)
    assert list(statistics.by_section(library.store, *EVER)) == [()]


def test_late_revisits_waited_from_their_due_date_to_their_review(library: Context) -> None:
    rate(library, 1, Rating.GOOD, days=5)  # due today
    rate(library, 2, Rating.GOOD, days=5)
    waited = (TODAY, TODAY + timedelta(5))
    late = [waited] if titled(library, "Resource 2").card else []
    assert statistics.overdue(library.store, TODAY, [2]) == late
    assert statistics.overdue(library.store, TODAY + timedelta(5), []) == []
    assert statistics.overdue(library.store, TODAY, [1, 2]) == []


def test_of_the_late_revisits_of_a_day_the_one_that_waited_longest_counts(library: Context) -> None:
    """Unless it is void, or left out: then the next of them does."""
    on = TODAY + timedelta(30)
    for number in (3, 4, 5):
        rate(library, number, Rating.GOOD, days=number)
    cards = [titled(library, f"Resource {number}").card for number in (3, 4, 5)]
    due = [card.due for card in cards if card]
    assert due[0] < due[1] < due[2] < on
    for number in (3, 5, 4):
        rate(library, number, Rating.GOOD, days=30)
    assert statistics.overdue(library.store, TODAY, []) == [(due[0], on)]
    assert statistics.overdue(library.store, TODAY, [3]) == [(due[1], on)]
    rate(library, 4, Rating.AGAIN, days=30)  # takes the place of the first, which is void
    assert statistics.overdue(library.store, TODAY, [3]) == [(due[1], on)]
    undo(library)
    undo(library)
    assert statistics.overdue(library.store, TODAY, [3]) == [(due[2], on)]


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


def test_what_is_due_now_is_told_with_its_date(library: Context) -> None:
    postpone(library, titled(library, "Resource 2"), TOMORROW)
    assert statistics.due_now(library.store, TODAY, [1, 2, 3]) == {1: TODAY}
    assert statistics.due_now(library.store, TOMORROW, [2, 3]) == {2: TOMORROW}
    assert statistics.longest_due(library.store, TOMORROW, []) == TODAY
    assert statistics.longest_due(library.store, TOMORROW, [1]) == TOMORROW
    assert statistics.longest_due(library.store, TODAY, [1]) is None
