"""Single dates and planned pauses are known wherever days are planned or due dates chosen."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from shutil import copy
from typing import Any, NamedTuple

import pytest

from recall.domain.ahead import year_simulation
from recall.domain.due_dates.load_balancer import bounds
from recall.domain.library.card import Rating
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables import log
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.memory.rescheduling import plan
from recall.usecases.planning.ahead.forecast import forecast
from recall.usecases.planning.ahead.workload import workload
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.other_days import other_day
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.rating.preview import preview_dates
from recall.usecases.resources.shelving import archive
from recall.usecases.upkeep.checking import doctor
from testing.libraries.factories import (
    NOW,
    TODAY,
    at,
    catalog,
    entries,
    everything,
    make_library,
    titled,
)
from testing.libraries.other_parameters import adopt


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Ten resources, none of them read."""
    made = make_library(sqlite_url, catalog(*entries(10)))
    with made.store:
        yield made


def seasoned(context: Context) -> date:
    """Where the model alone wants Resource 1 back: its third grade moves it by days."""
    for day in (0, 3):
        resource = titled(context, "Resource 1")
        grade(at(context, NOW + timedelta(day)), resource, Grade(Rating.GOOD, after(day)))
    dues = preview_dates(on_third_day(context), titled(context, "Resource 1"), after(17))
    return dues[Rating.GOOD]


def on_third_day(context: Context) -> Context:
    return at(context, NOW + timedelta(17))


@pytest.mark.parametrize("until", [60, None])
def test_a_grade_before_a_planned_pause_falls_due_before_it_if_its_bounds_allow(
    context: Context, until: int | None
) -> None:
    wanted, here = seasoned(context), on_third_day(context)
    pause(here, wanted, None if until is None else wanted + timedelta(until))
    resource = titled(here, "Resource 1")
    dues = preview_dates(here, resource, here.today)
    graded = grade(here, resource, Grade(Rating.GOOD, here.today)).resource
    assert graded.card.due == dues[Rating.GOOD] < wanted
    interval = log.reviews(here.store, resource.id)[-1].interval
    first, last = bounds(interval, Settings().maximum_interval)
    assert first <= (dues[Rating.GOOD] - here.today).days <= last


def test_a_pause_that_holds_all_the_bounds_puts_a_due_date_on_its_end(context: Context) -> None:
    wanted, here = seasoned(context), on_third_day(context)
    ends = wanted + timedelta(60)
    pause(here, here.today + timedelta(1), ends)
    assert preview_dates(here, titled(here, "Resource 1"), here.today)[Rating.GOOD] == ends
    grade(here, titled(here, "Resource 1"), Grade(Rating.GOOD, here.today))
    assert doctor(here) == []


def test_a_pause_without_an_end_changes_no_due_date(context: Context) -> None:
    wanted, here = seasoned(context), on_third_day(context)
    pause(here, here.today + timedelta(1), None)
    assert preview_dates(here, titled(here, "Resource 1"), here.today)[Rating.GOOD] == wanted


def test_what_comes_in_as_read_is_laid_out_around_a_planned_pause(context: Context) -> None:
    narrow = context._replace(settings=Settings(daily_minutes=10))
    pause(narrow, after(1), after(9))
    more = entries(13, read=13)[10:]
    import_catalog(narrow, Source(catalog(*more, name="more"), "/more.md"))
    dues = [one.card.due for one in everything(narrow) if one.card.due]
    assert dues == [TODAY, after(9), after(10)]


def test_what_comes_in_as_read_is_laid_out_around_all_pauses_and_by_single_dates(
    context: Context,
) -> None:
    narrow = context._replace(settings=Settings(daily_minutes=10))
    for first, until in ((1, 3), (5, 9)):
        pause(narrow, after(first), after(until))
    set_date_minutes(narrow, TODAY, 0)
    set_date_minutes(narrow, after(4), 20)
    more = entries(14, read=14)[10:]
    import_catalog(narrow, Source(catalog(*more, name="more"), "/more.md"))
    dues = [one.card.due for one in everything(narrow) if one.card.due]
    assert dues == [after(3), after(4), after(4), after(9)]


