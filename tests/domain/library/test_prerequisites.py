"""Circles of prerequisites are found, with the shortest way round; nothing else is one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.prerequisites import LinkedResource, circle, shown, waits


def links(*numbers: int) -> list[LinkedResource]:
    return [LinkedResource(number, f"Title {number}") for number in numbers]


def part(number: int, of: str, at: int, list_id: int = 1) -> LinkedResource:
    return LinkedResource(number, f"{of} {at}", (of, list_id), (at, number))


def test_a_chain_is_no_circle() -> None:
    assert circle(waits(links(1, 2, 3), [(3, 2), (2, 1), (3, 1)])) == []
    assert circle({}) == []


def test_two_that_wait_for_each_other_are_one() -> None:
    assert circle(waits(links(1, 2), [(1, 2), (2, 1)])) == [1, 2, 1]


def test_what_waits_for_itself_is_one() -> None:
    assert circle(waits(links(1), [(1, 1)])) == [1, 1]


def test_the_shortest_way_round_is_shown_and_who_only_leads_into_it_is_not() -> None:
    after = [(1, 2), (2, 3), (3, 4), (4, 2), (3, 2)]
    assert circle(waits(links(1, 2, 3, 4), after)) == [2, 3, 2]


def test_a_circle_through_one_of_them_begins_and_ends_with_it() -> None:
    found = waits(links(1, 2, 3, 4, 5), [(1, 2), (2, 1), (3, 4), (4, 5), (5, 3), (5, 1)])
    assert circle(found, through=4) == [4, 5, 3, 4]
    assert circle(found, through=2) == [2, 1, 2]


def test_no_circle_goes_through_what_only_leads_into_one_or_is_not_there() -> None:
    found = waits(links(1, 2, 3), [(1, 2), (2, 1), (3, 1)])
    assert circle(found, through=3) == []
    assert circle(found, through=9) == []


def test_a_later_part_waits_for_the_earlier_ones_of_its_series() -> None:
    parts = [part(1, "a", 1), part(2, "a", 2)]
    assert circle(waits(parts, [(1, 2)])) == [1, 2, 1]
    assert circle(waits(parts, [(2, 1)])) == []


def test_a_circle_can_go_through_a_series() -> None:
    parts = [part(1, "a", 1), part(5, "a", 5), *links(9)]
    assert circle(waits(parts, [(1, 9), (9, 5)])) == [1, 9, 5, 1]


def test_series_of_the_same_name_in_two_lists_are_two() -> None:
    parts = [part(1, "a", 1), part(2, "a", 2, list_id=2)]
    assert circle(waits(parts, [(1, 2)])) == []


def test_what_is_not_there_any_more_can_be_waited_for() -> None:
    assert circle(waits([], [(1, 2), (2, 1)])) == [1, 2, 1]
    assert circle(waits([], [(1, 2)])) == []


def test_a_circle_is_shown_with_ids_and_titles() -> None:
    long = LinkedResource(3, "x" * 100)
    way = shown([1, 3, 7, 1], [*links(1), long])
    assert way == f"1 Title 1 → 3 {'x' * 59}… → 7 → 1 Title 1"


@given(st.sets(st.tuples(st.integers(1, 7), st.integers(1, 7)), max_size=14))
def test_a_circle_is_found_exactly_where_there_is_one(after: set[tuple[int, int]]) -> None:
    found = waits(links(*range(1, 8)), after)
    way = circle(found)
    assert bool(way) == _goes_round(after)
    assert all(later in found[one] for one, later in pairwise(way))
    assert way == [] or way[0] == way[-1]
    assert len(set(way[1:])) == len(way[1:])


@given(st.sets(st.tuples(st.integers(1, 7), st.integers(1, 7)), max_size=14), st.integers(1, 7))
def test_a_circle_through_one_is_found_exactly_where_it_waits_for_itself(
    after: set[tuple[int, int]], number: int
) -> None:
    way = circle(waits(links(*range(1, 8)), after), number)
    assert bool(way) == (number in _behind(number, after))
    assert way[:1] == way[-1:] == [number] * bool(way)
    assert after.issuperset(pairwise(way))


def _behind(number: int, after: set[tuple[int, int]]) -> set[int]:
    """All that a resource waits for, at once or through others."""
    found: set[int] = set()
    while more := {two for one, two in after if one in found | {number}} - found:
        found |= more
    return found


def _goes_round(after: set[tuple[int, int]]) -> bool:
    """By taking away what waits for nothing, until nothing changes."""
    left = set(after)
    while gone := {edge for edge in left if edge[1] not in {one for one, _ in left}}:
        left -= gone
    return bool(left)
