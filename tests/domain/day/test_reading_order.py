"""The order of readings, and the reasons that a plan keeps for them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.day.reading_order import Reading, ReadingRoom, choose_readings, goes_on, is_book
from recall.domain.day.turns import FIRST, LATER, NEEDED, Turn
from recall.domain.library.resource import Place
from testing.libraries.shelf import TODAY, reading

SOON = date(2026, 3, 9)

ORDER = [
    Reading(reading(9), Turn(NEEDED, SOON)),
    Reading(reading(8), Turn(NEEDED, date(2026, 4, 1))),
    Reading(reading(7), Turn(FIRST)),
    Reading(reading(6, priority="high")),
    Reading(reading(5, minutes_read=5)),
    Reading(reading(4), goes_on=True),
    Reading(reading(2)),
    Reading(reading(3, 600, minutes_read=60), is_book=True),
    Reading(reading(1, priority="low", minutes_read=5)),
    Reading(reading(0), Turn(LATER)),
]


@given(st.permutations(ORDER))
def test_deadlines_first_then_priority_then_what_was_begun_then_what_goes_on(
    shuffled: list[Reading],
) -> None:
    assert sorted(shuffled, key=lambda one: one.key) == ORDER


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (Reading(reading(1)), "next on the list"),
        (Reading(reading(1, series="S", part=2)), "next of its series"),
        (Reading(reading(1, 60, minutes_read=20)), "20 of 60 min read"),
        (Reading(reading(1, 17, minutes_read=27)), "27 min read, 17 expected"),
        (Reading(reading(1, 17, minutes_read=17)), "17 min read, 17 expected"),
        (Reading(reading(1, priority="high")), "high priority"),
        (Reading(reading(1), Turn(FIRST)), "its section comes first"),
        (Reading(reading(1), Turn(NEEDED, SOON)), "deadline 2026-03-09"),
        (Reading(reading(1), Turn(NEEDED, date(2026, 3, 1))), "deadline was 2026-03-01"),
    ],
)
def test_a_reading_says_why_it_is_next(one: Reading, reason: str) -> None:
    assert one.why(TODAY) == reason


def test_a_book_takes_more_than_four_days() -> None:
    assert [is_book(reading(1, minutes), 45) for minutes in (180, 181)] == [False, True]


def test_a_reading_goes_on_in_a_section_in_which_something_was_read() -> None:
    one = reading(1, places=(Place(("A", "B"), "x"), Place(("C",), "x")))
    assert [goes_on(one, {section}) for section in (("A", "B"), ("C",), ("A",))] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("minutes", "first", "usual", "lengths", "expected"),
    [
        (18, 28, 20, [60], [15]),
        (25, 35, 20, [15, 15], [15]),  # 5 min would be left of it
        (30, 40, 20, [15, 20], [15, 10]),
        (30, 40, 20, [15, 60], [15, 15]),
        (12, 14, 20, [15], [10]),  # a short day would have no reading
        (20, 20, 20, [25], [15]),  # and 10 min are left
        (25, 35, 20, [60, 60], [20]),  # a sitting of the usual length, and 5 min are too few
        (45, 45, 20, [60, 60, 60], [20, 20]),
        (45, 45, 20, [60, 15, 60], [20, 15, 10]),
        (9, 9, 20, [60], []),
        (9, 19, 5, [60], [5]),  # the person's sittings are short
        (20, 30, 20, [31, 5], [20]),
        (20, 30, 20, [30], [30]),
        (20, 25, 20, [30], [20]),
        (0, 0, 20, [5], []),
    ],
)
def test_readings_are_taken_in_order_until_one_does_not_fit(
    minutes: int, first: int, usual: int, lengths: list[int], expected: list[int]
) -> None:
    readings = [Reading(reading(number, each)) for number, each in enumerate(lengths)]
    room = ReadingRoom(minutes, first, usual)
    chosen = choose_readings(readings, room, TODAY, book_may_come=True)
    assert [visit.minutes for visit in chosen] == expected
