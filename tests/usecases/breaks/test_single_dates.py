"""Single dates have minutes of their own, one action for each change."""

from datetime import timedelta

import pytest

from recall.errors import BadInput
from recall.storage.tables import log
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.other_days import other_day
from recall.usecases.planning.today import today
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import TODAY
from testing.libraries.planned_days import left, left_today

CHRISTMAS = TODAY + timedelta(300)


def minutes(context: Context) -> int:
    return open_days(context.store, context).on(CHRISTMAS)


def test_a_date_is_set_changed_and_given_back_and_each_is_undone(library: Context) -> None:
    states = []
    for wanted, found in ((20, 20), (0, 0), (None, 45)):
        states.append(dump(library.store)["day_minutes"])
        assert set_date_minutes(library, CHRISTMAS, wanted)
        assert minutes(library) == found
    summaries = [one.summary for one in log.history(library.store, 3)]
    assert summaries == [
        f"{CHRISTMAS} has its usual minutes", f"{CHRISTMAS} has 0 min", f"{CHRISTMAS} has 20 min",
    ]  # fmt: skip
    for state in reversed(states):
        undo(library)
        assert dump(library.store)["day_minutes"] == state


@pytest.mark.parametrize("wanted", [None, 20])
def test_what_is_so_already_is_no_action(library: Context, wanted: int | None) -> None:
    set_date_minutes(library, CHRISTMAS, wanted)
    before = dump(library.store)
    assert not set_date_minutes(library, CHRISTMAS, wanted)
    assert dump(library.store) == before


def test_a_date_that_is_over_is_refused(library: Context) -> None:
    with pytest.raises(BadInput, match="is over; give today or a later day"):
        set_date_minutes(library, TODAY - timedelta(1), 20)
    assert dump(library.store)["day_minutes"] == {}


def test_the_plan_of_the_day_has_the_minutes_of_its_date(library: Context) -> None:
    set_date_minutes(library, TODAY, 0)
    assert (today(library).progress.plan.minutes, left(today(library))) == (0, [])
    tomorrow = TODAY + timedelta(1)
    set_date_minutes(library, tomorrow, 90)
    preview = other_day(library, tomorrow)
    assert (preview.progress.plan.minutes, preview.usual_minutes) == (90, 90)


def test_minutes_of_today_make_its_plan_fit_or_fill_it(library: Context) -> None:
    assert left_today(library) == [3, 4, 1, 2]
    set_date_minutes(library, TODAY, 15)
    assert left_today(library) == [3, 1]
    set_date_minutes(library, TODAY, 60)
    study = today(library)
    assert (study.progress.plan.minutes, study.usual_minutes) == (60, 60)
    assert sorted(left_today(library)) == [1, 2, 3, 4, 5]
    undo(library)
    assert left_today(library) == [3, 1]
    undo(library)
    assert left_today(library) == [3, 4, 1, 2]
