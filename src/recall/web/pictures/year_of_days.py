"""A year of days as squares: the fuller a square, the more of the day's minutes were used."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from recall.domain.statistics.summary import week_of
from recall.domain.statistics.time_spent import DaySpent
from recall.web.pictures.picture import KeyEntry, Picture, Point, Shape, bar, label, stroke
from recall.web.words.words import PageWords

WEEKS = 53
"""Weeks that are drawn, this one included."""

_IN_A_ROW = 27
_DAYS = 7
_CELL = 20.8
_INNER = 17.0
_LEFT = 70
_ROW_HEIGHT = 178
_LEVELS = (0.25, 0.5, 0.75, 1.0)
"""The share of a square's side that is filled; the last is all of the day's minutes, or more."""


def year_of_days(words: PageWords, days: Mapping[date, DaySpent], today: date) -> Picture:
    """Draw the days of a year up to today in two rows of half a year, a column for each week."""
    _ = words._
    title = _("A year of days")
    done = sum(bool(spent.done.minutes) for spent in days.values())
    if not done:
        return Picture("year", title, _("Nothing was read or graded yet."))
    first = week_of(today) - timedelta(weeks=WEEKS - 1)
    said = words.many(
        "Something was done on %(num)d day of the year.",
        "Something was done on %(num)d days of the year.",
        done,
    )
    return Picture(
        name="year",
        title=title,
        says=said % {"num": done},
        height=2 * _ROW_HEIGHT + 6,
        shapes=[*_weekdays(words, first), *_shapes(words, days, first, today)],
        key=(
            KeyEntry(bar("empty", (2, 2), (16, 16)), _("nothing")),
            KeyEntry(bar("spent", (6, 6), (8, 8)), _("a part of the day's minutes")),
            KeyEntry(bar("spent", (2, 2), (16, 16)), _("all of them")),
            KeyEntry(stroke("away", (4, 10), (16, 10)), _("a day off or a pause")),
        ),
        head=(_("week from"), *(words.weekday(first + timedelta(day)) for day in range(_DAYS))),
        rows=list(_rows(words, days, first)),
    )


def level_of(day: DaySpent) -> float:
    """Return how full the square of a day is, 0 to 1: 0 if nothing was done."""
    if not day.done.minutes:
        return 0.0
    share = day.done.minutes / day.planned if day.planned else 1.0
    return next((level for level in _LEVELS if share <= level), _LEVELS[-1])


def _shapes(
    words: PageWords, days: Mapping[date, DaySpent], first: date, today: date
) -> Iterator[Shape]:
    for week in range(WEEKS):
        monday = first + timedelta(weeks=week)
        row, column = divmod(week, _IN_A_ROW)
        x, y = _LEFT + column * _CELL, 26.0 + row * _ROW_HEIGHT
        week_days = [monday + timedelta(number) for number in range(_DAYS)]
        begins = next((day for day in week_days if day.day == 1), None)
        if begins is not None:
            yield label("scale", (x, y - 8), words.short_month(begins), "start")
        for number, day in enumerate(week_days):
            if day <= today:
                yield from _square(words, day, days.get(day), (x, y + number * _CELL))


def _square(words: PageWords, day: date, spent: DaySpent | None, corner: Point) -> Iterator[Shape]:
    x, y = corner
    told = words._("%(day)s: %(num)d min") % {
        "day": words.dated(day),
        "num": spent.done.minutes if spent else 0,
    }
    level = level_of(spent) if spent else 0.0
    yield bar("empty", (x, y), (_INNER, _INNER), "" if level else told)
    if level:
        side = level * _INNER
        inset = (_INNER - side) / 2
        yield bar("spent", (x + inset, y + inset), (side, side), told)
    elif spent and not spent.planned:
        middle = y + _INNER / 2
        yield stroke("away", (x + 4, middle), (x + _INNER - 4, middle))


def _weekdays(words: PageWords, first: date) -> Iterator[Shape]:
    """Name every second day of the week, left of both rows."""
    for row in range(2):
        for number in (0, 2, 4, 6):
            y = 26 + row * _ROW_HEIGHT + number * _CELL + 14
            name = words.weekday(first + timedelta(number))
            yield label("scale", (_LEFT - 8, y), name, "end")


def _rows(words: PageWords, days: Mapping[date, DaySpent], first: date) -> Iterator[Sequence[str]]:
    for week in range(WEEKS):
        dates = [first + timedelta(weeks=week, days=number) for number in range(_DAYS)]
        spent = [str(days[day].done.minutes) if day in days else "" for day in dates]
        if any(spent):
            yield (words.dated(dates[0]), *spent)
