"""The curve of a memory as a picture: where its lines, marks and names stand.

The lines are drawn in a square of 100 by 100 that is stretched to the width of the page. Marks and
names would be stretched too, so they stand beside it, at shares of the width and at pixels of the
height.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from recall.domain.library.card import Rating
from recall.domain.memory.memory_curve import CurvePoint, MemoryCurve

TOP, HEIGHT = 34, 160
"""Pixels above the lines, and of the lines."""

_STEP = 0.1
_NEAR = 18.0
"""Two names closer than this share of the width would stand on each other."""

Anchor = Literal["start", "middle", "end"]


class PictureLine(NamedTuple):
    """A line as SVG writes its points, in the square."""

    points: str
    is_coming: bool


class PictureMark(NamedTuple):
    """A review: across in percent of the width, down in pixels; whether it was recalled."""

    across: float
    down: float
    is_recalled: bool


class PictureDay(NamedTuple):
    """A day that is named below the curve."""

    across: float
    anchor: Anchor
    day: date


class PictureGrid(NamedTuple):
    """A level of recall: down in pixels, in percent."""

    down: float
    percent: int


class CurvePicture(NamedTuple):
    """All that is drawn of a curve; today is across in percent."""

    lines: Sequence[PictureLine]
    marks: Sequence[PictureMark]
    grid: Sequence[PictureGrid]
    days: Sequence[PictureDay]
    today: float
    anchor: Anchor


class _Scale(NamedTuple):
    days: float
    lowest: float

    def across(self, day: float) -> float:
        return round(100 * day / self.days, 2)

    def down(self, recall: float) -> float:
        """Return where a recall stands, in percent of the height of the lines."""
        return round(100 * (1 - recall) / (1 - self.lowest), 2)


def curve_picture(curve: MemoryCurve) -> CurvePicture | None:
    """Return how a curve is drawn; None if it has no length yet."""
    if curve.days <= 0:
        return None
    scale = _Scale(curve.days, _floor(curve.lowest))
    today = scale.across(curve.today)
    return CurvePicture(
        lines=[*_lines(curve, scale)],
        marks=[
            PictureMark(
                scale.across(review.day),
                _pixels(scale.down(1.0 if review.recall is None else review.recall)),
                review.rating is not Rating.AGAIN,
            )
            for review in curve.reviews
        ],
        grid=[
            PictureGrid(_pixels(scale.down(level)), round(100 * level))
            for level in (1.0, (1 + scale.lowest) / 2, scale.lowest)
        ],
        days=_days(curve, scale),
        today=today,
        anchor=_anchor(today),
    )


def _floor(lowest: float) -> float:
    """Return the whole tenth below the lowest recall, at most 80 %."""
    return min(0.8, max(0.0, int(lowest / _STEP - 1e-9) * _STEP))


def _lines(curve: MemoryCurve, scale: _Scale) -> list[PictureLine]:
    """Return a line for each fall; the last one is parted at today."""
    *past, last = curve.falls
    so_far = [point for point in last if point.day <= curve.today]
    now = CurvePoint(curve.today, curve.now)
    coming = [now, *(point for point in last if point.day > curve.today)]
    lines = [PictureLine(_points(fall, scale), is_coming=False) for fall in [*past, [*so_far, now]]]
    if len(coming) > 1:
        lines.append(PictureLine(_points(coming, scale), is_coming=True))
    return lines


def _points(fall: Sequence[CurvePoint], scale: _Scale) -> str:
    return " ".join(f"{scale.across(point.day)},{scale.down(point.recall)}" for point in fall)


def _pixels(percent: float) -> float:
    return round(TOP + HEIGHT * percent / 100, 1)


def _days(curve: MemoryCurve, scale: _Scale) -> list[PictureDay]:
    """Return the days that are named: the first, and the last day or the due date."""
    ends = curve.days if curve.due is None else curve.due
    days = {0.0: 0.0, scale.across(ends): ends}
    named = [across for across in days if not 0 < across < _NEAR]
    return [
        PictureDay(across, _anchor(across), curve.first + timedelta(days=days[across]))
        for across in named
    ]


def _anchor(across: float) -> Anchor:
    if across < _NEAR:
        return "start"
    return "end" if across > 100 - _NEAR else "middle"
