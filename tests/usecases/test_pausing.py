"""A pause, and the return: everything that waited is spread over days within their minutes."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from recall.domain.card import Rating
from recall.errors import BadInput, RecallError
from recall.storage import log, pauses
from recall.storage.log import all_reviews
from recall.usecases.aside import archive
from recall.usecases.behind import is_behind
from recall.usecases.care import doctor
from recall.usecases.changing import Edit, edit
from recall.usecases.context import Context
from recall.usecases.grading import Grade, grade
from recall.usecases.pausing import Return, come_back, pause, plan_return
from recall.usecases.today import today
from recall.usecases.undoing import undo
from testing.factories import TODAY, catalog, entries, make_library, titled
from testing.tables import dump, living


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Thirty resources are read; their first revisits, 10 minutes each, are over weeks to come."""
    made = make_library(sqlite_url, catalog(*entries(30, read=30, minutes=40)))
    with made.store:
        yield made._replace(settings=made.settings._replace(daily_minutes=40))


def later(context: Context, number: int) -> Context:
    return context._replace(now=context.now + days(number))


def taken_up(context: Context) -> Return:
    """What is planned, carried out."""
    shown = plan_return(context)
    come_back(context, shown)
    return shown


def test_in_a_pause_nothing_is_planned_and_after_it_everything_is(context: Context) -> None:
    assert today(context).revisit
    made = pause(context, None, TODAY + days(7))
    for day in range(7):
        queue = today(later(context, day))
        assert (queue.pause, queue.revisit, queue.read) == (made._replace(id=1), (), ())
        assert queue.backlog_revisit > 0
    back = today(later(context, 7))
    assert back.pause is None
    assert back.revisit


def test_a_pause_may_begin_later_and_another_takes_its_place(context: Context) -> None:
    pause(context, TODAY + days(3), TODAY + days(5))
    assert today(context).revisit
    assert today(later(context, 3)).pause
    pause(context, TODAY + days(10), None)
    assert today(later(context, 3)).revisit
    assert today(later(context, 1000)).pause


def test_the_end_of_a_pause_that_is_on_can_be_changed(context: Context) -> None:
    pause(context, None, TODAY + days(9))
    changed = pause(later(context, 2), None, TODAY + days(4))
    assert (changed.first, changed.until) == (TODAY, TODAY + days(4))


@pytest.mark.parametrize(("first", "until"), [(None, 0), (None, -1), (5, 5), (5, 3), (-9, 0)])
def test_a_pause_without_a_day_is_refused(context: Context, first: int | None, until: int) -> None:
    with pytest.raises(BadInput, match="give a later day"):
        pause(context, None if first is None else TODAY + days(first), TODAY + days(until))
    assert pauses.current(context.store, TODAY) is None


def test_on_return_what_waits_is_spread_within_the_minutes(context: Context) -> None:
    grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, TODAY))
    log = all_reviews(context.store)
    pause(context, None, None)
    back = later(context, 60)
    waiting = {one.resource.id for one in plan_return(back).moves}
    assert len(waiting) == 30

    done = taken_up(back)

    assert {one.resource.id for one in done.moves} == waiting
    assert all(minutes <= 40 for _, minutes in done.days().values())
    assert min(done.days()) == back.today
    assert today(back).pause is None
    assert today(back).revisit
    assert all_reviews(context.store) == log
    assert not doctor(back)
    seen: set[int] = set()
    for day in range(len(done.days())):
        on = later(back, day)
        for visit in today(on).revisit:
            seen.add(visit.resource.id)
            grade(on, visit.resource, Grade(Rating.EASY, on.today))
    assert seen == waiting


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


def test_a_pause_that_is_planned_can_be_called_off(context: Context) -> None:
    made = pause(context, TODAY + days(3), TODAY + days(9))
    assert taken_up(context).pause == made._replace(id=1)
    assert pauses.current(context.store, TODAY) is None
    assert not today(later(context, 4)).pause
    assert log.history(context.store, 1)[0].summary == "the pause is called off"
    assert not is_behind(later(context, 60), 0, 1), "it never was"
    undo(context)
    assert today(later(context, 4)).pause


def test_after_a_pause_that_ended_by_its_date_what_waits_can_be_spread(context: Context) -> None:
    assert not is_behind(context, 3, 2)
    pause(context, None, TODAY + days(7))
    assert not is_behind(later(context, 6), 3, 2)
    assert is_behind(later(context, 7), 3, 2)
    assert not is_behind(later(context, 7), 2, 2), "the next day holds it"
    assert is_behind(later(context, 36), 3, 2)
    assert not is_behind(later(context, 37), 3, 2)


def test_days_of_work_that_wait_can_be_spread_without_a_pause_too(context: Context) -> None:
    assert is_behind(context, 11, 2)
    assert not is_behind(context, 10, 2)


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
    with pytest.raises(RecallError, match="has changed meanwhile; 'recall resume' plans it anew"):
        come_back(back, shown)
    assert dump(context.store) == before


def test_a_return_to_a_day_that_holds_everything_moves_nothing(context: Context) -> None:
    roomy = context._replace(settings=context.settings._replace(daily_minutes=1000))
    pause(roomy, None, None)
    done = taken_up(later(roomy, 60))
    assert done.pause
    assert not done.moves
    assert len(today(later(roomy, 60)).revisit) == 30


def test_without_a_pause_a_backlog_can_be_spread_too(context: Context) -> None:
    assert taken_up(later(context, 60)).moves


def test_without_a_pause_or_a_backlog_nothing_happens(context: Context) -> None:
    before = dump(context.store)
    assert taken_up(context).moves == ()
    assert dump(context.store) == before


@pytest.mark.parametrize(("number", "minutes"), [(1, 10), (7, 25), (30, 1), (200, 45)])
def test_a_pause_and_a_return_lose_nothing(context: Context, number: int, minutes: int) -> None:
    narrow = context._replace(settings=context.settings._replace(daily_minutes=minutes))
    pause(narrow, None, None)
    taken_up(later(narrow, number))
    after = dump(context.store)["resource"]
    assert [row["status"] for row in after.values()] == ["read"] * 30
    assert all(row["due"] for row in after.values())
