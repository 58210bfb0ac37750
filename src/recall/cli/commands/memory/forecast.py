"""`recall forecast`: shows the minutes of revisits and reading on the coming days."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.plot import bar
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.parsing.arguments import option
from recall.domain.ahead.forecast import DayAhead
from recall.domain.ahead.habits import Habits
from recall.domain.ahead.list_end import HORIZON_DAYS
from recall.domain.text.given_numbers import number_of
from recall.domain.text.wording import about_date, counted, percent
from recall.usecases.planning.ahead.forecast import Forecast
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
    """Show the minutes of the coming days, and when the list is read."""
    with environment.library() as context:
        view = forecast_view(context, days)
    if json:
        environment.print_view(view)
    elif view.is_empty:
        first = view.forecast.days[0].study_date.isoformat()
        nothing = f"Nothing is planned for the {counted(days, 'day')} from {first}."
        paragraph(environment.screen, nothing)
    else:
        _print(environment.screen, view)


def _print(screen: Screen, view: ForecastView) -> None:
    forecast, days = view.forecast, view.forecast.days
    revisits = sum(day.expected_revisit_minutes for day in days) / len(days)
    readings = sum(day.expected_reading_minutes for day in days) / len(days)
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
    legend = "The days show what is planned; left over are due revisits that are not done."
    paragraph(screen, f"{_week(spans)}{legend}", style="dim")
    paragraph(screen, _assumptions(forecast.habits), style="dim")
    paragraph(screen, _ending(forecast))


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


def _assumptions(habits: Habits) -> str:
    """Say how the days are expected to be lived."""
    if not habits.are_known:
        return "Assumes that you do each day's plan, until a week of yours is known."
    parts = [f"{habits.worked} worked"]
    if habits.planned:
        parts.append(f"{percent(habits.done_share)} of plans done")
    more = percent(abs(habits.pace - 1))
    if more != percent(0):
        parts.append(f"{more} {'slower' if habits.pace > 1 else 'faster'}")
    return f"Assumes days like the last {habits.days}: {', '.join(parts)}."


def _ending(forecast: Forecast) -> str:
    """Say when the list is read."""
    end = forecast.end
    if end is None:
        return f"Nothing is left to read{_on_hold(forecast, ' but')}."
    if end.read_by is None:
        years = HORIZON_DAYS // 365
        return (
            f"The list is not read within {counted(years, 'year')} at this pace: about "
            f"{end.unread} of {counted(forecast.readings, 'reading')} "
            f"{'is' if end.unread == 1 else 'are'} left then."
        )
    about = about_date(end.read_by, forecast.days[0].study_date)
    held = _on_hold(forecast, ", but for")
    return f"The list is read by about {about} at this pace{held}."


def _on_hold(forecast: Forecast, before: str) -> str:
    """Return how many readings are on hold, with the words before it; empty if there are none."""
    if not forecast.on_hold:
        return ""
    held = f"{counted(forecast.on_hold, 'reading')} on hold"
    return f"{before} {held}"


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
    """Say which days have no plan or minutes of their own, or how many of a week."""
    if len(span) == 1:
        return _note_of_day(span[0], view)
    paused, own = sum(map(view.is_paused, span)), sum(map(view.is_set, span))
    if not paused:
        return f"{counted(own, 'day')} set" if own else ""
    return f"{counted(paused, 'day')} paused{f', {own} set' if own else ''}"


def _note_of_day(day: DayAhead, view: ForecastView) -> str:
    if view.is_paused(day):
        return "paused"
    if not day.budget_minutes:
        return "day off"
    return f"{day.budget_minutes} min that day" if view.is_set(day) else ""


def _mean(span: Sequence[DayAhead]) -> tuple[float, float]:
    """Return the mean planned minutes of revisits and of reading per day."""
    revisits = sum(visit.minutes for day in span for visit in day.revisits)
    readings = sum(visit.minutes for day in span for visit in day.readings)
    return revisits / len(span), readings / len(span)


def _bar(screen: Screen, minutes: float, longest: float) -> str:
    return bar(minutes / longest, _BAR, utf8=screen.utf8) if longest else ""


def _day(day: date) -> str:
    return f"{day:%a} {day.isoformat()}"
