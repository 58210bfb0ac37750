"""Pauses as they are planned, changed, joined and called off."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.calendar.pauses import Pause, joined
from recall.errors import BadInput
from recall.storage.tables import log
from recall.usecases.breaks.pausing import call_off, pause
from recall.usecases.breaks.returning import come_back, plan_return
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.today import today
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import TODAY, at, catalog, entries, make_library
from testing.libraries.planned_days import left, revisits

Days = tuple[int, int | None]
"""The first day of a pause and its end, in days from today."""


def day(number: int) -> date:
    return TODAY + timedelta(number)


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Some resources are read, and the others wait for their first reading."""
    made = make_library(sqlite_url, catalog(*entries(6, read=3)))
    with made.store:
        yield made


def later(context: Context, number: int) -> Context:
    return at(context, context.now + timedelta(number))


def planned(context: Context, *pauses: Days) -> Context:
    """Plan pauses, each with its first day named."""
    for first, until in pauses:
        pause(context, day(first), None if until is None else day(until))
    return context


def listed(context: Context) -> list[Days]:
    """The pauses that are on or planned, in days from TODAY."""
    return [
        ((pause.first - TODAY).days, pause.until and (pause.until - TODAY).days)
        for pause in open_days(context.store, context).pauses
    ]


def test_in_a_pause_nothing_is_planned_and_after_it_everything_is(context: Context) -> None:
    assert revisits(today(context))
    made = pause(context, None, day(7)).pause
    for number in range(7):
        study = today(later(context, number))
        assert (study.pause, left(study)) == (made._replace(id=1), [])
        assert study.due_beyond > 0
    back = today(later(context, 7))
    assert back.pause is None
    assert revisits(back)


def test_each_of_several_pauses_holds_its_days(context: Context) -> None:
    planned(context, (10, 12), (3, 5), (20, None))
    away = [number for number in range(25) if today(later(context, number)).pause]
    assert away == [3, 4, 10, 11, 20, 21, 22, 23, 24]


@pytest.mark.parametrize(
    ("there", "asked", "expected", "count"),
    [
        ([(3, 5)], (10, 12), [(3, 5), (10, 12)], 0),
        ([(3, 5)], (4, 8), [(3, 8)], 1),
        ([(3, 5)], (5, 8), [(3, 8)], 1),
        ([(5, 8)], (3, 5), [(3, 8)], 1),
        ([(3, 9)], (4, 6), [(3, 9)], 1),
        ([(3, 5), (8, 9)], (5, 8), [(3, 9)], 2),
        ([(3, 5), (8, 9)], (2, 20), [(2, 20)], 2),
        ([(3, 9)], (5, None), [(3, 9), (5, None)], 0),
        ([(5, None)], (3, 9), [(3, 9), (5, None)], 0),
        ([(5, None)], (3, None), [(3, None)], 1),
        ([(0, None)], (3, None), [(0, None), (3, None)], 0),
        ([(3, None)], (0, None), [(0, None), (3, None)], 0),
    ],
)
def test_pauses_that_meet_become_one_but_open_ended_ones_stay_apart_from_the_others(
    context: Context, there: list[Days], asked: Days, expected: list[Days], count: int
) -> None:
    planned(context, *there)
    before = dump(context.store)["pause"]
    first, until = asked
    made = pause(context, day(first), None if until is None else day(until))
    assert listed(context) == expected
    assert len(made.joined) == count
    assert open_days(context.store, context).is_paused(day(first))
    if made.changed:
        undo(context)
    assert dump(context.store)["pause"] == before


@pytest.mark.parametrize(
    ("there", "until", "expected"),
    [
        ((0, 9), 4, [(0, 4)]),
        ((0, 9), 12, [(0, 12)]),
        ((0, 9), None, [(0, None)]),
        ((0, None), 4, [(0, 4)]),
        ((0, None), 30, [(0, 35)]),
    ],
)
def test_the_pause_that_is_on_gets_the_new_end_and_leaves_what_it_does_not_meet(
    context: Context, there: Days, until: int | None, expected: list[Days]
) -> None:
    far = (30, 35)
    planned(context, there, far)
    here = later(context, 2)
    made = pause(here, None, None if until is None else day(until))
    assert listed(here) == [*expected, *([] if expected[0][1] == 35 else [far])]
    assert made.pause.first == TODAY


