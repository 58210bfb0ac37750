"""Single dates and pauses as they are read, on both databases."""

from datetime import date, timedelta

import pytest

from recall.domain.calendar.pauses import Pause
from recall.storage.actions import begin
from recall.storage.tables.planning.calendar import calendar, remove_pauses, write_minutes
from recall.storage.tables.planning.calendar import write_pause as write
from recall.usecases.context import Context
from testing.libraries.factories import NOW, TODAY


def day(number: int) -> date:
    return TODAY + timedelta(number)


PAUSES = (Pause(day(5), day(9)), Pause(day(-9), day(-3)), Pause(day(-1), day(2)), Pause(day(7)))
DATES = {day(3): 20, day(-2): 0, day(0): 90}


@pytest.fixture
def written(library: Context) -> Context:
    with begin(library.store, "day", NOW, TODAY) as action:
        for one in PAUSES:
            write(action, one)
        for on, minutes in DATES.items():
            write_minutes(action, on, minutes)
    return library


def test_a_library_has_no_dates_and_no_pauses_at_first(library: Context) -> None:
    assert calendar(library.store, date.min) == ({}, ())


def test_what_holds_a_day_or_comes_after_is_read_in_order(written: Context) -> None:
    found = calendar(written.store, TODAY)
    assert list(found.dates.items()) == [(day(0), 90), (day(3), 20)]
    assert found.pauses == (
        Pause(day(-1), day(2), 3), Pause(day(5), day(9), 1), Pause(day(7), None, 4),
    )  # fmt: skip
    everything = calendar(written.store, date.min)
    assert (everything.dates, len(everything.pauses)) == (DATES, 4)
    assert calendar(written.store, day(2)).pauses[0].first == day(5), "a pause ends before its end"


def test_dates_and_pauses_are_changed_and_taken_out(written: Context) -> None:
    with begin(written.store, "day", NOW, TODAY) as action:
        write(action, Pause(day(5), day(6), 1))
        remove_pauses(action, [Pause(day(7), None, 4)])
        write_minutes(action, day(3), 30)
        write_minutes(action, day(0), None)
        write_minutes(action, day(1), None)
    found = calendar(written.store, TODAY)
    assert found.dates == {day(3): 30}
    assert found.pauses[1:] == (Pause(day(5), day(6), 1),)
