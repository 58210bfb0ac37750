"""A revisit that several plans left out is asked about, on either kind of database."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from recall.domain.day.plan import NeglectedRevisit, Plan, PlannedVisit
from recall.storage.actions import begin
from recall.storage.tables.planning import plans
from recall.storage.tables.planning.neglected import neglected
from recall.usecases.context import Context
from testing.libraries.factories import NOW, TODAY, catalog, entries, make_library


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def put(library: Context, number: int, **values: object) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update("resource", number, values)


def put_due(library: Context, number: int, on: date) -> None:
    put(library, number, status="read", due=on)


def planned(library: Context, days: Iterable[int], *ids: int, revision: int = 1) -> None:
    """Store a plan of these resources for each of some days."""
    visits = [PlannedVisit(number, "revisit", 5, "due today") for number in ids]
    for day in days:
        plans.add(library.store, Plan(after(day), 45, visits, revision), NOW, 1)


def week(
    library: Context, first: date, times: int, listed: Sequence[int] = ()
) -> list[NeglectedRevisit]:
    """Return what is asked about on the days of a week without plans."""
    asked = (neglected(library.store, first + timedelta(day), times, listed) for day in range(7))
    return [one for one in asked if one]


def test_a_revisit_that_the_last_plans_left_out_is_asked_about_once_a_week(
    library: Context,
) -> None:
    planned(library, (0, 1, 5, 9), 1)
    put_due(library, 2, after(1))
    asked = {times: week(library, after(20), times) for times in range(1, 6)}
    (found,) = asked[1]
    assert found == NeglectedRevisit(2, "Resource 2", after(1))
    assert asked == {1: [found], 2: [found], 3: [found], 4: [], 5: []}, "not due on day 0"


def test_a_plan_that_had_it_ends_the_question(library: Context) -> None:
    planned(library, (1, 5, 9), 1)
    put_due(library, 2, TODAY)
    assert week(library, after(20), 3)
    planned(library, [5], 1, 2, revision=2)
    assert not week(library, after(20), 3)
    assert week(library, after(20), 1)


def test_two_plans_of_one_day_count_once(library: Context) -> None:
    planned(library, (1, 5), 1)
    planned(library, [5], 1, revision=2)
    put_due(library, 2, TODAY)
    assert week(library, after(20), 2)
    assert not week(library, after(20), 3)


def test_the_plan_of_the_day_itself_does_not_count_yet(library: Context) -> None:
    planned(library, (1, 5, 9), 1)
    put_due(library, 2, after(1))
    asked = {day: bool(neglected(library.store, after(day), 3)) for day in range(3, 17)}
    assert [day for day in range(3, 10) if asked[day]] == []
    assert sum(asked[day] for day in range(10, 17)) == 1


def test_what_is_listed_kept_or_of_low_priority_is_left_out(library: Context) -> None:
    planned(library, (4, 5), 1)
    for number in (2, 3):
        put_due(library, number, after(number))
    found = [week(library, after(9), 2, listed) for listed in ((), (2,), (3,), (2, 3))]
    assert [sorted(one.id for one in some) for some in found] == [[2, 3], [3], [2], []]
    put(library, 2, kept_on=after(2))
    put(library, 3, kept_on=after(2))
    assert [one.id for one in week(library, after(9), 2)] == [3], "kept before it was due"
    put(library, 3, priority="low")
    assert week(library, after(9), 2) == []


def test_of_very_many_another_is_asked_about_each_day(database_url: str) -> None:
    """Each of forty has its day of the week, which it shares with five or six others."""
    library = make_library(database_url, catalog(*entries(40, read=40)))
    with library.store:
        for number in range(1, 41):
            put_due(library, number, TODAY)
        planned(library, [0], 1)
        weeks = [week(library, after(1 + 7 * number), 1) for number in range(6)]
        asked = [one.id for some in weeks for one in some]
        assert len(asked) == 42
        assert set(asked) == set(range(2, 41))
        assert min(later - sooner for sooner, later in days_between(asked)) >= 7


def days_between(asked: Sequence[int]) -> list[tuple[int, int]]:
    """Return each two places at which the same resource stands."""
    return [
        (at, other)
        for at, one in enumerate(asked)
        for other in range(at + 1, len(asked))
        if asked[other] == one
    ]