def test_what_is_so_already_is_no_action(context: Context) -> None:
    planned(context, (0, 9))
    before = dump(context.store)
    for first, until in ((None, day(9)), (day(0), day(9)), (day(3), day(5))):
        made = pause(context, first, until)
        assert (made.pause[:2], made.changed) == ((TODAY, day(9)), False)
    assert dump(context.store) == before
    assert pause(context, None, None).changed
    assert not pause(context, TODAY, None).changed


@pytest.mark.parametrize(("first", "until"), [(None, 0), (None, -1), (5, 5), (5, 3), (-9, 0)])
def test_a_pause_without_a_day_is_refused(context: Context, first: int | None, until: int) -> None:
    with pytest.raises(BadInput, match="give a later day"):
        pause(context, None if first is None else day(first), day(until))
    assert listed(context) == []


@pytest.mark.parametrize("of_it", [3, 8])
def test_a_planned_pause_is_called_off_by_any_of_its_days(context: Context, of_it: int) -> None:
    planned(context, (0, None), (3, 9), (20, 25))
    before = dump(context.store)["pause"]
    assert [one[:2] for one in call_off(context, day(of_it))] == [(day(3), day(9))]
    assert listed(context) == [(0, None), (20, 25)]
    summary = log.history(context.store, 1)[0].summary
    assert summary == f"called off from {day(3)} until {day(9)}"
    undo(context)
    assert dump(context.store)["pause"] == before


@pytest.mark.parametrize(
    ("number", "said"), [(1, "'recall resume' ends it"), (5, "'recall day' lists all pauses")]
)
def test_a_pause_that_is_on_or_is_not_there_is_not_called_off(
    context: Context, number: int, said: str
) -> None:
    planned(context, (0, 3), (9, 12))
    before = dump(context.store)
    with pytest.raises(BadInput, match=said):
        call_off(context, day(number))
    assert dump(context.store) == before


def test_the_return_ends_every_pause_of_the_day_and_undo_brings_them_back(
    context: Context,
) -> None:
    planned(context, (2, 9), (0, None), (20, 25), (30, None))
    back = later(context, 5)
    shown = plan_return(back)
    come_back(back, shown)
    assert shown.pause == Pause(TODAY, None, 2)
    assert listed(back) == [(20, 25), (30, None)]
    undo(back)
    assert listed(back) == [(0, None), (2, 9), (20, 25), (30, None)]


def test_a_pause_that_is_only_planned_is_not_ended_by_the_return(context: Context) -> None:
    planned(context, (3, 9))
    before = dump(context.store)
    shown = plan_return(context)
    come_back(context, shown)
    assert (shown.pause, shown.moves) == (None, ())
    assert dump(context.store) == before


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A library for many examples; each takes back what it did."""
    made = make_library(f"sqlite:///{tmp_path_factory.mktemp('pauses') / 'library.db'}")
    with made.store:
        yield made


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 15), st.none() | st.integers(1, 9)), max_size=5))
@settings(max_examples=25)
def test_all_days_asked_for_and_no_others_are_paused(
    shared: Context, asked: list[tuple[int, int | None]]
) -> None:
    pauses = [(first, length and first + length) for first, length in asked]
    changes = [pause(shared, day(first), until and day(until)).changed for first, until in pauses]
    budget = open_days(shared.store, shared)
    for number in range(30):
        is_asked = any(first <= number < (until or 99) for first, until in pauses)
        assert budget.is_paused(day(number)) == is_asked
    closed = [one for one in budget.pauses if one.until]
    assert len(closed) == len(joined(closed))
    assert len(budget.pauses) - len(closed) <= 2, "one that is on, and one that is planned"
    for _ in filter(None, changes):
        undo(shared)
    assert listed(shared) == []
