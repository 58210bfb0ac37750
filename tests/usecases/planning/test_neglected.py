"""What others go before for days is asked about once a week: keep, lower or archive."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.day.queue import PassedOver
from recall.domain.library.card import Rating
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.planning.today import TIMES, today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, keep, postpone
from recall.usecases.undoing import undo
from testing.factories import TODAY, catalog, entries, make_library, titled


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Ten that are read, seven of them due today and three tomorrow, and one that is not read."""
    made = make_library(sqlite_url, catalog(*entries(11, read=10, minutes=12)))
    with made.store:
        yield made._replace(settings=made.settings._replace(daily_minutes=1000))


def later(context: Context, days: int) -> Context:
    return context._replace(now=context.now + timedelta(days=days))


def busy(context: Context, days: int) -> Context:
    """So many days on each of which one other thing was revisited."""
    for day in range(days):
        graded(later(context, day), f"Resource {day + 3}")
    return later(context, days)


def graded(context: Context, title: str) -> None:
    grade(context, titled(context, title), Grade(Rating.EASY, context.today))


def asked_about(context: Context) -> list[int]:
    """The questions of a week of days with no minutes for any of them."""
    asked = [today(later(context, day), 0).passed_over for day in range(7)]
    return sorted(one.id for one in asked if one)


def test_what_is_listed_today_has_its_turn_and_is_not_asked_about(context: Context) -> None:
    after = busy(context, TIMES)
    days = [today(later(after, day)) for day in range(7)]
    assert all(one.revisit for one in days)
    assert not any(one.passed_over for one in days)
    assert asked_about(after)


def test_what_was_passed_over_for_days_is_asked_about(context: Context) -> None:
    before = busy(context, TIMES - 1)
    assert asked_about(before) == []
    graded(before, "Resource 7")
    after = later(before, 1)
    assert asked_about(after) == [1, 2]
    asked = [today(later(after, day), 0).passed_over for day in range(14)]
    assert asked.count(PassedOver(1, "Resource 1", TODAY)) == 2
    assert asked[:7] == asked[7:]


def test_days_without_a_revisit_do_not_count(context: Context) -> None:
    busy(context, TIMES - 1)
    assert asked_about(later(context, 100)) == []


def test_readings_do_not_go_before_revisits(context: Context) -> None:
    after = busy(context, TIMES - 1)
    graded(after, "Resource 11")
    assert asked_about(later(after, 1)) == []


def test_what_is_kept_is_not_asked_about_again(context: Context) -> None:
    after = busy(context, TIMES)
    keep(after, titled(context, "Resource 1"))
    assert asked_about(after) == [2]
    undo(after)
    assert asked_about(after) == [1, 2]


def test_what_was_kept_is_asked_about_when_it_is_passed_over_anew(context: Context) -> None:
    after = busy(context, TIMES)
    one = keep(after, titled(context, "Resource 1"))
    postpone(after, one, after.today + timedelta(days=1))
    archive(after, titled(context, "Resource 8"))  # which would have the same day of the week
    for day in range(1, TIMES + 1):
        assert 1 not in asked_about(later(after, day))
        graded(later(after, day), "Resource 9")
    assert 1 in asked_about(later(after, TIMES + 1))


@pytest.mark.parametrize("way", ["lower", "archive", "grade"])
def test_every_answer_ends_the_question(context: Context, way: str) -> None:
    after = busy(context, TIMES)
    one = titled(context, "Resource 1")
    if way == "lower":
        edit(after, one, Edit(priority="low"))
    elif way == "archive":
        archive(after, one)
    else:
        graded(after, "Resource 1")
    assert 1 not in asked_about(after)


def test_only_a_revisit_can_be_kept(context: Context) -> None:
    with pytest.raises(BadInput, match="only a revisit"):
        keep(context, titled(context, "Resource 11"))
