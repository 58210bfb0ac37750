"""Minutes are learned from the log, and shown and planned with from the next day on."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.due_dates.load_balancer import bounds
from recall.domain.library.card import Rating
from recall.storage.tables.log import reviews
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of, recall_at_visit
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.preview import preview_dates
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import postpone
from recall.usecases.undoing import undo
from testing.libraries.factories import TODAY, catalog, entries, make_library, titled
from testing.libraries.planned_days import planned_anew


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Ten articles that are read, and ten that are not, of 15 minutes each by default."""
    made = make_library(sqlite_url, catalog(*entries(20, read=10, minutes=15)))
    with made.store:
        yield made._replace(settings=made.settings._replace(daily_minutes=300))


def later(context: Context, days: int) -> Context:
    return context._replace(now=context.now + timedelta(days=days))


def read_slowly(context: Context, number: int) -> None:
    """So many first readings, of half an hour each."""
    for one in range(number):
        done = Grade(Rating.GOOD, context.today, minutes=30)
        grade(context, titled(context, f"Resource {one + 11}"), done)


def minutes(context: Context, title: str) -> int:
    number = titled(context, title).id
    return next(one.minutes for one in planned_anew(context) if one.resource_id == number)


def test_a_plan_takes_what_readings_took_before_today(context: Context) -> None:
    assert minutes(context, "Resource 20") == 15
    read_slowly(context, 8)
    assert minutes(context, "Resource 20") == 15, "a day does not learn from itself"
    assert minutes(later(context, 1), "Resource 20") == 28


def test_revisits_are_learned_too_and_planned_with(context: Context) -> None:
    for number in range(1, 9):
        grade(context, titled(context, f"Resource {number}"), Grade(Rating.GOOD, TODAY, minutes=7))
    tomorrow = later(context, 40)
    assert minutes(tomorrow, "Resource 9") == 7
    done = grade(tomorrow, "Resource 9", Grade(Rating.GOOD, tomorrow.today)).resource
    assert reviews(context.store, done.id)[-1].planned_minutes == 7


def test_a_due_date_falls_on_the_day_with_the_fewest_learned_minutes(context: Context) -> None:
    tomorrow = later(context, 1)
    dates = preview_dates(tomorrow, titled(context, "Resource 20"), tomorrow.today)
    span = bounds((dates[Rating.EASY] - tomorrow.today).days, 365)
    days = [tomorrow.today + timedelta(day) for day in range(span[0], span[1] + 1)]
    for number, day in enumerate(days, 11):
        took = 4 if day == days[-1] else 60  # all of them have 15 minutes by their list
        read = grade(
            context, titled(context, f"Resource {number}"), Grade(Rating.GOOD, TODAY, took)
        ).resource
        postpone(context, read, day)
    dates = preview_dates(tomorrow, titled(context, "Resource 20"), tomorrow.today)
    assert dates[Rating.EASY] == days[-1]
    graded = grade(tomorrow, "Resource 20", Grade(Rating.EASY, tomorrow.today)).resource
    assert graded.card.due == days[-1]


def test_what_is_undone_teaches_nothing(context: Context) -> None:
    read_slowly(context, 8)
    for _ in range(8):
        undo(context)
    assert minutes(later(context, 1), "Resource 20") == 15


def test_the_sittings_of_a_reading_are_part_of_it(context: Context) -> None:
    one = titled(context, "Resource 11")
    sit(context, one, Grade(Rating.GOOD, TODAY, minutes=40))
    grade(context, one, Grade(Rating.GOOD, TODAY, minutes=20))
    told = pace_of(context.store, TODAY + timedelta(days=1)).reading(titled(context, "Resource 11"))
    assert (told.minutes, told.source) == (60, "learned")


def test_a_sitting_of_unknown_length_goes_by_the_minutes_that_are_expected(
    context: Context,
) -> None:
    read_slowly(context, 1)
    tomorrow = later(context, 1)
    expected = minutes(tomorrow, "Resource 20")
    assert 15 < expected < context.settings.sitting_minutes
    grade = Grade(Rating.GOOD, tomorrow.today)
    after = sit(tomorrow, titled(context, "Resource 20"), grade).resource
    assert after.minutes_read == expected


def test_a_length_gives_the_minutes_of_a_text(context: Context) -> None:
    one = edit(context, titled(context, "Resource 20"), Edit(language="zh", length=9000))
    assert minutes(context, "Resource 20") == 30
    assert pace_of(context.store, TODAY).reading(one).why == "9000 characters at 300 a minute"
    undo(context)
    assert minutes(context, "Resource 20") == 15


