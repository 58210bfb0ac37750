"""The turns of sections: which rule counts, when a deadline presses, what a resource gets."""

from datetime import date

import pytest

from recall.domain.day.turns import (
    FIRST,
    HELD,
    LATER,
    NEEDED,
    TURNS,
    USUAL,
    SectionRule,
    Turn,
    rule_of,
    turn_of,
)
from recall.domain.library.resource import Section

TODAY = date(2026, 3, 2)
NIGH = date(2026, 3, 5)

GPU, CUDA, TILES = ("GPU",), ("GPU", "CUDA"), ("GPU", "CUDA", "Tiles")


def rules(*laid_down: SectionRule) -> dict[Section, SectionRule]:
    return {rule.section: rule for rule in laid_down}


def test_the_nearest_rule_above_counts_whole() -> None:
    above, below = SectionRule(GPU, "first", NIGH), SectionRule(CUDA, "later")
    both = rules(above, below)
    assert [rule_of(one, both) for one in (GPU, CUDA, TILES)] == [above, below, below]
    assert rule_of(("Rust",), both) is None
    assert rule_of((), both) is None


@pytest.mark.parametrize(
    ("turn", "rank"), [("first", FIRST), ("normal", USUAL), ("later", LATER), ("hold", HELD)]
)
def test_each_turn_has_its_rank(turn: str, rank: int) -> None:
    assert TURNS[turn] == rank
    assert turn_of([CUDA], rules(SectionRule(GPU, turn))) == Turn(rank)


def test_a_resource_in_several_sections_has_the_best_of_their_turns() -> None:
    laid_down = rules(
        SectionRule(GPU, "hold"), SectionRule(("Rust",), "first"), SectionRule(("Later",), "later")
    )
    assert turn_of([GPU, ("Rust",), ("Later",)], laid_down).rank == FIRST
    assert turn_of([GPU, ("Later",)], laid_down).rank == LATER
    assert turn_of([GPU, ("Plain",)], laid_down).rank == USUAL
    assert turn_of([GPU, CUDA], laid_down).rank == HELD
    assert turn_of([], laid_down) == Turn()


def test_a_deadline_gives_no_turn_by_itself() -> None:
    assert turn_of([CUDA], rules(SectionRule(GPU, "later", NIGH))) == Turn(LATER)


def test_turns_sort_by_rank_and_the_soonest_deadline() -> None:
    turns = [Turn(LATER), Turn(), Turn(FIRST), Turn(NEEDED, NIGH), Turn(NEEDED, TODAY)]
    assert sorted(turns) == turns[::-1]
