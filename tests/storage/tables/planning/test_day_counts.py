"""What waits on a study day is counted, and when the person was last there."""

from datetime import timedelta

from recall.domain.library.card import Rating
from recall.storage.actions import begin
from recall.storage.tables.planning.day_counts import (
    DayCounts,
    RestOfLibrary,
    counts,
    rest_of_library,
    unread,
)
from recall.usecases.context import Context
from recall.usecases.planning.sections import lay_down
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.shelving import postpone, suspend
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, titled


def test_all_that_is_due_or_unread_is_counted(library: Context) -> None:
    assert counts(library.store, TODAY) == DayCounts(2, 10, None, can_be_spread=True)
    assert counts(library.store, TODAY - timedelta(1)) == DayCounts(0, 0, None)
    assert unread(library.store) == 4
    values = {3: {"series": "S", "part": 1}, 4: {"series": "S", "part": 2}, 5: {"gone": True}}
    values |= {6: {"status": "suspended"}, 1: {"minutes": 600}, 2: {"minutes": 4}}
    with begin(library.store, "edit", NOW, TODAY) as action:
        for number, given in values.items():
            action.update("resource", number, given)
    assert counts(library.store, TODAY) == DayCounts(2, 33, None, can_be_spread=True)
    assert unread(library.store) == 2


def test_nothing_can_be_spread_once_all_that_is_due_was_moved_to_the_day(library: Context) -> None:
    tomorrow = TODAY + timedelta(1)
    assert [counts(library.store, day).can_be_spread for day in (TODAY, tomorrow)] == [True, True]
    for number in (1, 2):
        postpone(library, titled(library, f"Resource {number}"), tomorrow)
        found = [counts(library.store, tomorrow + timedelta(days)) for days in (0, 1)]
        assert [one.can_be_spread for one in found] == [number == 1, True]


def test_the_last_day_before_with_a_review_or_a_sitting_is_told(library: Context) -> None:
    three_ago = at(library, NOW - timedelta(3))
    grade(three_ago, titled(library, "Resource 1"), Grade(Rating.GOOD, three_ago.today))
    two_ago = at(library, NOW - timedelta(2))
    sit(two_ago, titled(library, "Resource 3"), Grade(Rating.GOOD, two_ago.today))
    grade(library, titled(library, "Resource 2"), Grade(Rating.GOOD, TODAY))
    assert counts(library.store, TODAY).last_active == two_ago.today
    undo(library)
    undo(library)
    assert counts(library.store, TODAY).last_active == three_ago.today


def test_the_rest_of_a_library_says_what_is_put_aside_on_hold_or_due_later(
    library: Context,
) -> None:
    assert rest_of_library(library.store, TODAY) == RestOfLibrary(unread=4)
    tomorrow = TODAY + timedelta(1)
    postpone(library, titled(library, "Resource 1"), tomorrow)
    suspend(library, titled(library, "Resource 3"))
    lay_down(library, "Section", "hold")
    found = rest_of_library(library.store, TODAY)
    assert found == RestOfLibrary(unread=3, aside=1, next_due=tomorrow, has_hold=True)