@pytest.mark.parametrize("said", [15, 20])
def test_minutes_said_by_hand_are_kept(context: Context, said: int) -> None:
    edit(context, titled(context, "Resource 20"), Edit(minutes=said))
    read_slowly(context, 8)
    assert minutes(later(context, 1), "Resource 20") == said


def test_minutes_said_when_adding_are_kept(context: Context) -> None:
    wanted = Edit(kind="article", minutes=15)
    one = add(context, "https://example.org/added", "Added", ("A",), wanted)
    assert pace_of(context.store, TODAY).reading(one).source == "given"


def test_minutes_said_after_a_reading_was_timed_take_the_place_of_its_time(
    context: Context,
) -> None:
    read_slowly(context, 1)
    tomorrow = later(context, 1)
    one = titled(context, "Resource 11")
    assert pace_of(context.store, tomorrow.today).reading(one).minutes == 30
    one = edit(tomorrow, one, Edit(minutes=100))
    pace = pace_of(context.store, tomorrow.today)
    assert (pace.reading(one)[:2], pace.revisit(one)[:2]) == ((100, "given"), (25, "given"))
    assert one.card.due is not None
    assert minutes(later(context, (one.card.due - TODAY).days), "Resource 11") == 25


def test_what_is_added_as_another_kind_has_the_minutes_of_that(context: Context) -> None:
    one = add(context, "https://example.org/added", "Added", ("A",), Edit(kind="book"))
    assert pace_of(context.store, TODAY).reading(one)[:2] == (600, "default")


@pytest.mark.parametrize(
    ("said", "minutes"),
    [(Edit(kind="book"), 600), (Edit(kind="book", minutes=90), 90), (Edit(title="Other"), 15)],
)
def test_another_kind_has_its_own_minutes_where_nobody_said_any(
    context: Context, said: Edit, minutes: int
) -> None:
    one = edit(context, titled(context, "Resource 20"), said)
    told = pace_of(context.store, TODAY).reading(one)
    assert (one.minutes, told.minutes) == (minutes, minutes)
    assert told.source == ("default" if said.minutes is None else "given")


def test_another_kind_leaves_minutes_that_were_said(context: Context) -> None:
    one = edit(context, titled(context, "Resource 20"), Edit(minutes=15))
    changed = edit(context, one, Edit(kind="book"))
    assert (changed.kind, changed.minutes) == ("book", 15)
    edit(context, titled(context, "Resource 19"), Edit(kind="book"))
    assert edit(context, titled(context, "Resource 19"), Edit(kind="paper")).minutes == 60


def test_what_is_remembered_less_is_planned_with_more_minutes(sqlite_url: str) -> None:
    made = make_library(sqlite_url, catalog(*entries(30, read=30, minutes=60)))
    with made.store:
        for number in range(1, 27):
            here = later(made, 0)
            grade(here, titled(here, f"Resource {number}"), Grade(Rating.GOOD, here.today))
        for number in range(1, 25):  # late ones are recalled less, and take longer
            here = later(made, 2 + 2 * number)
            done = Grade(Rating.GOOD, here.today, minutes=12 + number // 2)
            grade(here, titled(here, f"Resource {number}"), done)
        soon, late = (pace_of(made.store, later(made, days).today) for days in (55, 255))
        assert soon.slopes.keys() == {"article"}
        waiting, unknown = titled(made, "Resource 26"), titled(made, "Resource 30")
        assert late.revisit_minutes(waiting) > soon.revisit_minutes(waiting)
        assert late.revisit_minutes(unknown) == soon.revisit_minutes(unknown), "no memory"
        assert soon.planned(waiting).revisit_minutes == soon.revisit(waiting).minutes


def test_a_revisit_to_come_is_expected_at_its_due_date(sqlite_url: str) -> None:
    made = make_library(sqlite_url, catalog(*entries(2, read=1)))
    with made.store:
        one = grade(made, titled(made, "Resource 1"), Grade(Rating.EASY, TODAY)).resource
        assert one.card.due is not None
        assert one.card.due > TODAY
        recall = recall_at_visit(made.store, TODAY)
        assert recall(one) == recall_at_visit(made.store, one.card.due)(one)
        without_date = one._replace(card=one.card._replace(due=None))
        assert recall(without_date) == 1.0
        assert recall(titled(made, "Resource 2")) is None
