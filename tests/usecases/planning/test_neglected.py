"""A revisit that five plans left out is asked about once a week: keep, lower or archive it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.day.plan import NeglectedRevisit
from recall.domain.library.card import Rating
from recall.errors import BadInput
from recall.settings.table import Settings
from recall.usecases.context import Context
from recall.usecases.planning.today import NEGLECTED_PLANS, today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, keep
from recall.usecases.undoing import undo
from testing.libraries.factories import TODAY, catalog, entries, make_library, titled
from testing.libraries.planned_days import revisits

SHORT = Settings(daily_minutes=3, new_share=0.0)
"""Days that hold one revisit of this library."""


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Ten revisits of three minutes, seven of them due today, and a resource that is not read."""
    made = make_library(sqlite_url, catalog(*entries(11, read=10, minutes=12)))
    with made.store:
        yield made._replace(settings=SHORT)


def later(context: Context, days: int) -> Context:
    return context._replace(now=context.now + timedelta(days=days))


def busy(context: Context, days: int) -> Context:
    """Live days on each of which the one revisit of the plan is done; return the day after."""
    for day in range(days):
        here = later(context, day)
        for number in revisits(today(here)):
            grade(here, str(number), Grade(Rating.EASY, here.today))
    return later(context, days)


def asked_on(context: Context, days: int) -> NeglectedRevisit | None:
    """Return the question of a coming day that has no minutes."""
    here = later(context, days)
    return today(here._replace(settings=Settings(daily_minutes=0))).neglected


def asked_about(context: Context) -> list[int]:
    """Return the IDs of the questions of a week of days without minutes, and so without plans."""
    asked = [asked_on(context, day) for day in range(7)]
    return sorted(one.id for one in asked if one)


def test_what_five_plans_left_out_is_asked_about_once_a_week(context: Context) -> None:
    before = busy(context, NEGLECTED_PLANS - 1)
    assert asked_about(before) == []
    after = busy(before, 1)
    assert asked_about(after) == [6, 7], "the others had their turns, or were not due at first"
    weeks = [asked_on(after, day) for day in range(14)]
    assert weeks[:7] == weeks[7:]
    assert {week.due for week in weeks if week} == {TODAY}


def test_what_is_planned_today_has_its_turn_and_is_not_asked_about(context: Context) -> None:
    after = busy(context, NEGLECTED_PLANS)
    assert asked_about(after)
    for day in range(7):
        here = later(after, day)._replace(settings=Settings(daily_minutes=1000))
        study = today(here)
        assert study.neglected is None
        assert revisits(study)


def test_days_on_which_nothing_was_asked_of_recall_do_not_count(context: Context) -> None:
    busy(context, NEGLECTED_PLANS - 1)
    assert asked_about(later(context, 100)) == []


def test_what_is_kept_is_not_asked_about_again(context: Context) -> None:
    after = busy(context, NEGLECTED_PLANS)
    keep(after, "6")
    assert asked_about(after) == [7]
    undo(after)
    assert asked_about(after) == [6, 7]


@pytest.mark.parametrize("way", ["lower", "archive", "grade"])
def test_every_answer_ends_the_question(context: Context, way: str) -> None:
    after = busy(context, NEGLECTED_PLANS)
    first, *others = asked_about(after)
    if way == "lower":
        edit(after, str(first), Edit(priority="low"))
    elif way == "archive":
        archive(after, str(first))
    else:
        grade(after, str(first), Grade(Rating.EASY, after.today))
    assert asked_about(after) == others


def test_only_a_revisit_can_be_kept(context: Context) -> None:
    with pytest.raises(BadInput, match="only a revisit"):
        keep(context, titled(context, "Resource 11"))
