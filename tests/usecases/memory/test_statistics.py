"""Statistics of a library in which things were done, at any moment and in any zone."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.library.resource import Place
from recall.domain.statistics.streak import Stood, Streak, due_days, streak, waits
from recall.domain.statistics.summary import Tally
from recall.errors import RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables.resources import Filter, listed
from recall.storage.tables.results import statistics as reads
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.memory.statistics import days_lived, statistics
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.once import read_once
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.resources.shelving import postpone, resume, suspend
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, make_library, titled

LISTED = catalog(
    entry("Seen", read=True, section=("A",)),
    entry("One", section=("A", "B")),
    entry("Two", kind="paper", places=[Place(("C",), "Two"), Place(("A",), "Two")]),
    entry("Three", kind="book", section=("C",)),
)


@pytest.fixture(scope="session")
def listed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with that list; it is copied, not used."""
    path = tmp_path_factory.mktemp("listed") / "library.db"
    make_library(f"sqlite:///{path}", LISTED).store.close()
    return path


@pytest.fixture
def library(sqlite_url: str) -> Iterator[Context]:
    context = make_library(sqlite_url, LISTED, settings=Settings(spread=False))
    with context.store:
        yield context


def rate(context: Context, title: str, days: int, rating: Rating = Rating.GOOD) -> None:
    later = at(context, NOW + timedelta(days))
    grade(later, titled(later, title), Grade(rating, later.today, minutes=10))


def begin(context: Context, title: str, days: int) -> None:
    later = at(context, NOW + timedelta(days))
    sit(later, titled(later, title), Grade(Rating.GOOD, later.today, minutes=5))


def days_of(context: Context, days: int) -> int:
    """The streak, so many days from now."""
    return statistics(at(context, NOW + timedelta(days)), 1).streak.days


def test_a_library_without_a_log_has_nothing_to_count(library: Context) -> None:
    found = statistics(library, 12)
    assert not found.has_begun
    assert found.total == Tally()
    assert (found.by_week, found.by_kind, found.by_section) == ({}, {}, {})
    assert found.accuracy.bands == ()
    assert found.streak.days == 0


def test_what_was_done_is_counted_by_week_kind_and_section(library: Context) -> None:
    rate(library, "Seen", 0)
    rate(library, "One", 0)
    rate(library, "Two", 7)
    rate(library, "One", 8, Rating.AGAIN)
    begin(library, "Three", 8)
    found = statistics(at(library, NOW + timedelta(8)), 3)
    assert found.total == Tally(1, 0, 2, 45, 0)
    assert found.by_week == {
        TODAY - timedelta(7): Tally(),
        TODAY: Tally(0, 0, 1, 20, 0),
        TODAY + timedelta(7): Tally(1, 0, 1, 25, 0),
    }
    minutes = {kind: one.minutes for kind, one in found.by_kind.items()}
    assert minutes == {"article": 30, "paper": 10, "book": 5}
    assert {section: one.minutes for section, one in found.by_section.items()} == {
        ("A",): 10,
        ("A", "B"): 20,
        ("C",): 15,
    }
    assert found.accuracy.revisits == 1


def test_only_the_weeks_asked_for_count_but_for_the_streak(library: Context) -> None:
    suspend(library, titled(library, "Seen"))
    rate(library, "One", 0)
    rate(library, "One", 2)
    later = statistics(at(library, NOW + timedelta(7)), 1)
    assert later.has_begun
    assert later.total == Tally()
    assert list(later.by_week) == [TODAY + timedelta(7)]
    assert later.accuracy.bands == ()
    assert later.streak.since == TODAY


def test_a_streak_breaks_where_something_due_was_left(library: Context) -> None:
    suspend(library, titled(library, "Seen"))
    rate(library, "One", 0)
    due = (titled(library, "One").card.due or TODAY) - TODAY
    assert [days_of(library, days) for days in range(due.days)] == [*range(1, due.days + 1)]
    assert days_of(library, due.days) == due.days  # today is not over
    assert days_of(library, due.days + 1) == 0
    rate(library, "One", due.days)
    assert days_of(library, due.days + 1) == due.days + 2


def test_what_is_postponed_is_not_due(library: Context) -> None:
    suspend(library, titled(library, "Seen"))
    rate(library, "One", 0)
    later = at(library, NOW + timedelta(2))
    postpone(later, titled(later, "One"), later.today + timedelta(3))
    assert [days_of(library, days) for days in (2, 4, 5, 6)] == [3, 5, 5, 0]


def test_a_pause_breaks_nothing(library: Context) -> None:
    rate(library, "Seen", 0)
    pause(library, TODAY + timedelta(1), TODAY + timedelta(20))
    assert days_of(library, 19) == 1
    rate(library, "Seen", 20)
    assert days_of(library, 20) == 2


