"""Whether so much waits that the person is told what spreads it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.calendar.pauses import Pause
from recall.domain.day.morning import Done
from recall.domain.day.queue import Queue
from recall.usecases.context import Context
from recall.usecases.planning.behind import fills_days, is_behind
from recall.usecases.planning.pausing import call_off, pause
from recall.usecases.planning.today import today
from testing.factories import TODAY, at, catalog, entries, make_library


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Thirty resources are read; their first revisits, 10 minutes each, are over weeks to come."""
    made = make_library(sqlite_url, catalog(*entries(30, read=30, minutes=40)))
    with made.store:
        yield made._replace(settings=made.settings._replace(daily_minutes=40))


def days(number: int) -> timedelta:
    return timedelta(days=number)


def later(context: Context, number: int) -> Context:
    return at(context, context.now + days(number))


def test_after_a_pause_that_ended_by_its_date_what_waits_can_be_spread(context: Context) -> None:
    assert not fills_days(context, 3, 2)
    pause(context, None, TODAY + days(7))
    assert not fills_days(later(context, 6), 3, 2)
    assert fills_days(later(context, 7), 3, 2)
    assert not fills_days(later(context, 7), 2, 2), "the next day holds it"
    assert fills_days(later(context, 36), 3, 2)
    assert not fills_days(later(context, 37), 3, 2)


def test_days_of_work_that_wait_can_be_spread_without_a_pause_too(context: Context) -> None:
    assert fills_days(context, 11, 2)
    assert not fills_days(context, 10, 2)


def test_a_pause_that_was_called_off_ended_nothing(context: Context) -> None:
    pause(context, TODAY + days(3), TODAY + days(7))
    call_off(context, TODAY + days(3))
    assert not fills_days(later(context, 7), 3, 2)


def crowded(context: Context, waiting: int) -> Queue:
    """Today's queue with two revisits, and more of them waiting."""
    queue = today(context)
    two = (*queue.revisit, *queue.revisit)[:2]
    return queue._replace(revisit=two, done=(), backlog_revisit=waiting)


def test_a_day_is_behind_where_days_of_work_wait(context: Context) -> None:
    first = later(context, 1)
    assert len(crowded(first, 0).revisit) == 2
    assert is_behind(first, crowded(first, 11))
    assert not is_behind(first, crowded(first, 10))


def test_what_is_revisited_today_counts_as_work_of_the_day(context: Context) -> None:
    first = later(context, 1)
    visit = today(first).revisit[0].resource
    done = Done(visit, spent_minutes=5, planned_minutes=5, due_before=first.today)
    reading = Done(visit, spent_minutes=5, planned_minutes=5)
    assert is_behind(first, crowded(first, 11)._replace(done=(reading,)))
    assert not is_behind(first, crowded(first, 11)._replace(done=(done,)))


def test_a_day_off_and_a_pause_tell_nothing(context: Context) -> None:
    queue = crowded(later(context, 1), 99)
    assert not is_behind(context, queue._replace(budget_minutes=0))
    assert not is_behind(context, queue._replace(pause=Pause(TODAY, None)))
