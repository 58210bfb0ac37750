"""How far the list is, and when all of it is read, from the last weeks as they were lived."""

from datetime import timedelta

import pytest

from recall.domain.ahead.list_end import ListEnd
from recall.domain.library.card import Rating
from recall.usecases.breaks.pausing import pause
from recall.usecases.context import Context
from recall.usecases.planning.ahead.forecast import forecast
from recall.usecases.planning.ahead.list_reading import ListReading, list_reading
from recall.usecases.planning.sections import lay_down
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.shelving import archive
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, make_library, titled

LISTED = catalog(
    entry("Seen", read=True, section=("A",)),
    *(entry(f"One {number}", section=("A",)) for number in range(4)),
    entry("Last", section=("B",)),
)


@pytest.fixture
def library(database_url: str) -> Context:
    """Five readings of 20 minutes, and days of 45."""
    return make_library(database_url, LISTED)


def later(context: Context, days: int) -> Context:
    return at(context, NOW + timedelta(days))


def read(context: Context, title: str, days: int) -> None:
    on = later(context, days)
    grade(on, titled(on, title), Grade(Rating.GOOD, on.today))


def told(context: Context, days: int) -> ListReading:
    return list_reading(later(context, days))


def test_a_pace_is_known_after_a_week_and_gives_a_date(library: Context) -> None:
    with library.store:
        read(library, "One 0", 0)
        early = told(library, 6)
        assert (early.progress.has_pace, early.progress.done_by, early.end) == (False, None, None)
        read(library, "One 1", 7)
        found = told(library, 8)  # 40 minutes in 8 days, and 60 are left
        day = TODAY + timedelta(8 + 11)
        assert found.end == ListEnd(day)
        assert (found.progress.has_pace, found.progress.done_by) == (True, day)


def test_stats_and_forecast_give_the_same_date(library: Context) -> None:
    with library.store:
        read(library, "One 0", 0)
        read(library, "One 1", 4)
        for days in (8, 20, 60):
            on = later(library, days)
            assert forecast(on, 3).end == list_reading(on).end is not None
        on = later(library, 70)
        assert list_reading(on).end is None, "nothing was read in the last weeks"
        assert forecast(on, 3).end is not None, "its days tell when they would have all"


def test_a_pause_is_no_slow_reading_and_nothing_is_read_in_it(library: Context) -> None:
    with library.store:
        read(library, "One 0", 0)
        pause(later(library, 5), None, TODAY + timedelta(20))
        assert not told(library, 21).progress.has_pace, "of the days 6 are known"
        found = told(library, 25)  # 20 minutes in 10 days, and 80 are left
        assert found.progress.done_by == TODAY + timedelta(25 + 39)
        pause(later(library, 25), TODAY + timedelta(30), TODAY + timedelta(40))
        assert told(library, 25).progress.done_by == TODAY + timedelta(25 + 39 + 10)
        pause(later(library, 25), TODAY + timedelta(50), None)
        assert told(library, 25).progress.done_by == TODAY + timedelta(25 + 39 + 10)


def test_what_is_on_hold_is_not_waited_for(library: Context) -> None:
    with library.store:
        read(library, "One 0", 0)
        lay_down(library, "B", "hold")
        found = told(library, 8).progress
        assert found.held == 1
        assert found.done_by == TODAY + timedelta(8 + 23)  # 60 minutes at 2.5 a day


def test_who_read_nothing_has_no_pace(library: Context) -> None:
    with library.store:
        read(library, "Seen", 0)
        assert told(library, 20) == (told(library, 20).progress, None)
        assert not told(library, 20).progress.has_pace


def test_a_list_that_is_read_has_no_date(library: Context) -> None:
    with library.store:
        read(library, "One 0", 0)
        for title in ("One 1", "One 2", "One 3", "Last"):
            archive(library, titled(library, title))
        found = told(library, 8)
        assert (found.progress.left, found.progress.has_pace, found.end) == (0, True, None)
        assert found.progress.done_by is None


def test_a_huge_list_is_counted_as_a_whole(
    library: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.store:
        counted = told(library, 8).progress
        monkeypatch.setattr("recall.usecases.planning.ahead.list_reading.MOST_IN_SECTIONS", 5)
        assert told(library, 8).progress == counted._replace(sections=())
        lay_down(library, "B", "hold")  # what is on hold can be told by its section alone
        assert told(library, 8).progress.held == 1
