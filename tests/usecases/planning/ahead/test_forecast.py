"""Forecast, preview and workload of a real library: they are what `today` makes of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.ahead.habits import Habits
from recall.domain.ahead.list_end import ListEnd
from recall.domain.ahead.year_simulation import RETENTIONS
from recall.domain.day.plan import PlannedVisit
from recall.domain.library.card import Rating
from recall.settings.table import Settings
from recall.usecases.breaks.pausing import pause
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.planning.ahead import whole_library
from recall.usecases.planning.ahead.forecast import Forecast, forecast, preview
from recall.usecases.planning.ahead.workload import workload
from recall.usecases.planning.other_days import coming_day
from recall.usecases.planning.revising import put_off
from recall.usecases.planning.sections import lay_down
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, suspend
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, everything, make_library
from testing.libraries.lives import LISTED


def with_settings(context: Context, **settings: object) -> Context:
    changed = Settings()._replace(**settings)  # type: ignore[arg-type]  # keywords of the tests
    return context._replace(settings=changed)


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    made = make_library(sqlite_url, LISTED)
    with made.store:
        yield made


def does(context: Context, visit: PlannedVisit, minutes: int | None = None) -> None:
    given = Grade(Rating.GOOD, context.today, minutes or visit.minutes)
    resource = find(context.store, str(visit.resource_id))
    (sit if visit.task == "sitting" else grade)(context, resource, given)


def left_of(context: Context) -> list[PlannedVisit]:
    return [one.visit for one in today(context).progress.left]


def without_reasons(visits: object) -> list[tuple[int, str, int]]:
    return [(visit.resource_id, visit.task, visit.minutes) for visit in visits]  # type: ignore[attr-defined]


def test_who_does_each_days_plan_sees_what_was_forecast(context: Context) -> None:
    """Until the first failure is expected, which nobody can foresee."""
    expected = forecast(context, 14).days
    returned = 0
    for number, one in enumerate(expected):
        context = at(context, NOW + timedelta(number))
        planned = left_of(context)
        assert one.study_date == context.today
        assert without_reasons(one.visits) == without_reasons(planned)
        for visit in planned:
            does(context, visit)
        returned += sum(one.reason == "due today" for one in planned)
        if returned:
            break
    assert returned, "something came back within the days"


@pytest.mark.parametrize("days", [1, 2, 3])
def test_a_preview_is_what_today_shows_then_if_all_is_done_until_then(
    context: Context, days: int
) -> None:
    """Before the first failure is expected."""
    shown = coming_day(context, TODAY + timedelta(days))
    for number in range(days):
        context = at(context, NOW + timedelta(number))
        for visit in left_of(context):
            does(context, visit)
    context = at(context, NOW + timedelta(days))
    then = today(context, whole=True)
    assert [one.visit for one in shown.progress.left] == left_of(context)
    assert shown.counts.due == then.counts.due
    assert shown.unread == then.unread
    due = {number: state.due for number, state in then.states.items() if state.due}
    assert {number: shown.states[number].due for number in due} == due


def test_what_is_done_or_put_off_today_is_not_forecast_for_today(context: Context) -> None:
    first, second, *rest = left_of(context)
    does(context, first)
    put_off(context, find(context.store, str(second.resource_id)))
    assert without_reasons(forecast(context, 1).days[0].visits) == without_reasons(rest)


def test_days_have_their_own_minutes_and_pauses_none(context: Context) -> None:
    pause(context, TODAY + timedelta(2), TODAY + timedelta(4))
    days = forecast(with_settings(context, weekday_minutes="tue 10, sat 0"), 7).days
    assert [day.budget_minutes for day in days] == [45, 10, 45, 45, 45, 0, 45]
    assert [bool(day.visits) for day in days] == [True, True, False, False, True, False, True]


def lives(context: Context, days: int, worked: int) -> Context:
    """Every worked-th day half of the plan is done, in twice the minutes."""
    for number in range(days):
        here = at(context, NOW + timedelta(number))
        planned = left_of(here)
        if number % worked == 0:
            for visit in planned[: len(planned) // 2]:
                does(here, visit, 2 * visit.minutes)
    return at(context, NOW + timedelta(days))


def test_a_forecast_knows_the_days_as_they_were_lived(context: Context) -> None:
    early = lives(context, 6, worked=2)
    assert not forecast(early, 1).habits.are_known
    context = lives(context, 20, worked=2)
    found = forecast(context, 8)
    habits = found.habits
    assert (habits.days, habits.worked) == (20, 10)
    assert 0.2 < habits.done_share < 0.8
    assert habits.pace == pytest.approx(2)
    assert [day.is_worked for day in found.days] == [True, False] * 4
    assert all(len(day.done) < len(day.visits) for day in found.days if day.visits)
    unhurried, eager = end_of(found), end_of(forecast(at(context, NOW), 8))
    assert eager < unhurried
    tomorrow = preview(context, context.today + timedelta(1))
    assert tomorrow.done == tomorrow.visits, "a preview supposes that all is done"


def end_of(found: Forecast) -> str:
    assert found.end is not None
    assert found.end.read_by is not None
    return found.end.read_by.isoformat()


def test_days_off_and_pauses_are_no_missed_days(context: Context) -> None:
    for visit in left_of(context):
        does(context, visit)
    pause(context, TODAY + timedelta(1), TODAY + timedelta(4))
    later = with_settings(at(context, NOW + timedelta(12)), weekday_minutes="sun 0")
    habits = forecast(later, 1).habits
    assert (habits.days, habits.worked) == (12 - 3 - 1, 1)


def test_the_list_is_read_when_the_last_reading_is_forecast(context: Context) -> None:
    found = forecast(context, 100)
    assert found.readings == 11
    last = next(day for day in found.days if not day.unread)
    assert found.end == forecast(context, 1).end == ListEnd(last.study_date)
    assert any(visit.task == "read" for visit in last.visits)
    assert forecast(with_settings(context, daily_minutes=1), 1).end is not None


def summary(days: object) -> list[tuple[object, ...]]:
    return [(day.study_date, day.visits, day.due, day.backlog, day.unread) for day in days]  # type: ignore[attr-defined]


def test_of_a_large_library_only_what_is_due_within_the_days_is_looked_at(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in everything(context)[:5]:
        edit(context, one, Edit(priority="high"))
        grade(context, one, Grade(Rating.EASY, TODAY))
    usual = forecast(context, 12)
    monkeypatch.setattr(whole_library, "FEW_READ", 2)
    large = whole_library.library(context, TODAY + timedelta(3))
    assert len(large.read) < 6
    assert sum(large.load.values()) == 6 * (6 - len(large.read))
    found = forecast(context, 12)
    assert summary(found.days) == summary(usual.days)
    assert found.end is not None


def test_what_waits_for_another_is_forecast_after_it_and_what_is_on_hold_never(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recall.domain.ahead.year_simulation.LIVES", 20)
    found = {one.title: one for one in everything(context)}
    edit(context, found["Short"], Edit(after=(found["Elsewhere"].id,), priority="high"))
    archive(context, found["Longer"])
    lay_down(context, "Section", "hold", None)
    for one in everything(context):
        if one.card.due is not None:
            suspend(context, one)
    ahead = forecast(context, 2)
    assert ahead.readings == 2
    assert [visit.resource_id for visit in ahead.days[0].visits] == [found["Elsewhere"].id]
    assert ahead.days[1].visits[0].resource_id == found["Short"].id
    assert workload(context).readings == 2


def test_a_deadline_comes_first_with_all_that_waits_for_it(sqlite_url: str) -> None:
    listed = catalog(
        entry("Plain", minutes=18, section=("Plain",)),
        entry("Soon", minutes=18, section=("Soon",)),
        entry("Late", minutes=40, section=("Late",)),
    )
    with make_library(sqlite_url, listed).store as store:
        made = with_settings(Context(store, Settings(), NOW), daily_minutes=20)
        plain, soon, late = everything(made)
        edit(made, late, Edit(after=(soon.id,)))
        lay_down(made, "Soon", "normal", TODAY + timedelta(1))
        lay_down(made, "Late", "normal", TODAY + timedelta(2))
        days = forecast(made, 6).days
        readings = [visit.resource_id for day in days for visit in day.readings]
        assert list(dict.fromkeys(readings)) == [soon.id, late.id, plain.id]


def test_a_high_priority_is_revisited_sooner(context: Context) -> None:
    def revisits() -> int:
        return sum(len(day.revisits) for day in forecast(context, 60).days)

    usual = revisits()
    for one in everything(context):
        edit(context, one, Edit(priority="high"))
    assert revisits() > usual


@pytest.mark.parametrize("retention", [0.85, 0.88])
def test_the_retention_in_use_has_its_row(
    context: Context, monkeypatch: pytest.MonkeyPatch, retention: float
) -> None:
    monkeypatch.setattr("recall.domain.ahead.year_simulation.LIVES", 20)
    found = workload(with_settings(context, desired_retention=retention))
    assert [one.desired_retention for one in found.workloads] == sorted({*RETENTIONS, retention})
    assert found.in_use == retention
    assert (found.cards, found.readings) == (17, 11)
    assert found.reading_minutes == pytest.approx((3 * 24 + 200 + 60 + 300 + 5 + 12) / 365)


def test_an_empty_library_has_nothing_ahead(database_url: str) -> None:
    with make_library(database_url).store as store:
        empty = Context(store, Settings(), NOW)
        days, habits, end, readings, *_ = forecast(empty, 3)
        assert [day.visits for day in days] == [[], [], []]
        assert (habits, end, readings) == (Habits(), None, 0)
        assert not preview(empty, TODAY + timedelta(9)).visits
        found = workload(empty)
        assert (found.cards, found.readings, found.reading_minutes) == (0, 0, 0)
        assert {one[1:] for one in found.workloads} == {(0, 0, None, None)}


def test_both_databases_give_the_same_forecast(library: Context) -> None:
    planned = sum(visit.minutes for visit in left_of(library))
    grade(library, everything(library)[0], Grade(Rating.GOOD, TODAY, 7))
    found = forecast(at(library, NOW + timedelta(1)), 3)
    assert [(day.due, day.backlog, day.unread) for day in found.days] == [
        (1, 0, 2), (1, 0, 0), (3, 0, 0),
    ]  # fmt: skip
    assert found.habits == Habits(days=1, worked=1, planned=planned, done=5, used=7)
