"""The queue of a day, from a real library."""

from datetime import timedelta
from itertools import pairwise

import pytest

from recall.domain.day.queue import Queue
from recall.domain.library.card import Rating
from recall.usecases.context import Context
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.shelving import suspend
from recall.usecases.undoing import undo
from testing.factories import NOW, TODAY, at, catalog, entries, entry, make_library, titled


@pytest.fixture
def context(database_url: str) -> Context:
    """Two revisits of five minutes, then a long reading, a series of two and a short one."""
    parts = [entry(f"Part {number}", series="S", part=number, minutes=10) for number in (1, 2)]
    listed = catalog(
        *entries(2, read=2), entry("Long", minutes=600), *parts, entry("Short", minutes=5)
    )
    return make_library(database_url, listed)


def titles(queue: Queue) -> list[str]:
    return [visit.resource.title for visit in (*queue.revisit, *queue.read)]


def test_a_day_shrinks_until_it_is_done(context: Context) -> None:
    with context.store:
        queue = today(context)
        assert titles(queue) == ["Resource 1", "Resource 2", "Long", "Part 1", "Short"]
        assert (queue.planned_minutes, queue.spent_minutes) == (45, 0)
        assert (queue.backlog_revisit, queue.backlog_read) == (0, 1)
        grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, TODAY, minutes=2))
        assert titles(today(context)) == ["Resource 2", "Long", "Part 1", "Short"]
        sit(context, titled(context, "Long"), Grade(Rating.GOOD, TODAY, minutes=5))
        assert titles(today(context)) == ["Resource 2", "Part 1", "Short"]
        grade(context, titled(context, "Part 1"), Grade(Rating.GOOD, TODAY))
        assert titles(today(context)) == ["Resource 2", "Short"]
        grade(context, titled(context, "Short"), Grade(Rating.GOOD, TODAY, minutes=30))
        queue = today(context)
        assert titles(queue) == []
        assert [done.resource.title for done in queue.done] == [
            "Resource 1",
            "Part 1",
            "Short",
            "Long",
        ]
        assert queue.spent_minutes == 2 + 5 + 10 + 30
        assert (queue.backlog_revisit, queue.backlog_read) == (1, 2)


def test_undoing_gives_the_day_back(context: Context) -> None:
    with context.store:
        queues = [today(context)]
        for title in ("Resource 2", "Part 1", "Short"):
            grade(context, titled(context, title), Grade(Rating.EASY, TODAY, minutes=3))
            queues.append(today(context))
        sit(context, titled(context, "Long"), Grade(Rating.EASY, TODAY))
        for queue in reversed(queues):
            undo(context)
            assert today(context) == queue


def test_what_is_listed_says_where_it_stands(context: Context) -> None:
    with context.store:
        grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, TODAY))
        queue = today(context)
    shown = [visit.resource for visit in (*queue.revisit, *queue.read)]
    shown += [done.resource for done in queue.done]
    assert all([place.section for place in one.places] == [("Section",)] for one in shown)


def test_another_day_and_other_minutes_can_be_asked_for(context: Context) -> None:
    with context.store:
        grade(context, titled(context, "Resource 1"), Grade(Rating.GOOD, TODAY))
        tomorrow = today(context, on=TODAY + timedelta(days=1))
        assert (tomorrow.study_date, tomorrow.done) == (TODAY + timedelta(days=1), ())
        assert titles(today(context, minutes=5)) == []  # five are spent already
        assert titles(today(context, minutes=10)) == ["Resource 2"]  # five are left


def test_days_that_owed_readings_their_minutes_bring_them_sooner(database_url: str) -> None:
    """Twelve revisits of five minutes, and a reading longer than a day's share: 18 minutes.

    As nothing was read for long, one day of three makes up for it.
    """
    context = make_library(database_url, catalog(*entries(12, read=12), entry("Long", minutes=20)))
    later = TODAY + timedelta(days=6)
    with context.store:
        assert "Long" not in titles(today(context, on=later))
        for number in range(1, 6):
            grade(context, titled(context, f"Resource {number}"), Grade(Rating.EASY, TODAY))
        assert "Long" in titles(today(context, on=later))
        assert "Long" not in titles(today(context, on=later + timedelta(days=30)))


@pytest.mark.slow
@pytest.mark.parametrize("minutes", [10, 20])
def test_who_leaves_readings_undone_is_not_left_without_revisits(
    sqlite_url: str, minutes: int
) -> None:
    """Each listed revisit is done, no reading ever is."""
    listed = catalog(*entries(20, read=20, minutes=16), entry("Book", minutes=600))
    context = make_library(sqlite_url, listed)
    context = context._replace(settings=context.settings._replace(daily_minutes=minutes))
    with context.store:
        without = [_is_left_without(at(context, NOW + timedelta(day))) for day in range(30)]
    assert any(without), "a reading is still offered instead, now and then"
    assert (True, True) not in pairwise(without)


def _is_left_without(context: Context) -> bool:
    """Whether revisits are due and none is listed; what is listed of them is done."""
    queue = today(context)
    for visit in queue.revisit:
        grade(context, visit.resource, Grade(Rating.GOOD, context.today))
    return not queue.revisit and queue.backlog_revisit > 0


def test_the_next_part_is_offered_the_day_after(context: Context) -> None:
    with context.store:
        grade(context, titled(context, "Part 1"), Grade(Rating.EASY, TODAY))
        assert "Part 2" not in titles(today(context))
        later = at(context, NOW + timedelta(days=1))
        assert "Part 2" in titles(today(later))


def test_the_part_that_came_free_is_put_last_on_a_day_that_has_room(context: Context) -> None:
    with context.store:
        grade(context, titled(context, "Part 1"), Grade(Rating.EASY, TODAY))
        assert titles(today(context, minutes=60))[-2:] == ["Short", "Part 2"]


def test_a_part_that_is_put_aside_on_the_day_it_was_sat_over_holds_nothing_back(
    sqlite_url: str,
) -> None:
    parts = [entry(f"Part {part}", minutes=60, series="S", part=part) for part in (1, 2)]
    context = make_library(sqlite_url, catalog(*parts))
    with context.store:
        first = titled(context, "Part 1")
        sit(context, first, Grade(Rating.GOOD, context.today, minutes=5))
        assert titles(today(context, 300)) == []  # it had its sitting
        suspend(context, first)
        assert titles(today(context, 300)) == ["Part 2"]
