"""What is due, what may be read next, and what the last days read."""

from datetime import date, timedelta
from typing import Any

import pytest

from recall.domain.library.card import Rating
from recall.storage.actions import begin
from recall.storage.tables.day import (
    UnlockedPart,
    days_with_readings,
    due,
    freed,
    has_rules,
    last_book,
    to_read,
    unlocked,
    waits,
)
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.once import read_once
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, titled

TOMORROW = TODAY + timedelta(1)


def change(context: Context, number: int, **values: Any) -> None:
    with begin(context.store, "edit", NOW, TODAY) as action:
        action.update("resource", number, values)


def due_ids(context: Context, on: date = TODAY, limit: int = 99) -> list[int]:
    return [one.id for one in due(context.store, on, limit)]


def read_ids(context: Context, limit: int = 99) -> list[int]:
    return [one.id for one in to_read(context.store, limit)]


def test_revisits_are_due_the_longest_due_first_then_the_soonest_forgotten(
    library: Context,
) -> None:
    for number, (day, stability) in enumerate(
        [(TODAY, 9.0), (TODAY, 2.0), (TODAY, None), (date(2025, 12, 31), 99.0), (TOMORROW, 1.0)], 1
    ):
        change(library, number, status="read", due=day, stability=stability)
    assert due_ids(library) == [4, 2, 1, 3]
    assert due_ids(library, TOMORROW) == [4, 2, 1, 3, 5]
    assert due_ids(library, limit=2) == [4, 2]
    assert due_ids(library, date(2025, 12, 30)) == []


@pytest.mark.parametrize("status", ["suspended", "archived", "removed"])
def test_what_is_put_aside_is_not_due(library: Context, status: str) -> None:
    change(library, 1, status=status)
    assert 1 not in due_ids(library)


def test_first_readings_are_offered_in_list_order_begun_ones_first(library: Context) -> None:
    assert read_ids(library) == [3, 4, 5, 6]
    change(library, 5, status="reading")
    assert read_ids(library) == [5, 3, 4, 6]
    assert read_ids(library, limit=2) == [5, 3, 4]


@pytest.mark.parametrize("values", [{"gone": True}, {"status": "suspended"}, {"status": "read"}])
def test_what_is_gone_or_put_aside_or_read_is_not_offered(
    library: Context, values: dict[str, object]
) -> None:
    change(library, 4, **values)
    assert read_ids(library) == [3, 5, 6]


def series(context: Context, **parts: int | None) -> None:
    for number, part in parts.items():
        change(context, int(number[1:]), series="S", part=part)


def test_an_earlier_part_holds_the_later_ones_back_until_it_is_read(library: Context) -> None:
    series(library, r3=3, r4=1, r5=2)
    assert read_ids(library) == [4, 6]
    change(library, 4, status="read", due=TODAY)
    assert read_ids(library) == [5, 6]


@pytest.mark.parametrize(
    "values", [{"status": "suspended"}, {"status": "archived"}, {"gone": True}]
)
def test_an_earlier_part_that_is_put_aside_holds_nothing_back(
    library: Context, values: dict[str, object]
) -> None:
    series(library, r3=1, r4=2)
    change(library, 3, **values)
    assert read_ids(library) == [4, 5, 6]


def test_parts_without_a_number_come_first_and_equal_ones_in_list_order(library: Context) -> None:
    series(library, r3=1, r4=None, r5=1)
    assert read_ids(library) == [4, 6]
    change(library, 4, status="archived")
    assert read_ids(library) == [3, 6]


def after(context: Context, *pairs: tuple[int, int]) -> None:
    with begin(context.store, "edit", NOW, TODAY) as action:
        rows = [{"resource_id": number, "after_id": earlier} for number, earlier in pairs]
        action.insert("prerequisite", rows)


def test_a_prerequisite_holds_back_until_it_is_read(library: Context) -> None:
    after(library, (3, 5), (3, 6), (5, 1))
    assert read_ids(library) == [4, 5, 6]
    change(library, 3, status="reading")
    change(library, 5, status="read", due=TODAY)
    assert read_ids(library) == [4, 6]
    change(library, 6, status="read", due=TODAY)
    assert read_ids(library) == [3, 4]


@pytest.mark.parametrize(
    "values", [{"status": "suspended"}, {"status": "archived"}, {"gone": True}]
)
def test_a_prerequisite_that_is_put_aside_holds_nothing_back(
    library: Context, values: dict[str, object]
) -> None:
    after(library, (3, 5))
    change(library, 5, **values)
    assert read_ids(library) == [3, 4, 6]


def test_a_revisit_waits_for_nothing(library: Context) -> None:
    after(library, (1, 5), (2, 1))
    assert due_ids(library) == [1, 2]


def test_unread_readings_come_by_priority_behind_those_that_are_begun(library: Context) -> None:
    for number, priority in {3: "low", 5: "high"}.items():
        change(library, number, priority=priority)
    assert read_ids(library) == [5, 4, 6, 3]
    assert read_ids(library, limit=1) == [5]
    change(library, 3, status="reading")
    change(library, 6, status="reading")
    assert read_ids(library) == [3, 6, 5, 4]


def test_what_waits_is_told_with_what_it_waits_for(library: Context) -> None:
    after(library, (3, 1), (3, 4), (3, 5), (6, 5))
    assert waits(library.store) == {3: [4, 5], 6: [5]}
    assert waits(library.store, [3, 4]) == {3: [4, 5]}
    assert waits(library.store, []) == {}
    change(library, 5, status="read", due=TODAY)
    assert waits(library.store, [3, 4, 6]) == {3: [4]}


