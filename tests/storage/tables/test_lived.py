"""The days as they were lived, from the log and the kept plans."""

from datetime import date, timedelta

from recall.domain.ahead.habits import LivedDay
from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.library.card import Rating
from recall.storage.actions import begin
from recall.storage.tables import lived
from recall.storage.tables.lived import ReadingPace
from recall.storage.tables.planning import plans
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, titled

SINCE = TODAY - timedelta(56)


def day(number: int) -> date:
    return TODAY + timedelta(number)


def on(context: Context, number: int) -> Context:
    return at(context, NOW + timedelta(number))


def reads(context: Context, number: int, resource: int, minutes: int | None = None) -> None:
    given = Grade(Rating.GOOD, day(number), minutes)
    grade(on(context, number), titled(context, f"Resource {resource}"), given)


def sits(context: Context, number: int, resource: int, minutes: int) -> None:
    given = Grade(Rating.GOOD, day(number), minutes)
    sit(on(context, number), titled(context, f"Resource {resource}"), given)


def plans_for(context: Context, number: int, revision: int, **minutes: int) -> None:
    """Keep a revision of a day's plan: minutes by resource, as in r1=20."""
    visits = [PlannedVisit(int(name[1:]), "revisit", each, "") for name, each in minutes.items()]
    with begin(context.store, "more", NOW, TODAY) as action:
        plans.revise(action, Plan(day(number), 45, visits, revision), NOW)


def lived_days(context: Context, before: int = 0) -> list[LivedDay]:
    return lived.lived_days(context.store, SINCE, day(before))


def test_a_day_has_what_was_planned_in_the_morning_and_what_was_done_of_it(
    library: Context,
) -> None:
    plans_for(library, -3, 1, r1=20, r2=10, r3=15)
    plans_for(library, -3, 2, r1=15, r4=7)
    reads(library, -3, 1, 18)
    reads(library, -3, 5, 30)
    sits(library, -3, 4, 9)
    sits(library, -3, 4, 1)
    assert lived_days(library) == [LivedDay(day(-3), planned=45, done=22, used=28)]


def test_a_day_without_a_plan_was_lived_and_a_plan_alone_was_not(library: Context) -> None:
    plans_for(library, -5, 1, r1=20)
    reads(library, -4, 1, 18)
    reads(library, -1, 2)
    assert lived_days(library) == [LivedDay(day(-4)), LivedDay(day(-1))]


def test_today_and_what_was_undone_or_long_ago_are_left_out(library: Context) -> None:
    reads(library, -60, 1, 9)
    reads(library, 0, 2, 9)
    reads(library, -3, 3, 9)
    undo(library)
    assert lived_days(library) == []
    assert lived_days(library, before=1) == [LivedDay(TODAY)]


def test_minutes_that_were_not_recorded_count_as_planned(library: Context) -> None:
    plans_for(library, -3, 1, r3=20)
    reads(library, -3, 3)
    assert lived_days(library) == [LivedDay(day(-3), planned=20, done=20, used=20)]


def test_the_first_day_is_that_of_the_log_or_of_a_plan(library: Context) -> None:
    assert lived.first_day(library.store) is None
    reads(library, -3, 3, 9)
    assert lived.first_day(library.store) == day(-3)
    sits(library, -4, 4, 9)
    assert lived.first_day(library.store) == day(-4)
    plans_for(library, -5, 1, r1=20)
    assert lived.first_day(library.store) == day(-5)


def test_the_pace_of_reading_counts_sittings_and_first_readings(library: Context) -> None:
    assert lived.reading_pace(library.store, SINCE, TODAY) is None
    reads(library, -9, 1, 5)
    reads(library, -3, 3, 25)
    sits(library, -2, 4, 20)
    reads(library, 0, 5, 70)
    assert lived.reading_pace(library.store, SINCE, TODAY) == ReadingPace(day(-9), 45)
