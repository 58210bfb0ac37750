"""The time of a visit: when it is taken as it is, and when the person is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.timing.stopwatch import Clocks, Elapsed, TimeTaken, time_taken

MINUTE, HOUR = 60, 3600
SECONDS = st.floats(0, 1e9)


@pytest.mark.parametrize(
    ("seconds", "planned", "task", "taken"),
    [
        (5, 3, "revisit", TimeTaken(1)),
        (3 * MINUTE, 3, "revisit", TimeTaken(3)),
        (9 * MINUTE, 3, "revisit", TimeTaken(9)),
        (10 * MINUTE, 3, "revisit", TimeTaken(10, "10 min on the clock, planned 3. Minutes? [10]")),
        (
            61 * MINUTE,
            15,
            "read",
            TimeTaken(61, "61 min on the clock, planned 15. Minutes? [61]"),
        ),
        (
            240 * MINUTE,
            4,
            "revisit",
            TimeTaken(240, "240 min on the clock, planned 4. Minutes? [240]"),
        ),
        (
            600 * MINUTE,
            4,
            "revisit",
            TimeTaken(4, "600 min on the clock, planned 4. Minutes? [4]"),
        ),
        (700 * MINUTE, 240, "read", TimeTaken(700)),
        (5, 12, "read", TimeTaken(None)),
        (3 * MINUTE, 12, "read", TimeTaken(None)),
        (4 * MINUTE, 12, "read", TimeTaken(4)),
        (36 * MINUTE, 12, "read", TimeTaken(36)),
    ],
)
def test_a_time_over_three_times_the_plan_is_asked_about_and_a_short_reading_was_done_elsewhere(
    seconds: float, planned: int, task: str, taken: TimeTaken
) -> None:
    assert time_taken(Elapsed(seconds), planned, is_revisit=task == "revisit") == taken


@pytest.mark.parametrize(
    ("awake", "asleep", "task", "offered", "said"),
    [
        (12 * MINUTE, 49 * MINUTE, "revisit", 12, "12 min on the clock, and the computer slept 49"),
        (12 * MINUTE, 49 * MINUTE, "read", 12, "slept 49 min, planned 15. Minutes? [12]"),
        (2 * MINUTE, 49 * MINUTE, "read", 15, "slept 49 min, planned 15. Minutes? [15]"),
        (2 * MINUTE, 49 * HOUR, "revisit", 2, "the computer slept for more than a day, planned"),
    ],
)
def test_a_sleep_of_the_computer_is_asked_about_and_no_part_of_the_time(
    awake: float, asleep: float, task: str, offered: int, said: str
) -> None:
    taken = time_taken(Elapsed(awake, asleep), 15, is_revisit=task == "revisit")
    assert taken.minutes == offered
    assert said in taken.question


@pytest.mark.parametrize(
    ("wall", "awake", "elapsed"),
    [
        (300, 300, Elapsed(300)),
        (340, 300, Elapsed(300)),  # set right by less than a minute
        (360, 300, Elapsed(300, 60)),
        (300 - HOUR, 300, Elapsed(300)),  # set back
        (300 + 26 * 365 * 24 * HOUR, 300, Elapsed(300, 26 * 365 * 24 * HOUR)),
        (300, -5, Elapsed(0, 300)),
    ],
)
def test_the_difference_of_the_clocks_is_sleep_if_it_is_a_minute_or_more(
    wall: float, awake: float, elapsed: Elapsed
) -> None:
    begin = Clocks(1_000_000, 50)
    assert Elapsed().until(begin, Clocks(begin.wall + wall, begin.awake + awake)) == elapsed


def test_a_visit_that_comes_back_goes_on_with_its_time() -> None:
    first = Elapsed().until(Clocks(0, 0), Clocks(100, 40))
    assert first.until(Clocks(500, 60), Clocks(520, 80)) == Elapsed(60, 60)


@given(awake=SECONDS, asleep=SECONDS, planned=st.integers(1, 1440))
def test_what_is_recorded_or_offered_is_a_number_of_minutes_that_a_day_can_have_been(
    awake: float, asleep: float, planned: int
) -> None:
    for is_revisit in (True, False):
        taken = time_taken(Elapsed(awake, asleep), planned, is_revisit=is_revisit)
        assert taken.minutes is None or 1 <= taken.minutes <= max(240, 3 * planned)
        assert taken.question or not asleep
