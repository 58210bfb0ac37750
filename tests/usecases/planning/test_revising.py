"""What the person does to the plan of today: each is one action, and undo takes it away."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.errors import RecallError
from recall.settings.table import Settings
from recall.storage.tables.log import history
from recall.usecases.breaks.pausing import pause
from recall.usecases.context import Context
from recall.usecases.planning.revising import more, put_later, put_off, set_minutes
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import postpone
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import (
    NOW,
    TODAY,
    at,
    catalog,
    entries,
    entry,
    make_library,
    titled,
)
from testing.libraries.planned_days import left, left_today, readings, revisits, stands, titles

MORNING = [3, 4, 1, 2]
"""The plan of the small library: a reading of 20 minutes, a sitting of 10, two revisits of 5."""


def done(context: Context, number: int, minutes: int | None = None) -> None:
    grade(context, str(number), Grade(Rating.GOOD, context.today, minutes=minutes))


def test_more_puts_the_next_in_line_at_the_end(library: Context) -> None:
    today(library)
    change = more(library, 25)
    assert [visit.resource_id for visit in change.added] == [5]
    assert left_today(library) == [*MORNING, 5]
    assert today(library).progress.plan.minutes == 60
    assert history(library.store, 1)[0].summary == "60 min today, 1 thing added"
    undo(library)
    study = today(library)
    assert [visit.resource_id for visit in left(study)] == MORNING
    assert study.progress.plan.minutes == 45


def test_more_adds_what_is_due_before_readings(library: Context) -> None:
    short = library._replace(settings=Settings(daily_minutes=15, new_share=1.0))
    assert left_today(short) == [3, 1][:1] + left_today(short)[1:]
    due = {1, 2} - set(left_today(short))
    assert due
    change = more(short, 30)
    assert change.added[0].task == "revisit"
    assert {visit.resource_id for visit in change.added if visit.task == "revisit"} == due
    assert change.added[-1].task != "revisit"


@pytest.mark.parametrize(("spent", "added"), [(0, 10), (1, 20), (9, 10), (13, 10), (20, 10)])
def test_more_without_minutes_takes_what_is_left_of_the_day_or_fifteen(
    library: Context, spent: int, added: int
) -> None:
    today(library)
    if spent:
        done(library, 3, spent)
    assert sum(visit.minutes for visit in more(library).added) == added


def test_more_is_told_when_nothing_fits_or_nothing_waits(library: Context) -> None:
    today(library)
    with pytest.raises(RecallError, match="nothing that waits fits 5 min; 'recall more 30' adds"):
        more(library, 5)
    more(library, 300)
    with pytest.raises(RecallError, match="nothing else waits today"):
        more(library, 300)
    assert [one.kind for one in history(library.store, 9)].count("more") == 1


def test_what_a_part_that_was_read_sets_free_comes_first_in_more(database_url: str) -> None:
    parts = [entry(f"Part {part}", minutes=20, series="S", part=part) for part in (1, 2, 3)]
    listed = catalog(parts[0], *entries(4, minutes=20), *parts[1:])
    context = make_library(database_url, listed)
    with context.store:
        assert titles(today(context))[0] == "Part 1"
        done(context, titled(context, "Part 1").id)
        assert "Part 2" not in titles(today(context)), "nothing comes in unasked"
        assert [visit.resource_id for visit in more(context, 20).added] == [
            titled(context, "Part 2").id
        ]


def test_what_was_set_free_comes_before_what_is_beyond_the_day(database_url: str) -> None:
    parts = [entry(f"Part {part}", minutes=20, series="S", part=part) for part in (1, 2)]
    context = make_library(database_url, catalog(*entries(3, read=3, minutes=20), *parts))
    with context.store:
        assert titles(today(context))[0] == "Part 1"
        done(context, titled(context, "Part 1").id, 43)
        beyond = left_today(context)
        more(context, 20)
        freed = titled(context, "Part 2").id
        assert left_today(context) == [freed, *beyond], "it is what the minutes were asked for"
        assert [one.beyond for one in today(context).progress.left] == [False, True, True, True]


def test_what_a_reading_beside_the_plan_sets_free_comes_first_in_more_too(
    database_url: str,
) -> None:
    context = make_library(database_url, catalog(*entries(9, minutes=20)))
    with context.store:
        edit(context, "9", Edit(after=(8,)))
        today(context)
        done(context, 8)
        assert [visit.resource_id for visit in more(context, 20).added] == [9]


def visits(context: Context) -> list[tuple[int, int]]:
    return [(visit.resource_id, visit.minutes) for visit in left(today(context))]


def test_fewer_minutes_keep_in_order_what_the_planner_would_take_of_it(library: Context) -> None:
    today(library)
    set_minutes(library, 30)
    study = today(library)
    assert visits(library) == [(3, 20), (1, 5), (2, 5)]
    assert (study.progress.plan.minutes, study.usual_minutes) == (30, 45)
    set_minutes(library, 15)
    assert visits(library) == [(3, 10), (1, 5)]
    undo(library)
    undo(library)
    assert visits(library) == [(3, 20), (4, 10), (1, 5), (2, 5)]


def test_what_is_wanted_no_more_stands_behind_what_fits_the_other_minutes(library: Context) -> None:
    today(library)
    done(library, 3, 5)
    postpone(library, "1", TODAY + timedelta(days=2))
    put_off(library, titled(library, "Resource 4"))
    set_minutes(library, 30)
    assert [(number, state) for number, state, _ in stands(today(library))] == [
        (3, "done"),
        (2, "left"),
        (4, "put off"),
        (1, "struck"),
    ]


def test_minutes_of_the_day_include_those_already_spent(library: Context) -> None:
    today(library)
    done(library, 3, 18)
    set_minutes(library, 40)
    assert visits(library) == [(4, 10), (1, 5), (2, 5)]
    set_minutes(library, 18)
    study = today(library)
    assert (left(study), study.progress.spent_minutes) == ([], 18)
    assert stands(study) == [(3, "done", False)]


def test_more_minutes_fill_the_day(library: Context) -> None:
    today(library)
    set_minutes(library, 90)
    study = today(library)
    assert [visit.resource_id for visit in left(study)] == [*MORNING, 5, 6]
    assert sum(visit.minutes for visit in left(study)) <= 90
    undo(library)
    assert left_today(library) == MORNING


def test_fewer_and_then_more_minutes_bring_back_what_fell_out(library: Context) -> None:
    today(library)
    set_minutes(library, 15)
    set_minutes(library, 45)
    assert sorted(visits(library)) == [(1, 5), (2, 5), (3, 20), (4, 10)]


def test_minutes_that_became_free_meanwhile_are_filled_too(library: Context) -> None:
    set_minutes(library, 15)
    sit(library, titled(library, "Resource 3"), Grade(Rating.GOOD, TODAY, 5))
    set_minutes(library, 45)
    study = today(library)
    assert [visit.resource_id for visit in study.progress.plan.visits][:4] == MORNING
    assert len(left(study)) > 3, "the reading took 5 of its 20 minutes"
    assert study.progress.free_minutes < 5
    before = dump(library.store)
    set_minutes(library, 45)
    assert dump(library.store) == before, "asked for again, they bring in nothing"


@pytest.mark.parametrize("minutes", [45, 1440])
def test_the_same_minutes_once_more_are_no_action(library: Context, minutes: int) -> None:
    today(library)
    set_minutes(library, minutes)
    before = dump(library.store)
    set_minutes(library, minutes)
    assert dump(library.store) == before


def test_a_day_of_one_minute_holds_nothing_and_one_of_1440_everything(library: Context) -> None:
    set_minutes(library, 1)
    assert left_today(library) == []
    set_minutes(library, 1440)
    assert sorted(left_today(library)) == [1, 2, 3, 4, 5, 6]


def test_a_visit_can_be_put_behind_the_rest_of_the_day(library: Context) -> None:
    today(library)
    put_later(library, titled(library, "Resource 3"))
    assert left_today(library) == [4, 1, 2, 3]
    assert history(library.store, 1)[0].summary == "Resource 3"
    undo(library)
    assert left_today(library) == MORNING


def test_a_visit_that_is_the_last_already_is_not_put_later_again(library: Context) -> None:
    today(library)
    for _ in range(2):
        put_later(library, titled(library, "Resource 3"))
    assert left_today(library) == [4, 1, 2, 3]
    undo(library)
    assert left_today(library) == MORNING


def test_a_visit_can_be_put_off_for_today_and_does_not_come_back_today(library: Context) -> None:
    today(library)
    due = titled(library, "Resource 1").card.due
    put_off(library, titled(library, "Resource 1"))
    study = today(library)
    assert stands(study)[2] == (1, "put off", False)
    assert titled(library, "Resource 1").card.due == due
    more(library, 60)
    assert 1 not in left_today(library)
    set_minutes(library, 200)
    assert 1 not in left_today(library)
    tomorrow = at(library, NOW + timedelta(days=1))
    assert 1 in left_today(tomorrow)
    for _ in range(3):
        undo(library)
    assert left_today(library) == MORNING


@pytest.mark.parametrize("change", [put_later, put_off])
@pytest.mark.parametrize("number", [3, 5])
def test_only_what_is_left_of_the_plan_can_be_moved(
    library: Context, change: Callable[..., object], number: int
) -> None:
    today(library)
    done(library, 3)
    before = dump(library.store)
    with pytest.raises(RecallError, match=f"{number} is not left in today's plan"):
        change(library, titled(library, f"Resource {number}"))
    assert dump(library.store) == before


@pytest.mark.parametrize("change", [lambda one: more(one, 60), lambda one: set_minutes(one, 90)])
def test_in_a_pause_nothing_is_added_to_the_plan(
    library: Context, change: Callable[[Context], object]
) -> None:
    pause(library, None, None)
    before = dump(library.store)
    with pytest.raises(RecallError, match="'recall resume' ends it"):
        change(library)
    assert dump(library.store) == before
    undo(library)
    change(library)


def test_a_plan_with_a_resource_that_was_deleted_by_hand_can_still_be_changed(
    sqlite_library: Context, sqlite_library_url: str
) -> None:
    today(sqlite_library)
    path = sqlite_library_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM resource WHERE id = 3")
        connection.execute("DELETE FROM place WHERE resource_id = 3")
    assert left_today(sqlite_library) == [4, 1, 2]
    more(sqlite_library, 30)
    assert left_today(sqlite_library)[:3] == [4, 1, 2]
    put_later(sqlite_library, titled(sqlite_library, "Resource 4"))
    undo(sqlite_library)
    undo(sqlite_library)
    assert left_today(sqlite_library) == [4, 1, 2]


def test_a_change_of_a_plan_that_could_not_be_kept_keeps_it(
    library: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recall.usecases.planning.keeping._is_kept", lambda *_: False)
    put_later(library, titled(library, "Resource 3"))
    monkeypatch.undo()
    assert left_today(library) == [4, 1, 2, 3]


def test_a_book_is_cut_into_sittings_and_comes_every_third_day(database_url: str) -> None:
    listed = [entry("Book", minutes=600), *entries(12, minutes=20)]
    context = make_library(database_url, catalog(*listed))
    book = titled(context, "Book")
    days = []
    with context.store:
        for number in range(7):
            here = at(context, NOW + timedelta(number))
            visits = left(today(here))
            days.append(book.id in readings(today(here)))
            for visit in visits:
                does = sit if visit.task == "sitting" else grade
                given = Grade(Rating.GOOD, here.today, minutes=visit.minutes)
                does(here, str(visit.resource_id), given)
    assert days == [True, False, False, True, False, False, True]


def test_of_a_full_day_revisits_and_readings_are_told_apart(library: Context) -> None:
    study = today(library)
    assert (readings(study), revisits(study)) == ([3, 4], [1, 2])
