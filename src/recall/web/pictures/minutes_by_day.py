"""The minutes of the last weeks, day by day, against those that the days had."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from recall.domain.statistics.time_spent import DaySpent
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

MOST_COLUMNS = 84
"""Days that are drawn, the latest; more would be too thin to see."""


def minutes_by_day(words: PageWords, days: Mapping[date, DaySpent]) -> Picture:
    """Draw a column for each of the latest days, with its minutes and those that were set."""
    _ = words._
    shown = dict(list(days.items())[-MOST_COLUMNS:])
    if not shown:
        return Picture("minutes", _("Minutes by day"), _("Nothing was read or graded yet."))
    spent = sum(spent_on.done.minutes for spent_on in shown.values())
    said = words.many(
        "%(spent)d min in %(num)d day, of %(planned)d that it had.",
        "%(spent)d min in %(num)d days, of %(planned)d that they had.",
        len(shown),
    )
    planned = sum(spent_on.planned for spent_on in shown.values())
    return Picture(
        name="minutes",
        title=_("Minutes by day"),
        says=said % {"spent": spent, "num": len(shown), "planned": planned},
        height=PLOT_HEIGHT,
        shapes=[*_shapes(words, shown), *names_below([words.short(day) for day in shown])],
        key=(
            KeyEntry(bar("spent", (5, 2), (10, 18)), _("minutes")),
            KeyEntry(bar("guessed", (5, 2), (10, 18)), _("as planned, for none were recorded")),
            KeyEntry(stroke("had", (1, 10), (19, 10)), _("minutes that the day had")),
        ),
        head=(_("day"), _("minutes"), _("of them as planned"), _("minutes that the day had")),
        rows=[
            (
                words.dated(day),
                str(spent_on.done.minutes),
                str(spent_on.done.estimated_minutes),
                str(spent_on.planned),
            )
            for day, spent_on in shown.items()
        ],
    )


def _shapes(words: PageWords, days: Mapping[date, DaySpent]) -> Iterator[Shape]:
    top, step = minute_top(max(max(one.done.minutes, one.planned) for one in days.values()))
    at, place = scale(0, top, PLOT_BOTTOM, PLOT_TOP), slots(len(days))
    yield from minute_lines(top, step, at)
    for number, (day, spent_on) in enumerate(days.items()):
        left, width = place(number)
        told = words._("%(day)s: %(num)d min, of %(planned)d") % {
            "day": words.dated(day),
            "num": spent_on.done.minutes,
            "planned": spent_on.planned,
        }
        yield from _column(spent_on, at, left=left, width=width, says=told)


def _column(day: DaySpent, at: Scale, *, left: float, width: float, says: str) -> Iterator[Shape]:
    recorded = day.done.minutes - day.done.estimated_minutes
    inner, thick = left + width * 0.15, width * 0.7
    yield from _part("spent", (inner, thick), (at(0), at(recorded)), says)
    yield from _part("guessed", (inner, thick), (at(recorded), at(day.done.minutes)), says)
    if day.planned:
        yield stroke("had", (left, at(day.planned)), (left + width, at(day.planned)))


def _part(
    look: str, across: tuple[float, float], up: tuple[float, float], says: str
) -> Sequence[Shape]:
    (x, width), (low, high) = across, up
    return [bar(look, (x, high), (width, low - high), says)] if low > high else []
