"""`recall forecast`: shows the minutes of revisits and reading on the coming days."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json, number_of
from recall.cli.output.plot import bar
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.parsing.arguments import option
from recall.domain.ahead.forecast import DayAhead
from recall.domain.text.wording import counted
from recall.views.ahead import ForecastView, forecast_view

MOST_DAYS = 366
BY_DAY = 62
"""A forecast of at most this many days has a row a day; a longer one has a row a week."""

WEEK = 7
_BAR = 14

Days = Annotated[
    int,
    option(
        "--days",
        "-d",
        metavar="N",
        parser=number_of("days", 1, MOST_DAYS),
        help="The number of days, with today.",
    ),
]

_REVISITS = (Column("", style="good", priority=2), Column("revisit", right=True))
_READING = (Column("", style="dim", priority=3), Column("read", right=True))
_LEFT_OVER = Column("left over", right=True)
_NOTE = Column("", style="dim")


def command(environment: Environment, days: Days = 30, json: Json = False) -> None:
    """Show the minutes of the coming days, if you do each day's plan."""
    with environment.library() as context:
        view = forecast_view(context, days)
    if json:
        environment.print_view(view)
    elif view.is_empty:
        first = view.days[0].study_date.isoformat()
        nothing = f"Nothing is planned for the {counted(days, 'day')} from {first}."
        paragraph(environment.screen, nothing)
    else:
        _print(environment.screen, view)


def _print(screen: Screen, view: ForecastView) -> None:
    days = view.days
    revisits, readings = _mean(days)
    paragraph(
        screen,
        f"{counted(len(days), 'day')} from {days[0].study_date.isoformat()}: "
        f"{revisits:.0f} min of revisits and {readings:.0f} min of new reading a day",
        style="heading",
    )
    by = WEEK if len(days) > BY_DAY else 1
    spans = [days[start : start + by] for start in range(0, len(days), by)]
    screen.write()
    _print_spans(screen, spans, view)
    screen.write()
    paragraph(
        screen,
        f"{_week(spans)}Minutes as expected, if every day's plan is done; left over are revisits "
        "that are due and do not fit.",
        style="dim",
    )


def _print_spans(screen: Screen, spans: Sequence[Sequence[DayAhead]], view: ForecastView) -> None:
    """Print a row for each day, or for each week."""
    longest = max(max(_mean(span)) for span in spans)
    name = "day" if len(spans[0]) == 1 else "week from"
    columns = (Column(name, style="key"), *_REVISITS, *_READING, _LEFT_OVER, _NOTE)
    cells = [[*_row(screen, span, longest), _note(span, view)] for span in spans]
    for line in rows(screen, columns, cells, heading=True):
        screen.write(line)


def _week(spans: Sequence[Sequence[DayAhead]]) -> str:
    """Say that a row is a week, or nothing if it is a day."""
    if len(spans[0]) == 1:
        return ""
    last = len(spans[-1])
    short = f"; the last one has {counted(last, 'day')}" if last < WEEK else ""
    return f"The minutes of a week are a day's mean{short}. "


def _row(screen: Screen, span: Sequence[DayAhead], longest: float) -> Sequence[str]:
    revisits, readings = _mean(span)
    day, backlog = span[0].study_date, span[-1].backlog
    return [
        _day(day),
        _bar(screen, revisits, longest),
        f"{revisits:.0f}",
        _bar(screen, readings, longest),
        f"{readings:.0f}",
        str(backlog),
    ]


def _note(span: Sequence[DayAhead], view: ForecastView) -> str:
    """Say what is set for a day, or for how many days of a week."""
    paused, own = sum(map(view.is_paused, span)), sum(map(view.is_set, span))
    if len(span) == 1:
        return "paused" if paused else _own(span[0]) if own else ""
    if not paused:
        return f"{counted(own, 'day')} set" if own else ""
    return f"{counted(paused, 'day')} paused{f', {own} set' if own else ''}"


def _own(day: DayAhead) -> str:
    return f"{day.budget_minutes} min that day" if day.budget_minutes else "day off"


def _mean(span: Sequence[DayAhead]) -> tuple[float, float]:
    """Return the mean minutes of revisits and of reading per day."""
    revisits = sum(day.revisit_minutes for day in span)
    return revisits / len(span), sum(day.reading_minutes for day in span) / len(span)


def _bar(screen: Screen, minutes: float, longest: float) -> str:
    return bar(minutes / longest, _BAR, utf8=screen.utf8) if longest else ""


def _day(day: date) -> str:
    return f"{day:%a} {day.isoformat()}"
