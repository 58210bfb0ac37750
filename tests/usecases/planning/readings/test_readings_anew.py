"""Today's readings are chosen anew after a change of their order, and take other minutes."""

from collections.abc import Callable, Iterator

import pytest

from recall.domain.library.card import Rating
from recall.storage.tables.log import history
from recall.usecases.context import Context
from recall.usecases.planning.readings.readings_anew import readings_now
from recall.usecases.planning.sections import lay_down
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from testing.libraries.factories import TODAY, catalog, entry, make_library, titled
from testing.libraries.planned_days import left, titles


def done(context: Context, number: int, minutes: int | None = None) -> None:
    grade(context, str(number), Grade(Rating.GOOD, context.today, minutes=minutes))


@pytest.fixture
def sections(database_url: str) -> Iterator[Context]:
    """Two readings in each of three sections, and two revisits."""
    listed = [
        entry(f"{name} {number}", minutes=15, section=(name,))
        for name in "ABC"
        for number in (1, 2)
    ]
    due = [entry(f"Due {number}", read=True, minutes=20) for number in (1, 2)]
    context = make_library(database_url, catalog(*listed, *due))
    with context.store:
        yield context


ANEW: dict[str, Callable[[Context], object]] = {
    "a turn": lambda context: lay_down(context, "C", "first"),
    "a deadline": lambda context: lay_down(context, "C", None, TODAY),
    "a priority": lambda context: edit(context, "C 1", Edit(priority="high")),
    "a prerequisite": lambda context: edit(context, "A 1", Edit(after=(5,))),
    "a hold": lambda context: lay_down(context, "A", "hold"),
}


@pytest.mark.parametrize("what", ANEW)
def test_a_change_of_the_order_chooses_todays_readings_anew_and_revisits_stay(
    sections: Context, what: str
) -> None:
    before = left(today(sections))
    assert titles(today(sections)) == ["A 1", "A 2", "Due 1", "Due 2"]
    ANEW[what](sections)
    study = today(sections)
    assert titles(study)[:2] != ["A 1", "A 2"]
    assert titles(study)[2:] == ["Due 1", "Due 2"]
    told = readings_now(sections)
    assert told is not None
    assert [one.split(maxsplit=1)[1] for one in told] == titles(study)[:2]
    assert len(history(sections.store, 9)) == 2, "one action, beside that of the import"
    undo(sections)
    assert left(today(sections)) == before


def test_what_is_done_or_begun_today_stays_when_readings_are_chosen_anew(
    sections: Context,
) -> None:
    today(sections)
    done(sections, titled(sections, "A 1").id)
    lay_down(sections, "C", "first")
    study = today(sections)
    assert [visit.state for visit in study.progress.visits] == ["done", "left", "left", "left"]
    assert titles(study) == ["C 1", "Due 1", "Due 2"]
    sit(sections, titled(sections, "C 1"), Grade(Rating.GOOD, TODAY, minutes=5))
    lay_down(sections, "B", "first")
    assert titles(today(sections)) == ["Due 1", "Due 2"]


def test_a_change_that_leaves_todays_readings_as_they_are_says_nothing(sections: Context) -> None:
    before = left(today(sections))
    for change in (
        lambda: lay_down(sections, "A", "first"),
        lambda: lay_down(sections, "C", "later"),
        lambda: edit(sections, "A 1", Edit(priority="high")),
        lambda: edit(sections, "Due 1", Edit(priority="high")),
    ):
        change()
        assert readings_now(sections) is None
    assert left(today(sections)) == before


def test_a_planned_visit_takes_the_minutes_that_the_person_gives_it(sections: Context) -> None:
    before = left(today(sections))
    assert [one.minutes for one in before] == [15, 15, 5, 5]
    edit(sections, "Due 1", Edit(minutes=60))
    assert [one.minutes for one in left(today(sections))] == [15, 15, 15, 5]
    edit(sections, "A 2", Edit(minutes=10))
    assert [(one.minutes, one.task) for one in left(today(sections))][:2] == [
        (15, "read"),
        (10, "read"),
    ]
    edit(sections, "A 1", Edit(minutes=60))
    assert [(one.minutes, one.task) for one in left(today(sections))][:1] == [(25, "sitting")]
    for _ in range(3):
        undo(sections)
    assert left(today(sections)) == before


@pytest.mark.parametrize("what", ["done", "unplanned", "the same"])
def test_other_minutes_leave_the_plan_alone_if_nothing_planned_waits_for_them(
    sections: Context, what: str
) -> None:
    today(sections)
    done(sections, titled(sections, "A 1").id, 10)
    before = left(today(sections))
    number, minutes = {"done": ("A 1", 60), "unplanned": ("C 1", 60), "the same": ("Due 1", 20)}[
        what
    ]
    edit(sections, number, Edit(minutes=minutes))
    assert readings_now(sections) is None
    assert left(today(sections)) == before


def test_before_a_plan_is_made_there_is_nothing_to_choose_anew(sections: Context) -> None:
    lay_down(sections, "C", "first")
    assert readings_now(sections) is None
    assert titles(today(sections))[:2] == ["C 1", "C 2"]