def test_whether_anything_is_laid_down_is_known(library: Context) -> None:
    assert not has_rules(library.store)
    with begin(library.store, "section", NOW, TODAY) as action:
        action.insert("section_rule", [{"section": "A", "turn": "first"}])
    assert has_rules(library.store)


def read_part(context: Context, number: int) -> None:
    grade(context, titled(context, f"Resource {number}"), Grade(Rating.GOOD, TODAY))


def news(context: Context, since: date = TODAY) -> str | None:
    found = unlocked(context.store, since)
    assert len(found) <= 1
    return found[0].title if found else None


def test_a_first_reading_unlocks_the_next_part_until_it_is_undone(library: Context) -> None:
    series(library, r3=1, r4=2, r5=3)
    assert news(library) is None
    read_part(library, 3)
    name = titled(library, "Resource 3").series or ""
    stored = UnlockedPart(name, 2, "Resource 4", NOW, 4)
    assert unlocked(library.store, TODAY) == [stored]
    assert news(library, TOMORROW) is None, "too long ago"
    undo(library)
    assert news(library) is None


def test_a_part_that_is_read_once_unlocks_the_next_one_too(library: Context) -> None:
    series(library, r3=1, r4=2, r5=3)
    given = Grade(Rating.GOOD, TODAY)
    sit(library, titled(library, "Resource 3"), given)
    assert news(library) is None, "it is only begun"
    read_once(at(library, NOW + timedelta(minutes=1)), "3", given, is_rated=False)
    (found,) = unlocked(library.store, TODAY)
    assert (found.title, found.at) == ("Resource 4", NOW + timedelta(minutes=1))
    undo(library)
    assert news(library) is None


def test_what_was_read_out_of_order_unlocks_nothing_and_hides_nothing(library: Context) -> None:
    series(library, r3=1, r4=2, r5=3, r6=4)
    read_part(library, 5)
    assert news(library) is None, "the first part is open, and was so before"
    read_part(library, 3)
    assert news(library) == "Resource 4"
    read_part(library, 4)
    assert news(library) == "Resource 6"


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"status": "reading"}, None),
        ({"status": "suspended"}, "Resource 5"),
        ({"gone": True}, "Resource 5"),
        ({"status": "archived"}, "Resource 5"),
    ],
)
def test_a_part_that_is_begun_is_no_news_and_one_put_aside_is_passed(
    library: Context, values: dict[str, object], title: str | None
) -> None:
    series(library, r3=1, r4=2, r5=3)
    change(library, 4, **values)
    read_part(library, 3)
    assert news(library) == title


def test_each_series_has_news_of_its_own_in_the_order_of_reading(library: Context) -> None:
    for number, (name, part) in {3: ("A", 1), 4: ("A", 2), 5: ("B", 1), 6: ("B", 2)}.items():
        change(library, number, series=name, part=part)
    read_part(library, 5)
    read_part(at(library, NOW + timedelta(minutes=1)), 3)
    found = unlocked(library.store, TODAY)
    assert [(one.series, one.title, one.resource_id) for one in found] == [
        ("B", "Resource 6", 6),
        ("A", "Resource 4", 4),
    ]


def test_a_part_is_unlocked_by_the_last_reading_before_it(library: Context) -> None:
    series(library, r3=1, r4=2, r5=3, r6=4)
    for minutes, number in enumerate((4, 6, 3)):
        read_part(at(library, NOW + timedelta(minutes=minutes)), number)
    (found,) = unlocked(library.store, TODAY)
    assert (found.title, found.at) == ("Resource 5", NOW + timedelta(minutes=2))


def test_a_resource_of_no_series_unlocks_nothing(library: Context) -> None:
    read_part(library, 6)
    assert news(library) is None


def test_what_earlier_parts_and_prerequisites_set_free_is_found(library: Context) -> None:
    series(library, r3=1, r4=2, r5=2)
    after(library, (6, 1))
    assert freed(library.store, [3]) == {4, 5}
    assert freed(library.store, [4]) == {5}, "of equal parts the list's order counts"
    assert freed(library.store, [1, 2, 5]) == {6}
    assert freed(library.store, []) == set()


def sat(context: Context, number: int, days_ago: int) -> None:
    then = at(context, NOW - timedelta(days_ago))
    given = Grade(Rating.GOOD, then.today, minutes=7)
    sit(then, titled(context, f"Resource {number}"), given)


def test_the_last_day_with_a_book_and_the_days_with_readings_since_are_found(
    library: Context,
) -> None:
    change(library, 3, minutes=300)
    assert last_book(library.store, TODAY, 180) is None
    for number, days_ago in ((3, 9), (4, 7), (5, 7), (3, 0)):
        sat(library, number, days_ago)
    then = at(library, NOW - timedelta(5))
    grade(then, titled(library, "Resource 6"), Grade(Rating.GOOD, then.today))
    then = at(library, NOW - timedelta(3))
    grade(then, titled(library, "Resource 1"), Grade(Rating.GOOD, then.today))
    book = TODAY - timedelta(9)
    assert last_book(library.store, TODAY, 180) == book
    assert last_book(library.store, TODAY, 300) is None, "it has no more than these"
    assert last_book(library.store, book, 180) is None
    assert last_book(library.store, book + timedelta(60), 180) == TODAY
    assert days_with_readings(library.store, book, TODAY) == 2, "a revisit is no reading"
    assert days_with_readings(library.store, book, TOMORROW) == 3
    undo(library)
    undo(library)
    assert days_with_readings(library.store, book, TODAY) == 1
