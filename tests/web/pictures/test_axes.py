"""Axes of pictures: lines at round values, labels that have room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.web.pictures.axes import floor_of, minute_top, names_below, scale, slots


@pytest.mark.parametrize(
    ("shares", "floor"),
    [([0.95, 0.9], 0.7), ([0.69, 0.9], 0.6), ([0.0], 0.0), ([1.0], 0.7), ([], 0.7)],
)
def test_an_axis_of_shares_begins_at_a_tenth_below_all(shares: list[float], floor: float) -> None:
    assert floor_of(shares) == floor


@pytest.mark.parametrize(
    ("most", "top", "step"),
    [(0, 5, 5), (1, 5, 5), (45, 45, 15), (46, 60, 15), (61, 90, 30), (1440, 1440, 480)],
)
def test_minutes_have_few_lines_at_round_values(most: int, top: int, step: int) -> None:
    assert minute_top(most) == (top, step)


@given(st.integers(0, 10_000))
def test_the_highest_line_is_never_below_a_value(most: int) -> None:
    top, step = minute_top(most)
    assert top >= most
    assert top % step == 0


def test_what_lies_beyond_an_axis_stays_at_its_end() -> None:
    at = scale(0.7, 1.0, 100, 0)
    assert [round(at(one)) for one in (0.2, 0.7, 0.85, 1.0, 1.2)] == [100, 100, 50, 0, 0]


@pytest.mark.parametrize("count", [1, 9, 10, 30, 84, 400])
def test_labels_are_few_and_a_narrow_screen_shows_every_third(count: int) -> None:
    shown = list(names_below([str(number) for number in range(count)]))
    assert len(shown) <= 9
    assert shown[0].text == "0"
    assert [one.look for one in shown[:4]] == ["scale", *["scale minor"] * 2, "scale"][: len(shown)]


def test_parts_fill_the_plot() -> None:
    place = slots(4)
    ends = [left + width for left, width in map(place, range(4))]
    assert [place(number)[0] for number in (1, 2, 3)] == ends[:3]
    assert slots(0)(0)[1] > 0
