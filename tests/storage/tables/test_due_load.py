"""What the days to come hold: by learned minutes, of very many by those of the lists."""

from datetime import timedelta
from typing import Any

import pytest

from recall.domain.library.timing.pace import Learned, Pace
from recall.storage.actions import begin
from recall.storage.tables import due_load
from recall.storage.tables.due_load import about, minutes_of, next_due, planned
from recall.usecases.context import Context
from testing.libraries.factories import NOW, TODAY

TOMORROW = TODAY + timedelta(1)
FAR = TOMORROW + timedelta(9)

TWICE = Pace({("revisit", "article", ""): Learned(2.0, 99)})


def change(context: Context, number: int, **values: Any) -> None:
    with begin(context.store, "edit", NOW, TODAY) as action:
        action.update("resource", number, values)


@pytest.fixture
def ahead(library: Context) -> Context:
    """Two due today, two tomorrow, and one put aside."""
    change(library, 3, status="read", due=TOMORROW, minutes=400)
    change(library, 4, status="read", due=TOMORROW, minutes=8)
    change(library, 5, status="suspended", due=TOMORROW)
    return library


def test_the_revisits_of_a_day_are_given_one_by_one(ahead: Context) -> None:
    assert sorted(minutes_of(ahead.store, TOMORROW, Pace())) == [3, 30]
    assert sorted(minutes_of(ahead.store, TOMORROW, TWICE)) == [6, 60]
    assert minutes_of(ahead.store, FAR, Pace()) == []


def test_planned_minutes_are_summed_by_the_day(ahead: Context) -> None:
    assert planned(ahead.store, TODAY, FAR, Pace()) == {TODAY: 10, TOMORROW: 33}
    assert planned(ahead.store, TODAY, FAR, Pace(), besides=1) == {TODAY: 5, TOMORROW: 33}
    assert planned(ahead.store, TOMORROW, TOMORROW, Pace()) == {TOMORROW: 33}
    assert planned(ahead.store, FAR, FAR, Pace()) == {}


def test_they_are_the_minutes_this_person_is_expected_to_take(ahead: Context) -> None:
    assert planned(ahead.store, TODAY, FAR, TWICE) == {TODAY: 20, TOMORROW: 66}
    one_read_in_80 = TWICE._replace(own={1: 80})
    assert planned(ahead.store, TODAY, TODAY, one_read_in_80) == {TODAY: 30}


def test_of_very_many_what_was_learned_makes_no_difference(
    ahead: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [(TODAY, FAR)]
    assert about(ahead.store, whole, TWICE, besides=1) == {TODAY: 10, TOMORROW: 66}
    monkeypatch.setattr(due_load, "MANY_DUE", 3)
    assert about(ahead.store, whole, TWICE, besides=1) == {TODAY: 10, TOMORROW: 66}
    assert about(ahead.store, whole, TWICE, besides=0) == {TODAY: 10, TOMORROW: 33}


def test_each_span_of_days_is_asked_about_by_itself(
    ahead: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due_load, "MANY_DUE", 2)
    today, tomorrow, none = (TODAY, TODAY), (TOMORROW, TOMORROW), (FAR, FAR)
    assert about(ahead.store, [today, none, tomorrow], TWICE, besides=1) == {
        TODAY: 10,
        TOMORROW: 66,
    }
    assert about(ahead.store, [(TODAY, TOMORROW), today], TWICE, besides=1) == {
        TODAY: 10,
        TOMORROW: 33,
    }
    assert about(ahead.store, [none], TWICE, besides=1) == {}
    assert about(ahead.store, [], TWICE, besides=1) == {}


def test_the_next_day_with_revisits_comes_after_the_date(ahead: Context) -> None:
    assert next_due(ahead.store, TODAY - timedelta(1)) == TODAY
    assert next_due(ahead.store, TODAY) == TOMORROW
    assert next_due(ahead.store, TOMORROW) is None
