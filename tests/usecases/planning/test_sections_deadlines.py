"""Deadlines of sections: when they press, what they bring forward, and that they are met."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.planning.sections import lay_down, standings
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive
from testing.libraries.factories import (
    NOW,
    TODAY,
    at,
    catalog,
    entries,
    entry,
    make_library,
    titled,
)
from testing.libraries.planned_days import left, planned_anew
from testing.libraries.planned_days import titles_anew as titles
from testing.lists.sections import GPU, RUST, days, in_sections, reasons, stands


@pytest.fixture
def context(database_url: str) -> Context:
    return in_sections(database_url)


def test_a_deadline_waits_until_it_takes_half_of_what_readings_have(context: Context) -> None:
    slow = context._replace(settings=context.settings._replace(daily_minutes=10))
    with context.store:
        lay_down(context, "GPU", "later", days(29))  # 30 minutes, and readings have 4 a day
        assert titles(at(slow, NOW + timedelta(14))) == ["Plain", "Both", "GPU", "CUDA"]
        pressing = at(slow, NOW + timedelta(15))
        assert titles(pressing) == ["GPU", "CUDA", "Both", "Plain"]
        assert reasons(pressing)[0] == f"deadline {days(29)}"
        past = at(slow, NOW + timedelta(40))
        assert titles(past) == ["GPU", "CUDA", "Both", "Plain"]
        assert reasons(past)[0] == f"deadline was {days(29)}"


def test_a_deadline_waits_less_where_days_are_off(context: Context) -> None:
    slow = context._replace(settings=context.settings._replace(daily_minutes=10))
    off = slow._replace(settings=slow.settings._replace(weekday_minutes="sat 0, sun 0"))
    with context.store:
        lay_down(context, "GPU", "later", days(19))
        assert titles(slow)[0] == "Plain"
        assert titles(off)[0] == "GPU"
        assert stands(slow)[GPU].a_day == 1.5
        assert stands(off)[GPU].a_day == 30 / 15


def test_a_deadline_waits_less_where_pauses_and_a_day_off_are_planned(context: Context) -> None:
    slow = context._replace(settings=context.settings._replace(daily_minutes=10))
    with context.store:
        lay_down(context, "GPU", "later", days(19))
        assert titles(slow)[0] == "Plain"
        pause(context, until=days(8), first=days(6))
        pause(context, until=days(14), first=days(12))
        assert titles(slow)[0] == "Plain"
        set_date_minutes(context, days(4), 0)
        assert titles(slow)[0] == "GPU"
        assert stands(slow)[GPU].a_day == 30 / 15


def test_what_stands_in_two_sections_counts_for_the_sooner_deadline_alone(
    context: Context,
) -> None:
    """GPU has 30 minutes, of which 10 are those of Rust too; readings have 4 a day."""
    slow = context._replace(settings=context.settings._replace(daily_minutes=10))
    with context.store:
        lay_down(context, "Rust", "normal", days(9))
        lay_down(context, "GPU", "normal", days(15))
        assert titles(slow)[0] == "Plain"
        lay_down(context, "GPU", "normal", days(14))
        assert titles(slow) == ["Both", "GPU", "CUDA", "Plain"]


def test_of_two_deadlines_the_sooner_comes_first(context: Context) -> None:
    with context.store:
        lay_down(context, "GPU", "normal", days(1))
        lay_down(context, "Rust", "normal", days(0))
        settings = context.settings._replace(daily_minutes=10)
        assert titles(context._replace(settings=settings)) == ["Both", "GPU", "CUDA", "Plain"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("articles", "minutes", "day", "weekdays"),
    [
        (1, 10, 2, ""),
        (9, 15, 9, ""),
        (3, 60, 19, ""),
        (3, 20, 7, "sat 0, sun 0"),
    ],
)
def test_a_deadline_is_met_by_who_does_each_days_plan(
    sqlite_url: str, articles: int, minutes: int, day: int, weekdays: str
) -> None:
    """Beside a begun book, and a dozen revisits to begin with."""
    old = [entry(f"Old {number}", read=True, minutes=40) for number in range(12)]
    new = [entry(f"New {number}", minutes=minutes, section=GPU) for number in range(articles)]
    context = make_library(sqlite_url, catalog(*old, entry("Book", minutes=600), *new))
    context = context._replace(settings=context.settings._replace(weekday_minutes=weekdays))
    with context.store:
        sit(context, titled(context, "Book"), Grade(Rating.GOOD, TODAY, minutes=20))
        lay_down(context, "GPU", "later", days(day))
        for number in range(day + 1):
            _live(at(context, NOW + timedelta(number)))
        assert stands(context)[GPU].unread == 0
        assert stands(context)[("Section",)].unread == 1


def _live(context: Context) -> None:
    """Do all that a day has, in its time."""
    for visit in left(today(context)):
        done = Grade(Rating.GOOD, context.today, minutes=visit.minutes)
        (sit if visit.task == "sitting" else grade)(context, str(visit.resource_id), done)


def test_minutes_and_deadlines_are_those_that_this_person_is_expected_to_take(
    database_url: str,
) -> None:
    """Six articles of fifteen minutes; four take twice as long, and so will the others."""
    context = make_library(database_url, catalog(*entries(6, minutes=15)))
    with context.store:
        lay_down(context, "Section", "normal", days(2))
        for number in range(1, 5):
            grade(context, titled(context, f"Resource {number}"), Grade(Rating.GOOD, TODAY, 30))
        tomorrow = at(context, NOW + timedelta(days=1))
        (found,) = standings(tomorrow)
        listed = [visit.minutes for visit in planned_anew(tomorrow) if visit.task == "read"]
        assert found.minutes == sum(listed) > 40
        assert found.a_day == pytest.approx(found.minutes / 2)
        assert reasons(tomorrow)[0].startswith("deadline")


def waiting(url: str) -> Context:
    """GPU waits for the third of three parts, and the second of them for Deep; all elsewhere."""
    parts = [
        entry(f"Part {part}", minutes=10, section=("R",), series="S", part=part)
        for part in (1, 2, 3)
    ]
    listed = catalog(
        entry("Plain", minutes=10, section=("R",)),
        *parts,
        entry("Deep", minutes=10, section=RUST),
        entry("GPU", minutes=10, section=GPU),
    )
    context = make_library(url, listed)
    _wait(context, "GPU", "Part 3")
    _wait(context, "Part 2", "Deep")
    return context._replace(settings=context.settings._replace(daily_minutes=25))


def _wait(context: Context, title: str, other: str) -> None:
    edit(context, titled(context, title), Edit(after=(titled(context, other).id,)))


def test_what_a_deadline_waits_for_is_read_for_it_wherever_it_stands(database_url: str) -> None:
    context = waiting(database_url)
    with context.store:
        assert titles(context) == ["Plain", "Part 1", "Deep"]
        lay_down(context, "GPU", "later", days(2))
        assert titles(context) == ["Part 1", "Deep", "Plain"]
        assert reasons(context)[:2] == [f"deadline {days(2)}"] * 2
        lay_down(context, "Rust", "hold")  # which a deadline that cannot wait does not heed
        assert titles(context) == ["Part 1", "Deep", "Plain"]
        for title in ("Part 1", "Deep", "Part 2"):
            grade(context, titled(context, title), Grade(Rating.GOOD, TODAY))
        assert titles(context) == ["Part 3", "Plain"]


def test_what_a_deadline_waits_for_counts_for_it(database_url: str) -> None:
    """50 minutes to read until a day by which readings have 100, and 40 once a part is read."""
    context = waiting(database_url)
    with context.store:
        lay_down(context, "GPU", "later", days(10))
        assert titles(context)[0] == "Plain"
        lay_down(context, "GPU", "later", days(9))
        assert titles(context) == ["Part 1", "Deep", "Plain"]
        grade(context, titled(context, "Part 1"), Grade(Rating.GOOD, TODAY))
        assert titles(context) == ["Plain", "Deep"]


def test_what_is_finished_aside_or_gone_is_not_waited_for_by_a_deadline(database_url: str) -> None:
    context = waiting(database_url)
    with context.store:
        lay_down(context, "GPU", "later", days(2))
        archive(context, titled(context, "Part 2"))
        assert titles(context) == ["Part 1", "Plain", "Deep"]
        archive(context, titled(context, "Part 3"))
        assert titles(context) == ["GPU", "Plain", "Part 1", "Deep"]


def test_of_two_deadlines_that_cannot_wait_each_brings_forward_what_it_waits_for(
    database_url: str,
) -> None:
    elsewhere = ("Plain", "For Rust", "For GPU", "Before that")
    listed = [entry(title, minutes=10, section=("R",)) for title in elsewhere]
    listed += [entry("GPU", minutes=10, section=GPU), entry("Rust", minutes=10, section=RUST)]
    context = make_library(database_url, catalog(*listed))
    with context.store:
        for name, last in [("GPU", 1), ("Rust", 2)]:
            _wait(context, name, f"For {name}")
            lay_down(context, name, "later", days(last))
        _wait(context, "For GPU", "Before that")
        assert titles(context) == ["Before that", "For Rust", "Plain"]
        assert reasons(context)[:2] == [f"deadline {days(1)}", f"deadline {days(2)}"]


def series_over_sections(url: str) -> Context:
    """Parts 1 and 2 of a series in Rust, 3 and 4 in GPU."""
    parts = [
        entry(f"Part {part}", minutes=10, section=section, series="S", part=part)
        for part, section in [(1, RUST), (2, RUST), (3, GPU), (4, GPU)]
    ]
    listed = catalog(entry("Plain", minutes=10, section=("R",)), *parts)
    return make_library(url, listed)


@pytest.mark.parametrize("turn", ["normal", "hold"])
def test_a_deadline_brings_forward_the_earlier_parts_that_stand_elsewhere(
    database_url: str, turn: str
) -> None:
    context = series_over_sections(database_url)
    with context.store:
        lay_down(context, "Rust", turn)
        lay_down(context, "GPU", "first", days(2))
        assert titles(context) == ["Part 1", "Plain"]
        assert reasons(context)[0] == f"deadline {days(2)}"


def test_the_minutes_a_day_are_those_of_all_that_a_deadline_waits_for(database_url: str) -> None:
    """In the section itself stand ten minutes; forty more are waited for."""
    context = waiting(database_url)
    with context.store:
        standing = lay_down(context, "GPU", "first", days(9)).standing
        assert (standing.unread, standing.minutes, standing.a_day) == (1, 10, 5.0)
        grade(context, titled(context, "Deep"), Grade(Rating.GOOD, TODAY))
        assert stands(context)[GPU].a_day == 4.0
