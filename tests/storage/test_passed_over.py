"""What was passed over is told by days of revisits, on either kind of database."""

from datetime import date, timedelta

from recall.domain.card import Rating
from recall.storage import schema
from recall.storage.actions import begin
from recall.storage.passed_over import passed_over
from recall.usecases.context import Context
from recall.usecases.grading import Grade, grade
from recall.usecases.undoing import undo
from testing.factories import NOW, TODAY, titled


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def put_due(library: Context, number: int, on: date) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update(schema.resource, number, {"status": "read", "due": on})


def revisit(library: Context, on: date) -> None:
    grade(library, titled(library, "Resource 1"), Grade(Rating.AGAIN, on))


def told(library: Context, today: date, times: int) -> list[date]:
    found = passed_over(library.store, today, times)
    assert {one[:2] for one in found} <= {(2, "Resource 2")}
    return [one.due for one in found]


def test_so_many_days_of_revisits_since_it_was_due_are_asked_for(library: Context) -> None:
    for day in (0, 1, 5, 9):
        revisit(library._replace(now=NOW + timedelta(day)), after(day))
    put_due(library, 1, after(100))
    put_due(library, 2, after(1))
    times = {number: told(library, after(20), number) for number in range(1, 6)}
    assert times == {1: [], 2: [], 3: [after(1)], 4: [], 5: []}
    assert told(library, after(9), 2) == [after(1)], "what is revisited today does not count yet"
    assert told(library, after(9), 3) == []


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
    assert told(library, after(20), 1) == [TODAY]


def test_what_is_listed_is_left_out(library: Context) -> None:
    for number in (2, 3):
        put_due(library, number, after(4 - number))
    for day in (2, 5):
        revisit(library._replace(now=NOW + timedelta(day)), after(day))
    put_due(library, 1, after(100))
    found = [passed_over(library.store, after(9), 2, listed) for listed in ((), (2,), (3,), (2, 3))]
    assert [[one.id for one in some] for some in found] == [[3, 2], [3], [2], []]
