"""What others go before for days is asked about once: keep, lower or archive."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.card import Rating
from recall.domain.queue import PassedOver
from recall.errors import BadInput
from recall.storage.passed_over import passed_over
from recall.usecases.aside import archive, keep, postpone
from recall.usecases.changing import Edit, edit
from recall.usecases.context import Context
from recall.usecases.grading import Grade, grade
from recall.usecases.today import TIMES, today
from recall.usecases.undoing import undo
from testing.factories import TODAY, catalog, entries, make_library, titled


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Ten that are read, all of them due today, and one that is not read."""
    made = make_library(sqlite_url, catalog(*entries(11, read=10, minutes=12)))
    with made.store:
        yield made._replace(settings=made.settings._replace(daily_minutes=1000))


def later(context: Context, days: int) -> Context:
    return context._replace(now=context.now + timedelta(days=days))


def busy(context: Context, days: int) -> Context:
    """So many days on each of which one other thing was revisited."""
    for day in range(days):
        one = titled(context, f"Resource {day + 3}")
        grade(later(context, day), one, Grade(Rating.EASY, TODAY + timedelta(days=day)))
    return later(context, days)


def asked_about(context: Context) -> PassedOver | None:
    """The question of a day that has no minutes for any of them."""
    return today(context, 0).passed_over


def test_what_is_listed_today_has_its_turn_and_is_not_asked_about(context: Context) -> None:
    after = busy(context, TIMES)
    assert today(after).revisit
    assert today(after).passed_over is None
    assert asked_about(after)


def test_what_was_passed_over_for_days_is_asked_about(context: Context) -> None:
    assert asked_about(busy(context, TIMES - 1)) is None
    one = titled(context, "Resource 7")
    grade(later(context, TIMES - 1), one, Grade(Rating.EASY, TODAY + timedelta(TIMES - 1)))
    asked = asked_about(later(context, TIMES))
    assert asked == PassedOver(1, "Resource 1", TODAY)


def test_days_without_a_revisit_do_not_count(context: Context) -> None:
    busy(context, TIMES - 1)
    assert asked_about(later(context, 100)) is None


def test_readings_do_not_go_before_revisits(context: Context) -> None:
    after = busy(context, TIMES - 1)
    grade(after, titled(context, "Resource 11"), Grade(Rating.GOOD, after.today))
    assert asked_about(later(after, 1)) is None


def test_what_is_kept_is_not_asked_about_again(context: Context) -> None:
    after = busy(context, TIMES)
    keep(after, titled(context, "Resource 1"))
    assert (asked := asked_about(after))
    assert asked.id == 2
    undo(after)
    assert (asked := asked_about(after))
    assert asked.id == 1


def test_what_was_kept_is_asked_about_when_it_is_passed_over_anew(context: Context) -> None:
    after = busy(context, TIMES)
    one = keep(after, titled(context, "Resource 1"))
    postpone(after, one, after.today + timedelta(days=1))
    for number in (2, 3, 4, 5, 6, 7, 8):
        archive(after, titled(context, f"Resource {number}"))
    for day in range(1, TIMES + 1):
        on = later(after, day)
        grade(on, titled(context, "Resource 9"), Grade(Rating.GOOD, on.today))
    assert (asked := passed_over(context.store, after.today + timedelta(days=TIMES + 1), TIMES))
    assert asked.id in (1, 10)


@pytest.mark.parametrize("way", ["lower", "archive", "grade"])
def test_every_answer_ends_the_question(context: Context, way: str) -> None:
    after = busy(context, TIMES)
    one = titled(context, "Resource 1")
    if way == "lower":
        edit(after, one, Edit(priority="low"))
    elif way == "archive":
        archive(after, one)
    else:
        grade(after, one, Grade(Rating.GOOD, after.today))
    assert (asked := asked_about(after))
    assert asked.id == 2


def test_only_a_revisit_can_be_kept(context: Context) -> None:
    with pytest.raises(BadInput, match="only a revisit"):
        keep(context, titled(context, "Resource 11"))
