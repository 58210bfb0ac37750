"""The queue of a day, from a real library."""

from datetime import timedelta

import pytest

from recall.domain.card import Rating
from recall.domain.queue import Queue
from recall.usecases.context import Context
from recall.usecases.grading import Grade, grade, sit
from recall.usecases.today import today
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
    """Twelve revisits of five minutes, and a reading longer than a day's share: 18 minutes."""
    context = make_library(database_url, catalog(*entries(12, read=12), entry("Long", minutes=20)))
    later = TODAY + timedelta(days=5)
    with context.store:
        assert "Long" not in titles(today(context, on=later))
        for number in range(1, 6):
            grade(context, titled(context, f"Resource {number}"), Grade(Rating.EASY, TODAY))
        assert "Long" in titles(today(context, on=later))
        assert "Long" not in titles(today(context, on=later + timedelta(days=30)))


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
