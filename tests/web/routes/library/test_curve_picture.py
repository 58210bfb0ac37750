"""How a curve is drawn: its lines, marks and names stand within the picture."""

from datetime import date, timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.memory.memory_curve import CurvePoint, CurveReview, MemoryCurve
from recall.web.routes.library.curve_picture import HEIGHT, TOP, curve_picture

FIRST = date(2026, 1, 1)


def curve(*, today: int = 10, due: int | None = 20, lowest: float = 0.9) -> MemoryCurve:
    ends = max(today, due or 0)
    last = [CurvePoint(5, 1.0), CurvePoint((5 + ends) / 2, 0.95), CurvePoint(ends, 0.9)]
    return MemoryCurve(
        first=FIRST,
        falls=[[CurvePoint(0, 1.0), CurvePoint(5, lowest)], last],
        reviews=[
            CurveReview(0, FIRST, Rating.GOOD, None),
            CurveReview(5, FIRST + timedelta(days=5), Rating.AGAIN, lowest),
        ],
        today=today,
        due=due,
        now=0.94,
        at_due=0.9,
    )


def test_the_last_fall_is_parted_at_today() -> None:
    picture = curve_picture(curve())
    assert picture is not None
    assert [line.is_coming for line in picture.lines] == [False, False, True]
    assert picture.lines[1].points.endswith("50.0,30.0")
    assert picture.lines[2].points.startswith("50.0,30.0")


def test_what_is_overdue_has_nothing_to_come() -> None:
    picture = curve_picture(curve(today=30))
    assert picture is not None
    assert not any(line.is_coming for line in picture.lines)
    assert picture.today == 100
    assert [day.day for day in picture.days] == [FIRST, FIRST + timedelta(days=20)]


def test_marks_stand_at_what_was_predicted_and_tell_what_was_recalled() -> None:
    picture = curve_picture(curve(lowest=0.8))
    assert picture is not None
    first, second = picture.marks
    assert (first.across, first.down, first.is_recalled) == (0, TOP, True)
    assert (second.across, second.down, second.is_recalled) == (25, 140.7, False)


@pytest.mark.parametrize(
    ("lowest", "floor"), [(0.99, 80), (0.85, 80), (0.8, 70), (0.61, 60), (0.05, 0), (0.001, 0)]
)
def test_the_picture_begins_at_the_whole_tenth_below(lowest: float, floor: int) -> None:
    picture = curve_picture(curve(lowest=lowest))
    assert picture is not None
    assert [one.percent for one in picture.grid][::2] == [100, floor]
    assert all(TOP <= one.down <= TOP + HEIGHT for one in (*picture.grid, *picture.marks))


@pytest.mark.parametrize("due", [None, 1])
def test_names_that_would_stand_on_each_other_are_left_out(due: int | None) -> None:
    picture = curve_picture(curve(today=40, due=due))
    assert picture is not None
    assert len(picture.days) == (2 if due is None else 1)


def test_a_curve_without_length_is_not_drawn() -> None:
    point = [CurvePoint(0, 1.0)]
    assert curve_picture(MemoryCurve(FIRST, [point], [], 0, None, now=1.0, at_due=None)) is None
