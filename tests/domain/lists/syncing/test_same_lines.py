"""Lines of an edited text are found again, in their order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.lists.syncing.same_lines import same_lines

LINES = st.lists(st.sampled_from(["", "", "a", "b", "c", "d", "e"]), max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("abc", "abc", {1: 1, 2: 2, 3: 3}),
        ("", "abc", {}),
        ("abc", "xyz", {}),
        ("abcdef", "abXdcef", {1: 1, 2: 2, 3: 5, 5: 6, 6: 7}),
        ("a b c", "a x c", {1: 1, 2: 2, 4: 4, 5: 5}),
        ("a b", "a x b", {1: 1, 2: 2, 3: 5}),
        ("xx", "xyx", {1: 1, 2: 3}),
    ],
)
def test_each_line_has_its_number_in_the_edited_text(
    old: str, new: str, same: dict[int, int]
) -> None:
    assert same_lines([*old], [*new]) == same


@given(LINES, LINES)
def test_what_is_found_is_equal_and_in_order(old: list[str], new: list[str]) -> None:
    found = same_lines(old, new)
    assert all(old[at - 1] == new[there - 1] for at, there in found.items())
    numbers = [found[at] for at in sorted(found)]
    assert all(one < other for one, other in pairwise(numbers))


@given(LINES)
def test_a_text_is_the_same_as_itself(lines: list[str]) -> None:
    numbers = range(1, len(lines) + 1)
    assert same_lines(lines, lines) == dict(zip(numbers, numbers, strict=True))
