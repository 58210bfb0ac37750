"""Recall by week or by month, against what was wanted and what was expected."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from recall.domain.memory.accuracy import wilson
from recall.domain.memory.recalled import Recalled
from recall.domain.text.wording import percent
from recall.web.pictures.axes import (
    PLOT_BOTTOM,
    PLOT_HEIGHT,
    PLOT_TOP,
    Scale,
    floor_of,
    names_below,
    percent_lines,
    scale,
    slots,
)
from recall.web.pictures.picture import KeyEntry, Picture, Shape, dot, stroke
from recall.web.words.words import PageWords

Span = Literal["week", "month"]


class _Point(NamedTuple):
    """What was recalled in a week or a month that has revisits."""

    recalled: Recalled
    share: float
    low: float
    high: float


def recall_by_time(
    words: PageWords, spans: Sequence[date], told: Mapping[date, Recalled], span: Span
) -> Picture:
    """Draw the share that was recalled in each span, by the first day of each, in order."""
    _ = words._
    title = _("Recall by week") if span == "week" else _("Recall by month")
    first = next((number for number, day in enumerate(spans) if day in told), len(spans))
    shown = spans[first:]
    if not shown:
        return Picture("recall", title, _("No revisits in these weeks."))
    named = [words.short(day) if span == "week" else words.month(day) for day in shown]
    dated = [words.dated(day) for day in shown] if span == "week" else named
    points = [_point(told[day]) if day in told else None for day in shown]
    return Picture(
        name="recall",
        title=title,
        says=_said(words, [point.recalled for point in points if point]),
        height=PLOT_HEIGHT,
        shapes=[*_shapes(words, named, points), *names_below(named)],
        key=_key(words),
        head=(
            _("from") if span == "week" else _("month"),
            _("recalled"),
            _("95 % interval"),
            _("expected"),
            _("wanted"),
            _("revisits"),
        ),
        rows=[_row(name, point) for name, point in zip(dated, points, strict=True) if point],
    )


def _point(recalled: Recalled) -> _Point:
    low, high = wilson(recalled.passed, recalled.revisits)
    return _Point(recalled, recalled.passed / recalled.revisits, low, high)


def _said(words: PageWords, found: Sequence[Recalled]) -> str:
    total = Recalled(*map(sum, zip(*found, strict=True)))
    said = words.many(
        "%(passed)d of %(num)d revisit recalled: %(share)s; %(wanted)s wanted.",
        "%(passed)d of %(num)d revisits recalled: %(share)s; %(wanted)s wanted.",
        total.revisits,
    )
    return said % {
        "passed": total.passed,
        "num": total.revisits,
        "share": percent(total.share or 0.0),
        "wanted": percent(total.wanted_share or 0.0),
    }


def _shapes(
    words: PageWords, names: Sequence[str], points: Sequence[_Point | None]
) -> Iterator[Shape]:
    known = [one for one in points if one is not None]
    shares = [one.share for one in known]
    shares += [one.recalled.expected_share or 1.0 for one in known]
    low = floor_of([*shares, *(one.recalled.wanted_share or 1.0 for one in known)])
    at, place = scale(low, 1.0, PLOT_BOTTOM, PLOT_TOP), slots(len(points))
    yield from percent_lines(low, at)
    for number, point in enumerate(points):
        if point is not None:
            yield from _drawn(words, names[number], point, at=at, place=place(number))


def _drawn(
    words: PageWords, name: str, point: _Point, *, at: Scale, place: tuple[float, float]
) -> Iterator[Shape]:
    left, width = place
    middle, half = left + width / 2, min(10.0, width / 2)
    wanted, expected = point.recalled.wanted_share, point.recalled.expected_share
    if wanted is not None:
        yield stroke("wanted", (left, at(wanted)), (left + width, at(wanted)))
    yield stroke("spread", (middle, at(point.low)), (middle, at(point.high)))
    if expected is not None:
        yield stroke("expected", (middle - half, at(expected)), (middle + half, at(expected)))
    told = words._("%(name)s: %(share)s of %(num)d") % {
        "name": name,
        "share": percent(point.share),
        "num": point.recalled.revisits,
    }
    yield dot("recalled", (middle, at(point.share)), min(6.0, max(3.0, width / 3)), told)


def _key(words: PageWords) -> Sequence[KeyEntry]:
    _ = words._
    return (
        KeyEntry(dot("recalled", (10, 10), 6), _("recalled")),
        KeyEntry(stroke("spread", (10, 0), (10, 20)), _("95 % interval")),
        KeyEntry(stroke("expected", (1, 10), (19, 10)), _("expected")),
        KeyEntry(stroke("wanted", (0, 10), (20, 10)), _("wanted")),
    )


def _row(name: str, point: _Point) -> Sequence[str]:
    told = point.recalled
    return (
        name,
        percent(point.share),
        f"{percent(point.low)} – {percent(point.high)}",
        "" if told.expected_share is None else percent(told.expected_share),
        "" if told.wanted_share is None else percent(told.wanted_share),
        str(told.revisits),
    )
