"""How revisits and readings share a day's minutes."""

import pytest

from recall.domain.day.filling import FITS, fill
from recall.domain.day.morning import Day
from recall.domain.day.visit import Visit
from testing.shelf import NEW_SHARE, TODAY, reading, revisit

DAY = Day(TODAY, 45, 45, 20, [], [], [], new_share=NEW_SHARE)


def filled(
    revisits: list[int],
    readings: list[int],
    budget: int = 45,
    share: float = NEW_SHARE,
    owed: int = 0,
) -> list[tuple[int, int]]:
    """Fill a day; revisits have numbers from 1 on, readings from 101 on."""
    day = DAY._replace(budget=budget, new_share=share, owed=owed)
    due = [revisit(number, minutes) for number, minutes in enumerate(revisits, 1)]
    unread = [reading(number, minutes) for number, minutes in enumerate(readings, 101)]
    first = [Visit(one, one.next_minutes, "due today") for one in due]
    then = [Visit(one, one.next_minutes, "next on the list") for one in unread]
    return [(visit.resource.id, visit.minutes) for visit in fill(first, then, day)]


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (0.0, [(1, 9), (2, 9), (3, 9), (4, 9), (5, 9)]),
        (0.2, [(1, 9), (2, 9), (3, 9), (4, 9), (101, 9)]),
        (0.4, [(1, 9), (2, 9), (3, 9), (101, 9), (102, 9)]),
        (1.0, [(101, 9), (102, 9), (103, 9), (1, 9), (2, 9)]),
    ],
)
def test_on_a_full_day_readings_have_their_share(
    share: float, expected: list[tuple[int, int]]
) -> None:
    assert filled([9] * 9, [9] * 3, share=share) == expected


def test_minutes_that_the_readings_leave_go_to_revisits_behind_them() -> None:
    assert filled([9] * 9, [9]) == [(1, 9), (2, 9), (3, 9), (101, 9), (4, 9)]


def test_on_a_day_that_holds_all_revisits_readings_come_in_the_order_of_the_list() -> None:
    assert filled([9, 9], [25, 5]) == [(1, 9), (2, 9), (101, 25)]


def test_what_is_longer_than_the_share_waits_until_the_last_days_owe_it() -> None:
    assert filled([9] * 9, [25, 15]) == [(1, 9), (2, 9), (3, 9), (4, 9), (5, 9)]
    assert filled([9] * 9, [25, 15], owed=16) == [(1, 9), (2, 9), (101, 25)]


@pytest.mark.parametrize(("overdue", "expected"), [(6, {101, 102}), (7, {1, 102})])
def test_what_is_long_overdue_is_not_crowded_out_where_all_revisits_fit(
    overdue: int, expected: set[int]
) -> None:
    """Readings are owed a day; beside the revisit there is room for one of five minutes."""
    due = Visit(revisit(1, 40), 40, "due", overdue)
    unread = [
        Visit(reading(number, m), m, "next on the list") for number, m in ((101, 30), (102, 5))
    ]
    found = fill([due], unread, DAY._replace(owed=45))
    assert {visit.resource.id for visit in found} == expected


def test_what_does_not_fit_in_its_turn_makes_room_for_what_does() -> None:
    found = filled([9] * 9, [25, 5], budget=36, owed=10)
    assert found == [(1, 9), (2, 9), (102, 5), (3, 9)]


def test_what_is_owed_makes_a_sitting_longer_but_never_longer_than_one() -> None:
    assert filled([9] * 9, [600], owed=8) == [(1, 9), (2, 9), (101, 20)]
    assert filled([9] * 9, [600], owed=45) == [(1, 9), (2, 9), (101, 20)]


def test_a_sitting_has_what_nothing_else_fits() -> None:
    assert filled([9] * 2 + [30], [600]) == [(1, 9), (2, 9), (101, 20)]
    assert filled([9] * 2 + [30], [19]) == [(1, 9), (2, 9), (101, 19)]


def test_a_long_reading_has_the_share_as_a_sitting() -> None:
    assert filled([9] * 9, [600]) == [(1, 9), (2, 9), (3, 9), (101, 18)]


def test_a_share_that_is_too_short_for_a_sitting_keeps_nothing_waiting() -> None:
    assert filled([9] * 9, [600, 5], share=0.2) == [(1, 9), (2, 9), (3, 9), (4, 9), (102, 5)]


def test_a_long_reading_is_whole_where_all_revisits_still_fit() -> None:
    assert filled([9] * 4, [40], budget=76) == [(1, 9), (2, 9), (3, 9), (4, 9), (101, 40)]
    assert filled([9] * 4, [40], budget=75)[-1] == (101, 20)


def test_behind_a_long_reading_that_is_whole_no_other_crowds_out_a_revisit() -> None:
    revisits = [9] * 9
    found = filled(revisits, [40, 10], budget=121)
    assert [number for number, _ in found if number <= len(revisits)] == [*range(1, 10)]
    assert found[-1] != (102, 10)


def test_a_second_long_reading_waits_for_another_day() -> None:
    assert filled([], [600, 600, 5]) == [(101, 20), (103, 5)]


@pytest.mark.parametrize("in_line", range(5))
@pytest.mark.parametrize(("begun", "sits"), [(2, True), (3, False), (4, False)])
def test_no_fourth_long_reading_is_begun(begun: int, sits: bool, in_line: int) -> None:
    """Those that are begun have 30 minutes left, too many for a day of 25; or are held back."""
    listed = [reading(one, 90, minutes_read=60, status="reading") for one in range(begun)[:in_line]]
    listed += [reading(101, 600), reading(102, 5)]
    visits = [Visit(one, one.next_minutes, "next on the list") for one in listed]
    day = DAY._replace(budget=25, begun=range(begun))
    found = [visit.resource.id for visit in fill([], visits, day)]
    assert found == ([101, 102] if sits else [102])


def test_only_what_comes_instead_of_another_says_so() -> None:
    visits = [
        Visit(reading(one, minutes), minutes, "next on the list")
        for one, minutes in ((1, 25), (2, 25), (3, 15))
    ]
    begun = Visit(reading(4, 5), 5, "begun")
    reasons = [visit.reason for visit in fill([], [*visits, begun], DAY)]
    assert reasons == ["next on the list", FITS, "begun"]
