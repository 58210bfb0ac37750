"""How near titles and their numbers must be to make a series."""

import pytest

from recall.domain.lists.series.detect import find_series


def test_a_nearly_equal_title_far_from_the_numbers_stays_apart() -> None:
    near = [f"【BBuf的CUDA笔记】{number}，算子" for number in "一二三"]
    (*_, far) = find_series([*near, "【BBuf的cuda学习笔记九】优化"])
    assert far is None
    (*_, next_one) = find_series([*near, "【BBuf的cuda学习笔记四】优化"])
    assert next_one == ("【BBuf的CUDA笔记】", 4)


def test_two_nearly_equal_series_with_the_same_numbers_are_two() -> None:
    one = [f"【BBuf的CUDA笔记】{number}，算子" for number in "一二三"]
    other = [f"【BBuf的cuda学习笔记{number}】优化" for number in "二三"]
    names = [part and part[0] for part in find_series([*one, *other])]
    assert names == ["【BBuf的CUDA笔记】"] * 3 + ["BBuf的cuda学习笔记"] * 2


def numbered(*numbers: int) -> list[str]:
    return [f"Attention in practice (part {number})" for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "is_series"),
    [((1, 3), True), ((2, 4), True), ((3, 5), False), ((3, 4), True)],
)
def test_a_series_with_gaps_begins_at_part_one_or_two(
    numbers: tuple[int, ...], is_series: bool
) -> None:
    assert all(find_series(numbered(*numbers))) is is_series


@pytest.mark.parametrize(("unnumbered", "is_series"), [(2, True), (3, False)])
def test_bare_numbers_are_parts_if_half_of_the_section_has_them(
    unnumbered: int, is_series: bool
) -> None:
    others = ["Attention", "Graphs", "Rust"][:unnumbered]
    found = find_series(["1. Alpha", "2. Beta", *others])
    assert all(found[:2]) is is_series


@pytest.mark.parametrize(("titles", "is_series"), [(2, False), (3, True)])
def test_one_word_and_a_number_is_a_series_from_three_titles_on(
    titles: int, is_series: bool
) -> None:
    found = find_series([f"Rust {number}" for number in range(1, titles + 1)])
    assert all(found) is is_series


@pytest.mark.parametrize(
    ("first", "second", "is_series"),
    [
        ("深入理解注意力机制", "深入理解的注意力机制", True),  # they share four characters and more
        ("大模型训练显存优化", "大模型训练里的那些显存优化", False),  # 9 of 11 are too few
    ],
)
def test_nearly_equal_stems_make_a_series_and_less_equal_ones_do_not(
    first: str, second: str, is_series: bool
) -> None:
    assert all(find_series([f"{first}（一）", f"{second}（二）"])) is is_series


@pytest.mark.parametrize(("last", "is_series"), [(999, True), (1000, False)])
def test_a_part_number_has_three_digits_at_most(last: int, is_series: bool) -> None:
    assert all(find_series(numbered(last - 1, last))) is is_series