def test_several_pauses_and_single_days_off_break_nothing(library: Context) -> None:
    rate(library, "Seen", 0)
    for first, until in ((1, 9), (10, 20)):
        pause(library, TODAY + timedelta(first), TODAY + timedelta(until))
    assert days_of(library, 19) == 0
    set_date_minutes(library, TODAY + timedelta(9), 0)
    assert days_of(library, 19) == 1
    rate(library, "Seen", 20)
    assert days_of(library, 20) == 2


def test_a_reading_of_years_ago_begins_no_streak(library: Context) -> None:
    given = Grade(Rating.GOOD, TODAY - timedelta(4_000))
    read_once(library, titled(library, "One"), given, is_rated=False)
    assert days_of(library, 0) == 0


def test_a_day_off_breaks_nothing(library: Context) -> None:
    rate(library, "One", 0)  # on a Monday, due on Wednesday; and Seen is due all the time
    context = library._replace(settings=library.settings._replace(weekday_minutes="tue-sun 0"))
    assert days_of(library, 7) == 0
    assert days_of(context, 7) == 1


@pytest.mark.parametrize(
    ("zone", "study_date"),
    [("America/Los_Angeles", date(2026, 3, 1)), ("Pacific/Kiritimati", date(2026, 3, 2))],
)
def test_weeks_are_those_of_the_study_date_in_any_zone(
    sqlite_url: str, zone: str, study_date: date
) -> None:
    moment = datetime(2026, 3, 2, 3, 30, tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    with make_library(sqlite_url, LISTED, moment).store as store:
        context = Context(store, Settings(), moment)
        grade(context, titled(context, "One"), Grade(Rating.GOOD, context.today))
        found = statistics(context, 1)
        assert context.today == study_date
        assert list(found.by_week) == [study_date - timedelta(study_date.weekday())]
        assert (found.total.first_readings, found.streak.days) == (1, 1)


def test_both_databases_count_alike(anywhere: Context) -> None:
    one = add(anywhere, "https://example.org/a", "One", (), Edit())
    grade(anywhere, one, Grade(Rating.GOOD, TODAY))
    postpone(anywhere, one, TODAY + timedelta(9))
    found = statistics(at(anywhere, NOW + timedelta(8)), 2)
    assert found.total.first_readings == 1
    assert found.streak.days == 9


def streak_step_by_step(context: Context) -> Streak:
    """The streak with every resource followed through all that ever happened to it."""
    store, today = context.store, context.today
    ids = [resource.id for resource in listed(store, Filter())]
    now = [
        Stood(number, today + timedelta(1), 2**62, due, "read", "now")
        for number, due in reads.due_now(store, today, ids).items()
    ]
    done = reads.days_done(store)
    waited = waits(reads.moved(store) + reads.graded(store, ids) + now)
    due = due_days(waited, min(done, default=today), today)
    return streak(done, due, lambda _: False, today)


STEPS = st.tuples(
    st.sampled_from(["Seen", "One", "Two", "Three"]),
    st.sampled_from(["good", "again", "postpone", "suspend", "resume", "undo"]),
    st.integers(0, 9),
)


@pytest.mark.slow
@settings(max_examples=60)
@given(steps=st.lists(STEPS, max_size=14))
def test_the_streak_is_as_if_each_resource_was_followed_step_by_step(
    listed_file: Path, steps: list[tuple[str, str, int]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        shutil.copy(listed_file, path)
        with Store(f"sqlite:///{path}") as store:
            context = Context(store, Settings(spread=False), NOW)
            for title, step, days in steps:
                context = at(context, context.now + timedelta(days))
                with suppress(RecallError):
                    take(context, title, step)
            later = at(context, context.now + timedelta(1))
            for moment in (context, later):
                assert statistics(moment, 1).streak == streak_step_by_step(moment)


def take(context: Context, title: str, step: str) -> None:
    """Do one thing, if it can be done."""
    resource = titled(context, title)
    if step in ("good", "again"):
        grade(context, resource, Grade(Rating[step.upper()], context.today, minutes=5))
    elif step == "postpone":
        postpone(context, resource, context.today + timedelta(3))
    elif step == "undo":
        undo(context)
    else:
        {"suspend": suspend, "resume": resume}[step](context, resource)


def test_only_the_split_that_is_asked_for_is_counted(library: Context) -> None:
    rate(library, "One", 0)
    found = statistics(library, 1, ("kind",))
    assert list(found.by_kind) == ["article"]
    assert found.by_section == {}


def test_the_days_alone_are_those_of_the_whole(library: Context) -> None:
    assert days_lived(library, 12) == {}
    grade(library, titled(library, "One"), Grade(Rating.GOOD, TODAY - timedelta(30), 12))
    assert days_lived(library, 3) == statistics(library, 3).by_day
    assert len(days_lived(library, 53)) == 31
