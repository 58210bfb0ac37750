"""What was passed over is told by days of revisits, on either kind of database."""

from collections.abc import Sequence
from datetime import date, timedelta

from recall.domain.day.queue import PassedOver
from recall.domain.library.card import Rating
from recall.storage.actions import begin
from recall.storage.tables.neglected import passed_over
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.undoing import undo
from testing.factories import NOW, TODAY, catalog, entries, make_library, titled


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def put_due(library: Context, number: int, on: date) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update("resource", number, {"status": "read", "due": on})


def revisit(library: Context, on: date) -> None:
    grade(library, titled(library, "Resource 1"), Grade(Rating.AGAIN, on))


def week(library: Context, first: date, times: int, listed: Sequence[int] = ()) -> list[PassedOver]:
    """What is asked about on the days of a week, on which nothing is done."""
    asked = (passed_over(library.store, first + timedelta(day), times, listed) for day in range(7))
    return [one for one in asked if one]


def told(library: Context, first: date, times: int) -> list[date]:
    found = week(library, first, times)
    assert {one[:2] for one in found} <= {(2, "Resource 2")}
    return [one.due for one in found]


def test_so_many_days_of_revisits_since_it_was_due_are_asked_for(library: Context) -> None:
    for day in (0, 1, 5, 9):
        revisit(library._replace(now=NOW + timedelta(day)), after(day))
    put_due(library, 1, after(100))
    put_due(library, 2, after(1))
    times = {number: told(library, after(20), number) for number in range(1, 6)}
    assert times == {1: [after(1)], 2: [after(1)], 3: [after(1)], 4: [], 5: []}


def test_what_is_revisited_today_does_not_count_yet(library: Context) -> None:
    for day in (1, 5, 9):
        revisit(library._replace(now=NOW + timedelta(day)), after(day))
    put_due(library, 1, after(100))
    put_due(library, 2, after(1))
    asked = {day: bool(passed_over(library.store, after(day), 3)) for day in range(3, 17)}
    assert [day for day in range(3, 10) if asked[day]] == []
    assert sum(asked[day] for day in range(10, 17)) == 1


def test_two_revisits_of_one_day_are_one_and_what_was_undone_is_none(library: Context) -> None:
    put_due(library, 2, TODAY)
    for number in (1, 1, 2):
        revisit(library._replace(now=NOW + timedelta(number)), after(number))
    put_due(library, 1, after(100))
    assert told(library, after(20), 2) == [TODAY]
    assert told(library, after(20), 3) == []
    undo(library)
    undo(library)
    assert told(library, after(20), 2) == []


def test_what_is_listed_is_left_out(library: Context) -> None:
    for number in (2, 3):
        put_due(library, number, after(number))
    for day in (4, 5):
        revisit(library._replace(now=NOW + timedelta(day)), after(day))
    put_due(library, 1, after(100))
    found = [week(library, after(9), 2, listed) for listed in ((), (2,), (3,), (2, 3))]
    assert [sorted(one.id for one in some) for some in found] == [[2, 3], [3], [2], []]


def test_of_very_many_another_is_asked_about_each_day(database_url: str) -> None:
    """Of forty each has its day of the week, which it shares with five or six others."""
    library = make_library(database_url, catalog(*entries(40, read=40)))
    with library.store:
        for number in range(1, 41):
            put_due(library, number, TODAY)
        revisit(library, TODAY)
        weeks = [week(library, after(1 + 7 * number), 1) for number in range(6)]
        asked = [one.id for some in weeks for one in some]
        assert len(asked) == 42
        assert set(asked) == set(range(2, 41))
        assert min(later - sooner for sooner, later in days_between(asked)) >= 7


def days_between(asked: Sequence[int]) -> list[tuple[int, int]]:
    """Each two places at which the same one stands."""
    return [
        (at, other)
        for at, one in enumerate(asked)
        for other in range(at + 1, len(asked))
        if asked[other] == one
    ]
