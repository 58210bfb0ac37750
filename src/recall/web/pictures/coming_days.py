"""The minutes of the coming days, as they are planned: revisits, and reading on top of them."""

from collections.abc import Iterator, Sequence

from recall.domain.ahead.forecast import DayAhead
from recall.views.ahead import ForecastView
from recall.web.pictures.axes import (
    PLOT_BOTTOM,
    PLOT_HEIGHT,
    PLOT_TOP,
    Scale,
    minute_lines,
    minute_top,
    names_below,
    scale,
    slots,
)
from recall.web.pictures.picture import KeyEntry, Picture, Shape, bar, stroke
from recall.web.words.words import PageWords


def coming_days(words: PageWords, view: ForecastView) -> Picture:
    """Draw a column for each coming day, with its revisits, its reading, and what it has."""
    _, days = words._, view.forecast.days
    title = _("The coming days")
    if view.is_empty:
        return Picture("forecast", title, _("Nothing is planned for these days."))
    names = [words.short(day.study_date) for day in days]
    return Picture(
        name="forecast",
        title=title,
        says=_said(words, days),
        height=PLOT_HEIGHT,
        shapes=[*_shapes(words, view), *names_below(names)],
        key=(
            KeyEntry(bar("spent", (5, 2), (10, 18)), _("revisits")),
            KeyEntry(bar("guessed", (5, 2), (10, 18)), _("first readings")),
            KeyEntry(stroke("had", (1, 10), (19, 10)), _("minutes that the day has")),
        ),
        head=(
            _("day"),
            _("revisits, min"),
            _("first readings, min"),
            _("left over"),
            _("minutes that the day has"),
        ),
        rows=[_row(words, view, day) for day in days],
    )


def _said(words: PageWords, days: Sequence[DayAhead]) -> str:
    revisits = sum(day.expected_revisit_minutes for day in days) / len(days)
    readings = sum(day.expected_reading_minutes for day in days) / len(days)
    said = words.many(
        "%(num)d day: about %(revisits)d min of revisits and %(readings)d min of new reading.",
        "%(num)d days: about %(revisits)d min of revisits and %(readings)d min of new reading "
        "a day.",
        len(days),
    )
    return said % {"num": len(days), "revisits": round(revisits), "readings": round(readings)}


def _shapes(words: PageWords, view: ForecastView) -> Iterator[Shape]:
    days = view.forecast.days
    most = max(max(sum(_minutes(day)), _budget(view, day)) for day in days)
    top, step = minute_top(most)
    at, place = scale(0, top, PLOT_BOTTOM, PLOT_TOP), slots(len(days))
    yield from minute_lines(top, step, at)
    for number, day in enumerate(days):
        yield from _column(words, day, _budget(view, day), at=at, place=place(number))


def _column(
    words: PageWords, day: DayAhead, budget: int, *, at: Scale, place: tuple[float, float]
) -> Iterator[Shape]:
    (left, width), (revisits, readings) = place, _minutes(day)
    told = words._("%(day)s: %(revisits)d min of revisits, %(readings)d min of reading") % {
        "day": words.dated(day.study_date),
        "revisits": revisits,
        "readings": readings,
    }
    inner, thick = left + width * 0.15, width * 0.7
    between = at(revisits)
    if revisits:
        yield bar("spent", (inner, between), (thick, at(0) - between), told)
    if readings:
        end = at(revisits + readings)
        yield bar("guessed", (inner, end), (thick, between - end), told)
    if budget:
        yield stroke("had", (left, at(budget)), (left + width, at(budget)))


def _minutes(day: DayAhead) -> tuple[int, int]:
    """Return the planned minutes of revisits and of readings."""
    revisits = sum(visit.minutes for visit in day.revisits)
    return revisits, sum(visit.minutes for visit in day.readings)


def _budget(view: ForecastView, day: DayAhead) -> int:
    return 0 if view.is_paused(day) else day.budget_minutes


def _row(words: PageWords, view: ForecastView, day: DayAhead) -> Sequence[str]:
    revisits, readings = _minutes(day)
    budget = words._("paused") if view.is_paused(day) else str(day.budget_minutes)
    return words.dated(day.study_date), str(revisits), str(readings), str(day.backlog), budget
