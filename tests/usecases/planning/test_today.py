"""A study day as it is seen: how its plan stands, what else waits, days to come and days gone."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.errors import BadInput
from recall.settings.table import Settings
from recall.storage.tables.planning import plans
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.returning import come_back, plan_return
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.planning.other_days import other_day
from recall.usecases.planning.revising import put_off
from recall.usecases.planning.today import StudyDay, resources_of, today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, postpone, resume, suspend
from recall.usecases.undoing import undo
from testing.libraries.factories import TODAY, at, catalog, entries, entry, make_library, titled
from testing.libraries.planned_days import left, left_today, readings, revisits, stands, titles

TOMORROW = TODAY + timedelta(1)


@pytest.fixture
def context(database_url: str) -> Context:
    """Two revisits of five minutes, then a long reading, a series of two and a short one."""
    parts = [entry(f"Part {number}", series="S", part=number, minutes=10) for number in (1, 2)]
    listed = catalog(
        *entries(2, read=2), entry("Long", minutes=600), *parts, entry("Short", minutes=5)
    )
    return make_library(database_url, listed)


def later(context: Context, days: int) -> Context:
    return at(context, context.now + timedelta(days))


def do(context: Context, title: str, minutes: int | None = None) -> None:
    grade(context, titled(context, title), Grade(Rating.GOOD, context.today, minutes=minutes))


def test_what_is_done_is_struck_and_the_rest_stays_in_its_order(context: Context) -> None:
    with context.store:
        morning = today(context)
        assert titles(morning) == ["Long", "Part 1", "Short", "Resource 1", "Resource 2"]
        do(context, "Resource 1", 2)
        assert titles(today(context)) == ["Long", "Part 1", "Short", "Resource 2"]
        sit(context, titled(context, "Long"), Grade(Rating.GOOD, TODAY, minutes=5))
        do(context, "Part 1")
        study = today(context, whole=True)
        assert titles(study) == ["Short", "Resource 2"], "the next part does not come unasked"
        assert [visit.spent for visit in study.progress.visits] == [5, 10, 0, 2, 0]
        assert study.progress.spent_minutes == 17
        assert (study.due_beyond, study.unread_beyond) == (0, 2)


def test_a_past_day_says_on_which_later_day_the_rest_of_its_plan_was_done(
    context: Context,
) -> None:
    with context.store:
        today(context)
        do(context, "Resource 1")
        second, third = later(context, 1), later(context, 2)
        sit(second, titled(context, "Long"), Grade(Rating.GOOD, second.today, minutes=5))
        do(third, "Long", 5)
        do(third, "Resource 2", 5)
        do(third, "Resource 1", 5)
        undone = other_day(third, TODAY)
        found = {undone.states[number].title: day for number, day in undone.done_since.items()}
        assert found == {"Long": second.today, "Resource 2": third.today}
        undo(third)
        undo(third)
        assert list(other_day(third, TODAY).done_since.values()) == [second.today]
        assert today(third).done_since == {}


ASIDE = {
    "postponed": lambda on: postpone(on, titled(on, "Resource 2"), on.today + timedelta(9)),
    "suspended": lambda on: suspend(on, titled(on, "Resource 2")),
    "archived": lambda on: archive(on, titled(on, "Resource 2")),
    "read once": lambda on: edit(on, titled(on, "Resource 2"), Edit(once=True)),
}


@pytest.mark.parametrize("how", ASIDE)
def test_a_past_day_stands_as_it_did_when_it_was_over(context: Context, how: str) -> None:
    """What is put aside on it is not left, and what is put aside later was left."""
    second, third = later(context, 1), later(context, 2)
    with context.store:
        today(context)
        do(context, "Resource 1", 5)
        ASIDE[how](context)
        evening = today(context).progress
        assert other_day(second, TODAY).progress == evening
        undo(second)
        assert "Resource 2" in titles(other_day(second, TODAY)), "as if it had never happened"
        ASIDE[how](second)
        suspend(third, titled(third, "Short"))
        assert titles(other_day(third, TODAY)) == ["Long", "Part 1", "Short", "Resource 2"]
        resume(third, titled(third, "Short"))
        assert titles(other_day(third, TODAY)) == ["Long", "Part 1", "Short", "Resource 2"]


def test_what_is_done_beside_the_plan_is_told_and_its_minutes_count(context: Context) -> None:
    with context.store:
        today(context)
        edit(context, "Part 2", Edit(no_series=True))
        do(context, "Part 2", 12)
        study = today(context)
        assert [(one.resource_id, one.minutes) for one in study.progress.unplanned] == [
            (titled(context, "Part 2").id, 12)
        ]
        assert titles(study) == ["Long", "Part 1", "Short", "Resource 1", "Resource 2"]
        assert study.states[titled(context, "Part 2").id].status == "read"


def test_what_no_longer_fits_stays_below_a_line(context: Context) -> None:
    with context.store:
        today(context)
        do(context, "Part 1", 26)
        study = today(context)
        assert [one.beyond for one in study.progress.left] == [False, False, False, True]
        undo(context)
        do(context, "Part 1", 15)
        study = today(context)
        assert [(one.visit.minutes, one.beyond) for one in study.progress.left] == [
            (20, False),
            (5, False),
            (5, False),
            (5, True),
        ]
        assert study.progress.free_minutes == 0
        assert study.progress.left_minutes == 30


def test_minutes_that_are_left_over_bring_nothing_in(context: Context) -> None:
    with context.store:
        today(context)
        for title in ("Part 1", "Short", "Resource 1", "Resource 2"):
            do(context, title, 1)
        sit(context, titled(context, "Long"), Grade(Rating.GOOD, TODAY, minutes=1))
        study = today(context)
        assert (left(study), study.progress.spent_minutes) == ([], 5)
        assert (study.progress.free_minutes, study.unread_beyond) == (40, 2)


def test_undoing_gives_the_day_back_step_by_step(context: Context) -> None:
    with context.store:
        seen = [today(context)]
        for title in ("Resource 2", "Part 1", "Short"):
            do(context, title, 3)
            seen.append(today(context))
        sit(context, titled(context, "Long"), Grade(Rating.EASY, TODAY))
        for study in reversed(seen):
            undo(context)
            assert today(context) == study


def put_aside(context: Context, how: str) -> None:
    if how == "postpone":
        postpone(context, "Resource 1", TOMORROW)
    elif how == "put off":
        put_off(context, titled(context, "Resource 1"))
    else:
        {"suspend": suspend, "archive": archive}[how](context, "Resource 1")


@pytest.mark.parametrize("how", ["postpone", "suspend", "archive", "put off"])
def test_what_is_put_aside_is_struck_and_stands_again_where_it_stood_after_undo(
    context: Context, how: str
) -> None:
    with context.store:
        morning = today(context)
        put_aside(context, how)
        study = today(context)
        assert titles(study) == ["Long", "Part 1", "Short", "Resource 2"]
        assert stands(study)[3][1] == ("put off" if how == "put off" else "struck")
        undo(context)
        assert today(context) == morning


def test_what_is_taken_up_again_stands_where_it_stood(context: Context) -> None:
    with context.store:
        morning = titles(today(context))
        suspend(context, "Part 1")
        resume(context, "Part 1")
        assert titles(today(context)) == morning


def test_in_a_pause_the_plan_is_put_away_and_undo_brings_it_back(context: Context) -> None:
    with context.store:
        morning = today(context)
        pause(context, None, None)
        study = today(context)
        assert (left(study), study.pause is not None, study.neglected) == ([], True, None)
        assert study.counts.due == 2
        undo(context)
        assert today(context) == morning


def test_the_resources_of_a_day_are_told_with_where_they_stand(context: Context) -> None:
    with context.store:
        do(context, "Resource 1")
        shown = resources_of(context, today(context))
    assert len(shown) == 5
    assert all([place.section for place in one.places] == [("Section",)] for one in shown)


def all_done(context: Context, study: StudyDay) -> None:
    for visit in left(study):
        given = Grade(Rating.GOOD, context.today, minutes=visit.minutes)
        (sit if visit.task == "sitting" else grade)(context, str(visit.resource_id), given)


def test_a_coming_day_is_a_preview_of_its_plan_if_todays_is_done(context: Context) -> None:
    with context.store:
        preview = other_day(context, TOMORROW)
        assert (preview.is_preview, preview.study_date) == (True, TOMORROW)
        assert plans.kept(context.store, TOMORROW) is None
        assert titles(preview)[0] == "Part 2"
        all_done(context, today(context))
        assert left(other_day(context, TOMORROW)) == left(preview)
        assert left(today(later(context, 1))) == left(preview)


def test_a_coming_day_has_its_own_minutes_and_a_day_off_or_a_pause_none(context: Context) -> None:
    weekdays = context._replace(settings=Settings(weekday_minutes="tue 0, wed 90"))
    with context.store:
        assert left(other_day(weekdays, TOMORROW)) == []
        wednesday = other_day(weekdays, TODAY + timedelta(2))
        assert (wednesday.progress.plan.minutes, wednesday.usual_minutes) == (90, 90)
        assert left(wednesday)
        pause(context, TODAY + timedelta(2), TODAY + timedelta(4))
        away = other_day(weekdays, TODAY + timedelta(2))
        assert (left(away), away.pause is not None) == ([], True)


def test_a_preview_of_more_than_a_year_is_refused(context: Context) -> None:
    with context.store, pytest.raises(BadInput, match="a preview reaches 366 days ahead"):
        other_day(context, TODAY + timedelta(367))


def test_a_day_gone_shows_what_was_planned_and_what_was_done_of_it(context: Context) -> None:
    with context.store:
        today(context)
        do(context, "Resource 1", 50)
        do(context, "Part 1", 12)
        put_off(context, titled(context, "Short"))
        tomorrow = later(context, 1)
        do(tomorrow, "Resource 2")
        postpone(tomorrow, "Resource 2", TODAY + timedelta(30))
        archive(tomorrow, "Long")
        study = other_day(tomorrow, TODAY)
        assert [(one, how, beyond) for one, how, beyond in stands(study)] == [
            (titled(context, "Long").id, "left", False),
            (titled(context, "Part 1").id, "done", False),
            (titled(context, "Short").id, "put off", False),
            (1, "done", False),
            (2, "left", False),
        ]
        assert (study.progress.spent_minutes, study.progress.plan.minutes) == (62, 45)
        assert not study.is_preview


def test_a_day_gone_without_a_plan_shows_what_was_done(context: Context) -> None:
    with context.store:
        do(context, "Resource 1", 7)
        study = other_day(later(context, 3), TODAY)
        assert [one.resource_id for one in study.progress.unplanned] == [1]
        assert (stands(study), study.progress.spent_minutes) == ([], 7)
        assert stands(other_day(later(context, 3), TODAY - timedelta(9))) == []


def test_a_part_that_came_free_is_offered_the_day_after(context: Context) -> None:
    with context.store:
        do(context, "Part 1")
        assert "Part 2" not in titles(today(context))
        assert "Part 2" in titles(today(later(context, 1)))


def test_what_is_put_off_waits_and_is_not_for_more(context: Context) -> None:
    with context.store:
        for title in titles(today(context)):
            put_off(context, titled(context, title))
        study = today(context)
        assert (study.due_beyond, study.unread_beyond) == (2, 4)
        assert (study.due_for_more, study.unread_for_more) == (0, 1), "the second part"


def test_who_was_away_three_days_is_told_that_the_backlog_can_be_spread(
    database_url: str,
) -> None:
    made = make_library(database_url, catalog(*entries(40, read=40, minutes=40)))
    context = made._replace(settings=Settings(daily_minutes=60))
    with context.store:
        do(context, "Resource 1", 10)
        assert [today(later(context, days)).is_behind for days in (0, 3, 4, 5)] == [
            *(False, False),
            *(True, True),
        ]
        do(later(context, 4), "Resource 2", 10)
        assert not today(later(context, 5)).is_behind
        pause(later(context, 5), None, None)
        assert not today(later(context, 12)).is_behind


def test_what_resume_has_spread_is_not_behind_however_few_minutes_the_day_gets(
    database_url: str,
) -> None:
    context = later(make_library(database_url, catalog(*entries(40, read=40, minutes=40))), 8)
    with context.store:
        assert today(context).is_behind
        come_back(context, plan_return(context))
        for minutes in (20, 5):
            set_date_minutes(context, context.today, minutes)
            study = today(context)
            assert study.due_beyond
            assert not study.is_behind, f"with {minutes} min"
        undo(context)
        undo(context)
        undo(context)
        assert today(context).is_behind


def test_two_days_worth_of_due_revisits_are_behind_too(sqlite_url: str) -> None:
    context = make_library(sqlite_url, catalog(*entries(40, read=40, minutes=40)))
    with context.store:
        for number in range(2, 6):
            do(later(context, number), f"Resource {number}", 10)
        found = [today(later(context, days)) for days in range(3, 8)]
        much = [study.counts.due_minutes > 90 for study in found]
        assert set(much) == {False, True}
        assert [study.is_behind for study in found] == much
        day_off = later(context, 8)._replace(settings=Settings(daily_minutes=0))
        assert not today(day_off).is_behind


def test_revisits_wait_on_days_of_readings_alone_and_readings_on_days_of_none(
    library: Context,
) -> None:
    none = library._replace(settings=Settings(new_share=0.0, daily_minutes=10))
    assert (readings(today(none)), revisits(today(none))) == ([], [1, 2])
    assert left_today(none) == [1, 2]