def test_a_pause_without_an_end_moves_nothing_that_comes_in(context: Context) -> None:
    narrow = context._replace(settings=Settings(daily_minutes=10))
    pause(narrow, None, None)
    more = entries(13, read=13)[10:]
    import_catalog(narrow, Source(catalog(*more, name="more"), "/more.md"))
    dues = [one.card.due for one in everything(narrow) if one.card.due]
    assert dues == [TODAY, after(1), after(2)]


def test_rescheduling_keeps_off_a_planned_pause(tmp_path: Path, rated_file: Path) -> None:
    path = copy(rated_file, tmp_path / "library.db")
    with Store(f"sqlite:///{path}") as store:
        made = Context(store, Settings(), NOW)
        adopt(made)
        far = [move.due for move in plan(made).moves if move.due > after(60)]
        pause(made, far[0], far[0] + timedelta(1))
        assert far[0] not in [move.due for move in plan(made).moves]


def test_the_forecast_keeps_off_the_pause_as_a_grade_does(context: Context) -> None:
    wanted, here = seasoned(context), on_third_day(context)
    pause(here, wanted, wanted + timedelta(9))
    for number in range(2, 11):
        archive(here, titled(here, f"Resource {number}"))
    days = forecast(here, (wanted - here.today).days).days
    done = grade(here, titled(here, "Resource 1"), Grade(Rating.GOOD, here.today)).resource
    assert [day.study_date for day in days if day.revisits] == [here.today, done.card.due]


def test_a_paused_day_is_still_no_day_off(context: Context) -> None:
    pause(context, None, after(3))
    assert open_days(context.store, context).on(TODAY) == today(context).progress.plan.minutes == 45


def test_a_grade_keeps_off_a_single_day_off_and_the_planned_pauses(context: Context) -> None:
    wanted, here = seasoned(context), on_third_day(context)
    set_date_minutes(here, wanted, 0)
    pause(here, wanted + timedelta(1), wanted + timedelta(60))
    pause(here, wanted - timedelta(1), wanted)
    dues = preview_dates(here, titled(here, "Resource 1"), here.today)
    assert dues[Rating.GOOD] == wanted - timedelta(2)


def test_single_dates_and_several_pauses_are_in_the_forecast(context: Context) -> None:
    for first, until in ((1, 2), (4, 5)):
        pause(context, after(first), after(until))
    set_date_minutes(context, after(2), 0)
    set_date_minutes(context, after(3), 100)
    days = forecast(context, 6).days
    assert [day.budget_minutes for day in days] == [45, 45, 0, 100, 45, 45]
    is_empty = [not day.visits for day in days]
    assert is_empty == [False, True, True, False, True, False]
    assert 45 < sum(visit.minutes for visit in days[3].visits) <= 100


@pytest.mark.parametrize(
    ("off", "readings"), [(None, 10), ((0, 365), 0), ((0, 355), 9), ((0, None), 10)]
)
def test_the_workload_has_no_first_readings_in_a_pause_with_an_end(
    context: Context,
    monkeypatch: pytest.MonkeyPatch,
    off: tuple[int, int | None] | None,
    readings: int,
) -> None:
    monkeypatch.setattr(year_simulation, "LIVES", 1)
    if off is not None:
        pause(context, after(off[0]), None if off[1] is None else after(off[1]))
    assert workload(context).readings == readings


def test_an_earlier_day_has_the_pauses_and_the_minutes_that_it_had(context: Context) -> None:
    pause(context, None, after(3))
    set_date_minutes(context, after(4), 15)
    later = at(context, NOW + timedelta(9))
    assert other_day(later, after(4)).usual_minutes == 15
    assert open_days(later.store, later) == later.week


class Counting(NamedTuple):
    """Reads of a store, with the number of questions asked."""

    store: Store
    asked: list[str]

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Any]:
        """Ask the store."""
        self.asked.append(sql)
        return self.store.rows(sql, params)


def test_single_dates_and_pauses_are_one_question(context: Context) -> None:
    pause(context, None, after(3))
    set_date_minutes(context, after(4), 15)
    counting = Counting(context.store, [])
    found = open_days(counting, context)
    assert (len(found.dates), len(found.pauses), len(counting.asked)) == (1, 1, 1)
