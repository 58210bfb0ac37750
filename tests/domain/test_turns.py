"""The turns of sections: which rule counts, when a deadline presses, what a resource gets."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.morning import FIRST, HELD, LATER, NEEDED, USUAL, Turn
from recall.domain.resource import Section
from recall.domain.turns import TURNS, Rule, is_needed, minutes_a_day, rule_of, turn_of

TODAY = date(2026, 3, 2)
NIGH = date(2026, 3, 5)

GPU, CUDA, TILES = ("GPU",), ("GPU", "CUDA"), ("GPU", "CUDA", "Tiles")


def rules(*laid_down: Rule) -> dict[Section, Rule]:
    return {rule.section: rule for rule in laid_down}


def test_the_nearest_rule_above_counts_whole() -> None:
    above, below = Rule(GPU, "first", NIGH), Rule(CUDA, "later")
    both = rules(above, below)
    assert [rule_of(one, both) for one in (GPU, CUDA, TILES)] == [above, below, below]
    assert rule_of(("Rust",), both) is None
    assert rule_of((), both) is None


def test_the_minutes_of_a_day_count_today_and_the_deadline() -> None:
    assert minutes_a_day(80, NIGH, TODAY) == 20
    assert minutes_a_day(80, TODAY, TODAY) == 80
    assert minutes_a_day(80, TODAY - timedelta(days=9), TODAY) == 80


@pytest.mark.parametrize(
    ("left", "deadline", "needed"),
    [
        (80, NIGH, True),  # 20 minutes on each of four days
        (79, NIGH, False),
        (20, TODAY, True),
        (19, TODAY, False),
        (1, TODAY - timedelta(days=1), True),
        (0, TODAY - timedelta(days=1), False),
        (0, TODAY, False),
    ],
)
def test_a_deadline_presses_once_it_takes_what_readings_have_of_a_day(
    left: int, deadline: date, needed: bool
) -> None:
    assert is_needed(left, deadline, TODAY, 20) is needed


@given(st.integers(0, 5000), st.integers(-9, 400), st.integers(1, 300))
def test_what_presses_presses_as_long_as_nothing_is_read(
    left: int, days: int, minutes: int
) -> None:
    deadline = TODAY + timedelta(days=days)
    if is_needed(left, deadline, TODAY, minutes):
        assert is_needed(left, deadline, TODAY + timedelta(days=1), minutes)
        assert is_needed(left + 1, deadline, TODAY, minutes)


@pytest.mark.parametrize(
    ("turn", "rank"), [("first", FIRST), ("normal", USUAL), ("later", LATER), ("hold", HELD)]
)
def test_each_turn_has_its_rank(turn: str, rank: int) -> None:
    assert TURNS[turn] == rank
    assert turn_of([CUDA], rules(Rule(GPU, turn)), ()) == Turn(rank)


def test_a_resource_in_several_sections_has_the_best_of_their_turns() -> None:
    laid_down = rules(Rule(GPU, "hold"), Rule(("Rust",), "first"), Rule(("Later",), "later"))
    assert turn_of([GPU, ("Rust",), ("Later",)], laid_down, ()).rank == FIRST
    assert turn_of([GPU, ("Later",)], laid_down, ()).rank == LATER
    assert turn_of([GPU, ("Plain",)], laid_down, ()).rank == USUAL
    assert turn_of([GPU, CUDA], laid_down, ()).rank == HELD
    assert turn_of([], laid_down, ()) == Turn()


def test_a_deadline_counts_where_it_is_needed_whatever_the_turn() -> None:
    laid_down = rules(Rule(GPU, "later", NIGH), Rule(("Rust",), "normal", TODAY))
    assert turn_of([CUDA], laid_down, ()) == Turn(LATER)
    assert turn_of([CUDA], laid_down, {GPU}) == Turn(NEEDED, NIGH)
    assert turn_of([CUDA, ("Rust",)], laid_down, {GPU, ("Rust",)}) == Turn(NEEDED, TODAY)


def test_turns_sort_by_rank_and_the_soonest_deadline() -> None:
    turns = [Turn(LATER), Turn(), Turn(FIRST), Turn(NEEDED, NIGH), Turn(NEEDED, TODAY)]
    assert sorted(turns) == turns[::-1]
