"""The return from a pause: everything that waited is spread over days within their minutes."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from recall.domain.calendar.pauses import Pause
from recall.domain.library.card import Rating
from recall.errors import RecallError
from recall.storage.tables.log import all_reviews
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.returning import come_back, plan_return
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, postpone
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump, living
from testing.libraries.factories import TODAY, catalog, entries, make_library, titled
from testing.libraries.planned_days import revisits
from testing.libraries.returning import later, taken_up


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Thirty resources are read; their first revisits, 10 minutes each, are over weeks to come."""
    made = make_library(sqlite_url, catalog(*entries(30, read=30, minutes=40)))
    with made.store:
        yield made._replace(settings=made.settings._replace(daily_minutes=40))


@pytest.mark.slow
def test_on_return_what_waits_is_spread_within_the_minutes(context: Context) -> None:
    grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, TODAY))
    log = all_reviews(context.store)
    pause(context, None, None)
    back = later(context, 60)
    waiting = {move.resource.id for move in plan_return(back).moves}
    assert len(waiting) == 30

    done = taken_up(back)

    assert {move.resource.id for move in done.moves} == waiting
    assert all(minutes <= 40 for _, minutes in done.days().values())
    assert min(done.days()) == back.today
    assert today(back).pause is None
    assert revisits(today(back))
    assert all_reviews(context.store) == log
    assert not doctor(back)
    seen: set[int] = set()
    for day in range(len(done.days())):
        on = later(back, day)
        for number in revisits(today(on)):
            seen.add(number)
            grade(on, str(number), Grade(Rating.EASY, on.today))
    assert seen == waiting


def test_what_is_spent_already_counts_for_the_day_of_the_return(context: Context) -> None:
    back = later(context, 60)
    assert plan_return(back).days()[back.today] == (4, 40)
    for number in revisits(today(back))[:2]:
        grade(back, str(number), Grade(Rating.EASY, back.today, minutes=15))
    assert plan_return(back).days()[back.today] == (1, 10)


def test_on_return_the_plan_is_what_is_done_then_what_is_to_do_then_what_moved(
    context: Context,
) -> None:
    back = later(context, 30)
    before = [visit.visit.resource_id for visit in today(back).progress.visits]
    postpone(back, str(before[0]), back.today + days(1))
    grade(back, str(before[1]), Grade(Rating.GOOD, back.today, 10))
    come_back(back, plan_return(back))
    states = [visit.state for visit in today(back).progress.visits]
    assert states == ["done", "left", "left", "left", "struck"]


def test_on_return_what_comes_first_on_a_full_day_comes_first(context: Context) -> None:
    last = titled(context, "Resource 30")
    edit(context, last, Edit(priority="high"))
    edit(context, titled(context, "Resource 1"), Edit(priority="low"))
    edit(context, titled(context, "Resource 2"), Edit(minutes=20))
    back = later(context, 60)
    order = [move.resource.title for move in plan_return(back).moves]
    assert order[:2] == ["Resource 30", "Resource 2"], "then what costs least"
    assert order[-1] == "Resource 1"
    assert taken_up(back).moves[0].due == back.today


def test_a_revisit_that_is_longer_than_any_day_has_the_day_that_it_is_given(
    context: Context,
) -> None:
    long = titled(context, "Resource 1")
    edit(context, long, Edit(minutes=400, priority="high"))
    back = later(context._replace(settings=context.settings._replace(daily_minutes=25)), 60)
    assert taken_up(back).moves[0].due == back.today
    assert [revisits(today(later(back, day))) == [long.id] for day in range(8)] == [
        True,
        *[False] * 6,
        True,
    ]


def test_the_return_leaves_half_the_day_to_readings_only_where_there_are_any(
    sqlite_url: str,
) -> None:
    made = make_library(sqlite_url, catalog(*entries(31, read=30, minutes=40)))
    with made.store:
        back = later(made._replace(settings=made.settings._replace(daily_minutes=40)), 60)
        pause(back, None, None)
        assert max(taken for _, taken in plan_return(back).days().values()) == 20
        archive(back, titled(back, "Resource 31"))
        assert max(taken for _, taken in plan_return(back).days().values()) == 40


def test_the_plan_is_what_is_kept_and_undoing_brings_everything_back(context: Context) -> None:
    pause(context, None, None)
    back = later(context, 60)
    before = dump(context.store)
    plan = plan_return(back)
    assert dump(context.store) == before
    come_back(back, plan)
    undo(back)
    assert living(dump(context.store)) == living(before)
    assert dump(context.store)["pause"] == before["pause"]
    undo(back)
    assert dump(context.store)["pause"] == {}


def graded(context: Context) -> None:
    grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, context.today))


def longer(context: Context) -> None:
    edit(context, titled(context, "Resource 1"), Edit(minutes=120))


def paused_otherwise(context: Context) -> None:
    pause(context, None, context.today + days(3))


def resumed(context: Context) -> None:
    taken_up(context)


@pytest.mark.parametrize("meanwhile", [graded, longer, paused_otherwise, resumed])
def test_a_plan_of_a_library_that_has_changed_since_it_was_shown_is_not_kept(
    context: Context, meanwhile: Callable[[Context], None]
) -> None:
    pause(context, None, None)
    back = later(context, 60)
    shown = plan_return(back)
    meanwhile(back)
    before = dump(context.store)
    with pytest.raises(RecallError, match="changed meanwhile; 'recall resume' makes a new plan"):
        come_back(back, shown)
    assert dump(context.store) == before


def test_the_return_leaves_planned_pauses_and_spreads_around_them(context: Context) -> None:
    back = later(context, 60)
    pause(context, None, None)
    pause(context, back.today + days(2), back.today + days(9))
    set_date_minutes(context, back.today + days(1), 0)
    plan = taken_up(back)
    assert plan.pause == Pause(TODAY, None, 1)
    assert sorted(plan.days()) == [back.today, *(back.today + days(9 + day) for day in range(7))]
    assert open_days(back.store, back).pauses == (
        Pause(back.today + days(2), back.today + days(9), 2),
    )


def test_a_return_to_a_day_that_holds_everything_moves_nothing(context: Context) -> None:
    roomy = context._replace(settings=context.settings._replace(daily_minutes=1000))
    pause(roomy, None, None)
    done = taken_up(later(roomy, 60))
    assert done.pause
    assert not done.moves
    assert len(revisits(today(later(roomy, 60)))) == 30


def test_without_a_pause_a_backlog_can_be_spread_too(context: Context) -> None:
    assert taken_up(later(context, 60)).moves


def test_without_a_pause_or_a_backlog_nothing_happens(context: Context) -> None:
    before = dump(context.store)
    assert taken_up(context).moves == ()
    assert dump(context.store) == before
