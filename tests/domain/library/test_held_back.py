"""What an unread part waits for."""

from recall.domain.library.card import Card
from recall.domain.library.held_back import held_back
from recall.domain.library.resource import Planned


def part(
    number: int, part: int | None, series: str | None = "S", order: tuple[int, int] | None = None
) -> Planned:
    return Planned(
        number, f"Part {part}", None, None, "video", "en", 20, 0, series, part, "unread",
        gone=False, note=None, card=Card(), order=order or (1, number),
    )  # fmt: skip


def test_a_part_waits_for_the_one_before_it() -> None:
    assert held_back([part(3, 3), part(1, 1), part(2, 2)]) == {2: {1}, 3: {2}}


def test_where_the_part_before_is_read_the_one_before_that_counts() -> None:
    assert held_back([part(1, 1), part(3, 3)]) == {3: {1}}


def test_parts_without_a_number_come_in_their_order_before_the_others() -> None:
    assert held_back([part(1, 1), part(2, None), part(3, None)]) == {3: {2}, 1: {3}}


def test_parts_in_one_place_are_free_together_and_hold_the_next_together() -> None:
    same = (1, 5)
    twins = [part(1, 1, order=same), part(2, 1, order=same)]
    assert held_back([*twins, part(3, 2)]) == {3: {1, 2}}


def test_a_series_of_another_list_is_another() -> None:
    assert held_back([part(1, 1), part(2, 2, order=(2, 2))]) == {}


def test_what_is_in_no_series_waits_for_nothing() -> None:
    assert held_back([part(1, None, None), part(2, None, None)]) == {}
