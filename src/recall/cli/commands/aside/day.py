"""`recall day`: gives a single date minutes of its own."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Column, rows
from recall.cli.parsing.arguments import Argument
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.calendar.pauses import Pause
from recall.domain.text.dates import parse_coming
from recall.domain.text.given_numbers import minutes_of
from recall.errors import BadInput
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.views.actions import ActionView
from recall.views.calendar import CalendarView, DateView, calendar_view, date_view

USUAL_MINUTES = ("usual", "照常")
"""Typed in place of minutes, to give a date its usual ones again."""

ComingDate = Annotated[
    str | None,
    Argument(metavar="[DATE]", help="today, fri, 27th, 'in 3 days', 2026-12-24."),
]
DateMinutes = Annotated[
    str | None,
    Argument(
        metavar="[MINUTES]",
        help="Its minutes, also 1h30; 0 is a day off, usual takes its own minutes away.",
        autocompletion=lambda: list(USUAL_MINUTES[:1]),
    ),
]

_COLUMNS = (Column("day", style="key"), Column("minutes"))


def command(
    environment: Environment,
    day: ComingDate = None,
    minutes: DateMinutes = None,
    json: Json = False,
) -> None:
    """Set the minutes of a single date.

    With a date alone, it shows the minutes of that date; with nothing, the coming dates that are
    set and the pauses.
    """
    if day is None:
        _list(environment, json=json)
        return
    given = None if minutes is None else _read(minutes)
    on = parse_coming(day, environment.today)
    with environment.library() as context:
        is_new = minutes is not None and set_date_minutes(context, on, given)
        view = date_view(context, on)
    if json:
        environment.print_view(ActionView("day" if is_new else None, more={"day": view.as_json()}))
    else:
        paragraph(environment.screen, f"{on:%A} {on.isoformat()}: {_minutes(view)}{_pause(view)}")


def _list(environment: Environment, *, json: bool) -> None:
    with environment.library() as context:
        view = calendar_view(context)
    if json:
        environment.print_view(view)
    elif view.dates or view.pauses:
        for line in rows(environment.screen, _COLUMNS, _cells(view), heading=True):
            environment.screen.write(line)
    else:
        nothing = "no date has minutes of its own, and no pause is planned"
        paragraph(environment.screen, f"{nothing}; 'recall day fri 20' sets a date")


def _read(minutes: str) -> int | None:
    """Return minutes from text, None for the usual ones."""
    if minutes.strip().casefold() in USUAL_MINUTES:
        return None
    try:
        return minutes_of(0, DAY_MINUTES)(minutes)
    except BadInput as wrong:
        quotes = "" if minutes.isdecimal() else "; a date of several words needs quotes"
        raise BadInput(f"{wrong}, or 'usual'{quotes}") from None


def _cells(view: CalendarView) -> list[list[str]]:
    """Return a row for each date and for each pause, by their first days."""
    dates = [(dated.date, _minutes(dated)) for dated in view.dates]
    pauses = [(pause.first, _until(pause)) for pause in view.pauses]
    return [[f"{day:%a} {day.isoformat()}", said] for day, said in sorted(dates + pauses)]


def _minutes(view: DateView) -> str:
    minutes = f"{view.minutes} min" if view.minutes else "a day off"
    return f"{minutes}, usually {view.usual} min" if view.is_set else f"{minutes}, as usual"


def _pause(view: DateView) -> str:
    return "" if view.pause is None else f"; {_until(view.pause)}"


def _until(pause: Pause) -> str:
    if pause.until is None:
        return "paused until 'recall resume'"
    return f"paused until {pause.until:%a} {pause.until.isoformat()}"
