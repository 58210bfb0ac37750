"""The last seven days of a library in which things were done."""

from datetime import timedelta

from recall.domain.library.card import Rating
from recall.usecases.breaks.pausing import pause
from recall.usecases.context import Context
from recall.usecases.memory.week import week
from recall.usecases.rating.grading import Grade, grade, read, sit
from recall.usecases.rating.once import read_once
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library, titled

GOOD, AGAIN = Rating.GOOD, Rating.AGAIN


def on(context: Context, day: int) -> Context:
    return at(context, NOW + timedelta(day))


def test_a_week_says_what_was_done_and_what_waits(database_url: str) -> None:
    made = make_library(database_url, catalog(*entries(8, read=4)))
    with made.store:
        for day, title, rating in (
            (-9, "Resource 1", GOOD),  # it is due again on the day before, and slips
            (-3, "Resource 2", AGAIN),
            (-2, "Resource 2", GOOD),
            (-1, "Resource 3", AGAIN),
        ):
            here = on(made, day)
            grade(here, titled(here, title), Grade(rating, here.today, minutes=4))
        here = on(made, -1)
        read(here, titled(here, "Resource 5"), Grade(GOOD, here.today, minutes=20), is_rated=False)
        sit(made, titled(made, "Resource 6"), Grade(GOOD, TODAY, minutes=10))
        given = Grade(GOOD, TODAY, minutes=7)
        read_once(made, titled(made, "Resource 7"), given, is_rated=False)
        grade(made, titled(made, "Resource 4"), Grade(GOOD, TODAY, minutes=90))
        undo(made)
        found = week(made)
        done = found.done
        assert (found.first, found.last) == (TODAY - timedelta(6), TODAY)
        assert (done.read, done.sat, done.recalled, done.forgotten) == ((5, 7), (6,), (2,), (3,))
        assert (done.revisits, done.passed, done.days, done.minutes) == (3, 1, 4, 49)
        assert found.slipped == [1]
        assert (found.minutes_of_days, found.coming) == (7 * 45, 1)
        assert (found.until, found.coming_minutes) == (TODAY + timedelta(7), 4)
        assert {1, 3, 5, 6, 7} == found.resources.keys()


def test_nothing_done_is_an_empty_week_and_pauses_have_no_minutes(sqlite_url: str) -> None:
    made = make_library(sqlite_url)
    with made.store:
        pause(on(made, -3), None, TODAY - timedelta(1))
        found = week(made)
        assert (found.done.days, found.slipped, found.coming, found.resources) == (0, [], 0, {})
        assert found.minutes_of_days == 5 * 45
